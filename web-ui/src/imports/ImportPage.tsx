import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { Alert, ProblemAlert } from '../ui/Alert';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay, showMoment } from '../ui/show';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import * as calls from './calls';
import type { Import } from './contract';
import { MappingCard } from './MappingCard';
import { RowsCard } from './RowsCard';
import { useImport, useTaken } from './useImports';
import { isBusy, results, STATES } from './words';

/** An import: what its columns mean, what becomes of each row, how far it is, and undoing it. */
export default function ImportPage() {
  const { can } = useSession();
  const { id = '' } = useParams();
  return can('KEEP_STAKEHOLDERS') ? <ById key={id} id={id} /> : <NotFound />;
}

function ById({ id }: { id: string }) {
  const query = useImport(id);
  return (
    <Loaded query={query} page lines={8}>
      {(of) => <Shown of={of} />}
    </Loaded>
  );
}

const NEXT: Partial<Record<Import['state'], string>> = {
  reading: 'The file is being read. This page follows; you may go elsewhere.',
  mapping: 'Next: confirm what each column means. Then each row is compared with whom there is.',
  previewing: 'Each row is compared with the people there are. This page follows.',
  deciding:
    'Next: look at the rows, decide on those that ask, and let it run. Nothing has been entered yet.',
  running: 'People are being entered. You may go elsewhere; it goes on.',
  undoing: 'What was entered is being taken back.',
  undone: 'What this import had entered was taken back.',
};

function Shown({ of }: { of: Import }) {
  const taken = useTaken();
  const [asked, setAsked] = useState<'cancel' | 'undo'>();
  const run = useAction(async () => taken(await calls.run(of.id)));
  const may = (what: Import['allowed'][number]) => of.allowed.includes(what);
  const open = (of.counts.ask ?? 0) - of.decided;
  return (
    <div className="page">
      <Crumbs trail={[{ name: 'Imports', to: '/stakeholders/imports' }]} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Import · {STATES[of.state]}</p>
          <PageTitle title={of.name ?? 'File destroyed'} />
          <p className="sub">
            {[of.by.label, showMoment(of.at), of.component && `for ${of.component}`]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className="actions no-print">
          {may('run') && (
            <button
              type="button"
              className="usa-button"
              disabled={run.busy}
              onClick={() => run.run()}
            >
              <Icon name="check" />
              Let it run
            </button>
          )}
          {may('cancel') && (
            <button
              type="button"
              className="usa-button usa-button--outline"
              onClick={() => setAsked('cancel')}
            >
              Cancel…
            </button>
          )}
          {may('undo') && (
            <button
              type="button"
              className="usa-button usa-button--outline"
              onClick={() => setAsked('undo')}
            >
              <Icon name="history" />
              Undo…
            </button>
          )}
        </div>
      </div>
      {run.problem && <ProblemAlert problem={run.problem} />}
      {NEXT[of.state] && <p className="next-step">{NEXT[of.state]}</p>}
      {may('run') && open > 0 && (
        <Alert
          kind="warning"
          title={`${showCount(open, 'row')} ${open === 1 ? 'asks' : 'ask'} you`}
        >
          They may be people who are known already. What you do not decide is left out.
        </Alert>
      )}
      {of.message && (
        <Alert kind={of.state === 'failed' ? 'error' : 'info'} announce={false}>
          {of.message}
        </Alert>
      )}
      {isBusy(of) && <Progress of={of} />}
      {Object.keys(of.results).length > 0 && !isBusy(of) && (
        <Alert
          kind="success"
          title={of.state === 'undone' ? 'What it had done' : 'What came of it'}
          announce={false}
        >
          {results(of)}.{' '}
          {may('undo') &&
            `It can be undone until ${showDay(of.undoUntil)}; then the file is destroyed.`}
        </Alert>
      )}
      {of.kept.length > 0 && <Kept of={of} />}
      {of.state === 'mapping' && <MappingCard of={of} />}
      {of.warnings.length > 0 && <Warnings of={of} />}
      {Object.keys(of.counts).length > 0 && of.name && of.state !== 'previewing' && (
        <RowsCard of={of} />
      )}
      {asked === 'cancel' && (
        <ConfirmDialog
          title="Cancel the import?"
          icon="stop"
          yes="Cancel the import"
          doing="Cancelling…"
          no="Go on"
          act={async () => {
            await taken(await calls.cancel(of.id));
            setAsked(undefined);
          }}
          onClose={() => setAsked(undefined)}
        >
          {of.state === 'running'
            ? 'What was entered until now stays, and can be undone for seven days.'
            : 'Nothing has been entered, and nothing will be.'}
        </ConfirmDialog>
      )}
      {asked === 'undo' && (
        <ConfirmDialog
          title="Undo the import?"
          icon="history"
          yes="Undo it"
          doing="Undoing…"
          no="Leave it"
          act={async () => {
            await taken(await calls.undo(of.id));
            setAsked(undefined);
          }}
          onClose={() => setAsked(undefined)}
        >
          Exactly what it entered and added is taken away. Whoever was changed, met or written about
          since stays, and is named here.
        </ConfirmDialog>
      )}
    </div>
  );
}

function Progress({ of }: { of: Import }) {
  const { done, of: all } = of.progress;
  return (
    <div className="card disposition-progress">
      <div className="body" role="status">
        <p>
          {all > 0
            ? `${done.toLocaleString('en-US')} of ${showCount(all, 'row')}`
            : `${STATES[of.state]}…`}
        </p>
        <progress
          aria-label={STATES[of.state]}
          value={all > 0 ? done : undefined}
          max={Math.max(1, all)}
        />
      </div>
    </div>
  );
}

function Kept({ of }: { of: Import }) {
  return (
    <section className="card" aria-label="What stays">
      <header>
        <h2>Changed since, and therefore still there</h2>
      </header>
      <ul className="body">
        {of.kept.map((each) => (
          <li key={each.id}>
            <Link to={`/stakeholders/of/${each.id}`}>{each.name}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Warnings({ of }: { of: Import }) {
  return (
    <details className="card">
      <summary className="body">{showCount(of.warnings.length, 'remark')} on the file</summary>
      <ul className="body">
        {of.warnings.map((each, i) => (
          <li key={i}>
            {[each.cell ?? (each.line ? `Line ${each.line}` : undefined), each.reason]
              .filter(Boolean)
              .join(': ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
