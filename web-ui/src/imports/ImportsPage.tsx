import { useRef, useState, type DragEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { newKey } from '../api/key';
import { useSession } from '../session/SessionContext';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { ProblemAlert } from '../ui/Alert';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showMoment } from '../ui/show';
import { useAction } from '../ui/useAction';
import { Empty, Loaded } from '../ui/Waiting';
import * as calls from './calls';
import type { Import } from './contract';
import { useImports, useTaken } from './useImports';
import { results, STATES } from './words';

const ACCEPTED = '.xlsx,.csv,.txt,.tsv,.vcf,.ics';

/** Files of contacts that were brought in, and the way to bring in another (requirement S12). */
export default function ImportsPage() {
  const { can } = useSession();
  return can('KEEP_STAKEHOLDERS') ? <Shown /> : <NotFound />;
}

function Shown() {
  const query = useImports();
  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Imports" />
          <p className="sub">
            People from spreadsheets and address books, events from calendars. Nothing is entered
            before you have seen what becomes of each row.
          </p>
        </div>
      </div>
      <div className="stack">
        <HandIn />
        <section className="card" aria-label="Your imports">
          <header>
            <h2>Your imports</h2>
          </header>
          <Loaded query={query} lines={4}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty icon="upload" title="No imports yet">
                  <p>Choose a file above to begin.</p>
                </Empty>
              ) : (
                <div className="table-wrap">
                  <table className="usa-table">
                    <thead>
                      <tr>
                        <th scope="col">File</th>
                        <th scope="col">State</th>
                        <th scope="col">What came of it</th>
                        <th scope="col">Handed in</th>
                      </tr>
                    </thead>
                    <tbody>
                      {items.map((each) => (
                        <Row key={each.id} of={each} />
                      ))}
                    </tbody>
                  </table>
                </div>
              )
            }
          </Loaded>
        </section>
      </div>
    </div>
  );
}

function Row({ of }: { of: Import }) {
  return (
    <tr>
      <th scope="row">
        <Link to={`/stakeholders/imports/${of.id}`} className="with-icon">
          <Icon name="file" />
          <span>{of.name ?? 'File destroyed'}</span>
        </Link>
      </th>
      <td>
        <span className="chip plain">{STATES[of.state]}</span>
      </td>
      <td>{results(of)}</td>
      <td className="nowrap">{showMoment(of.at)}</td>
    </tr>
  );
}

function HandIn() {
  const navigate = useNavigate();
  const taken = useTaken();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState<number>();
  const action = useAction(async (file: File) => {
    setSent(0);
    try {
      const made = await calls.add(file, { idempotencyKey: newKey(), onProgress: setSent });
      await taken(made);
      void navigate(`/stakeholders/imports/${made.id}`);
    } finally {
      setSent(undefined);
    }
  });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) {
      action.run(file);
    }
  };
  return (
    <div
      className={over ? 'drop-zone over' : 'drop-zone'}
      role="group"
      aria-label="Bring in a file"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {action.problem && <ProblemAlert problem={action.problem} />}
      <Icon name="upload" />
      <p>
        Drop a file here: Excel (.xlsx), CSV, vCard (.vcf) or a calendar (.ics), with up to 250,000
        rows.
      </p>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="File to import"
        accept={ACCEPTED}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) {
            action.run(file);
          }
        }}
      />
      <button
        type="button"
        className="usa-button"
        disabled={action.busy}
        onClick={() => input.current?.click()}
      >
        {action.busy ? `Sending… ${Math.round((sent ?? 0) * 100)} %` : 'Choose a file'}
      </button>
      <p className="muted small">
        The file is kept for seven days, so that the import can be undone, and then destroyed.
      </p>
    </div>
  );
}
