import { useId, useState } from 'react';
import * as api from '../api/calls';
import type { Node, Retention } from '../api/types';
import { Loaded } from '../ui/Waiting';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useFilePlan, useRetention } from './useRecords';
import { useTold } from './useTold';
import { finalAction, period } from './words';

/** Says by which series a folder, and all in it that has none nearer, is kept. */
export function ApplySeriesDialog(props: { node: Node; onClose: () => void }) {
  const retention = useRetention(props.node.id);
  return (
    <Loaded query={retention} lines={0}>
      {(now) => <Choosing {...props} now={now} />}
    </Loaded>
  );
}

function Choosing({ node, now, onClose }: { node: Node; now: Retention; onClose: () => void }) {
  const plan = useFilePlan();
  const told = useTold();
  const id = useId();
  // What is applied here, and not further up, can be taken away and is what an undo puts back.
  const here = now.appliedAt?.id === node.id ? now.series?.code : undefined;
  const [code, setCode] = useState(here ?? '');
  const all = plan.data?.items.map((entry) => entry.series) ?? [];
  const chosen = all.find((series) => series.code === code);

  const apply = async (reason: string) => {
    await api.retention.applySeries(node.id, code || undefined, reason);
    told(
      chosen
        ? `“${node.title}” is kept under “${chosen.title}”.`
        : `What was applied at “${node.title}” itself is taken away.`,
      {
        undo: () => api.retention.applySeries(node.id, here, `Taken back: ${reason}`),
        undone: 'Taken back: it is kept as before.',
      },
    );
    onClose();
  };

  return (
    <ReasonDialog
      title={`Apply a series at “${node.title}”`}
      about="It holds for everything in it that has no nearer one. Its clock is computed anew at once."
      hint="Kept with the folder, and in the ledger."
      yes={code ? 'Apply the series' : 'Take the series away'}
      doing="Applying…"
      ready={code !== (here ?? '')}
      act={apply}
      onClose={onClose}
    >
      <div className="field">
        <label className="usa-label" htmlFor={id}>
          Series
        </label>
        <select
          id={id}
          className="usa-select"
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.target.value)}
        >
          <option value="">
            {here ? 'None of its own: what is above it counts' : 'Choose a series'}
          </option>
          {all.map((series) => (
            <option key={series.code} value={series.code}>
              {series.title} ({series.code})
            </option>
          ))}
        </select>
      </div>
      {chosen && (
        <p className="small" role="status">
          {chosen.permanence === 'permanent' ? 'Permanent. ' : 'Temporary. '}
          {period(chosen)}: {finalAction(chosen.finalAction).toLowerCase()}. {chosen.why}
        </p>
      )}
    </ReasonDialog>
  );
}
