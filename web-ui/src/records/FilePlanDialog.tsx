import { useRef, useState } from 'react';
import * as api from '../api/calls';
import type { FilePlanFault, FilePlanOutcome, SeriesDifference } from '../api/types';
import { Alert, ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { showCount } from '../ui/show';
import { TextArea } from '../ui/TextArea';
import { useAction } from '../ui/useAction';
import { FilePicker } from '../upload/DropZone';
import { useTold } from './useTold';

/** Tries a table first: what is wrong with it, row by row, or what it would change; then it is applied, with a reason. */
export function FilePlanDialog({ onClose }: { onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const told = useTold();
  const [csv, setCsv] = useState<{ name: string; text: string }>();
  const [outcome, setOutcome] = useState<FilePlanOutcome>();
  const [reason, setReason] = useState('');
  const check = useAction(async (file: File) => {
    setOutcome(undefined);
    const text = await file.text();
    setCsv({ name: file.name, text });
    setOutcome(await api.filePlan.check(text));
  });
  const apply = useAction(async () => {
    if (csv) {
      await api.filePlan.change(csv.text, reason.trim());
      told('The file plan is changed. The clocks of what is kept under it are computed anew.');
      onClose();
    }
  });
  const faults = outcome?.faults ?? [];
  const changes = outcome
    ? outcome.added.length + outcome.changed.length + outcome.removed.length
    : 0;
  return (
    <Dialog title="Change the file plan" big onClose={onClose}>
      {check.problem && <ProblemAlert problem={check.problem} />}
      {apply.problem && <ProblemAlert problem={apply.problem} />}
      <p>
        Download the plan as CSV, change it in a spreadsheet, and choose it here. It is tried first;
        nothing changes before you say so.
      </p>
      <div className="field">
        <button
          type="button"
          className="usa-button usa-button--outline"
          data-autofocus
          disabled={check.busy}
          onClick={() => input.current?.click()}
        >
          <Icon name="file" />
          {check.busy ? 'Trying it…' : csv ? 'Choose the table again' : 'Choose the table'}
        </button>
        <FilePicker ref={input} single onFiles={(files) => files[0] && check.run(files[0])} />
        {csv && <p className="small">{csv.name}</p>}
      </div>
      {outcome && faults.length > 0 && <Faults faults={faults} />}
      {outcome && faults.length === 0 && changes === 0 && (
        <Alert kind="info" title="Nothing would change">
          This table says what the plan says already.
        </Alert>
      )}
      {outcome && faults.length === 0 && changes > 0 && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            apply.run();
          }}
        >
          <h3>What would change</h3>
          <Differences title="Added" items={outcome.added} />
          <Differences title="Changed" items={outcome.changed} />
          <Differences title="Removed" items={outcome.removed} />
          <TextArea
            label="Why"
            required
            hint="Kept with the new version of the plan, and in the ledger."
            value={reason}
            onChange={setReason}
          />
          <div className="actions">
            <button
              type="submit"
              className="usa-button"
              disabled={apply.busy || reason.trim() === ''}
            >
              {apply.busy ? 'Changing…' : 'Change the plan'}
            </button>
            <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
              Leave it as it is
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function Faults({ faults }: { faults: FilePlanFault[] }) {
  return (
    <div role="alert">
      <h3>{showCount(faults.length, 'fault')}: correct the table and choose it again</h3>
      <div className="table-wrap">
        <table className="usa-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                Row
              </th>
              <th scope="col">Column</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault, i) => (
              <tr key={i}>
                <th scope="row" className="number">
                  {fault.row === 0 ? 'All' : fault.row}
                </th>
                <td>
                  <code>{fault.column}</code>
                </td>
                <td>{fault.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Differences({ title, items }: { title: string; items: SeriesDifference[] }) {
  return items.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      <ul className="nolist differences">
        {items.map(({ series, folders, columns }) => (
          <li key={series.code}>
            <strong>{series.title}</strong> <span className="muted small">{series.code}</span>
            {folders > 0 && (
              <span className="chip warm">{showCount(folders, 'folder')} computed anew</span>
            )}
            {columns.length > 0 && (
              <dl className="facts">
                {columns.map((column) => (
                  <div key={column.name}>
                    <dt>{column.name}</dt>
                    <dd>
                      <del>{column.from || 'nothing'}</del> <ins>{column.to || 'nothing'}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
