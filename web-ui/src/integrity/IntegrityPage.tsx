import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import * as api from '../api/calls';
import type { IntegrityReport } from '../api/types';
import { useSession } from '../session/SessionContext';
import { Alert, ProblemAlert } from '../ui/Alert';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCode, showCount, showExact } from '../ui/show';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';

const PLACES = [
  { key: 'unfiled', label: 'Unfiled', hint: 'at the intake desk' },
  { key: 'open', label: 'Open', hint: 'in open case files' },
  { key: 'closed', label: 'Closed', hint: 'in closed case files' },
  { key: 'removed', label: 'Removed', hint: 'deleted, as the ledger counts' },
] as const;

const KEY = ['integrity'];

/** Nothing gets lost, shown as a sum that must come out even (requirement C14). */
export default function IntegrityPage() {
  const { can } = useSession();
  return can('CHECK_INTEGRITY') ? <Integrity /> : <NotFound />;
}

function Integrity() {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: KEY, queryFn: () => api.integrity(false), staleTime: 60_000 });
  const verify = useAction(async () => {
    queries.setQueryData(KEY, await api.integrity(true));
  });
  return (
    <div className="page narrow">
      <div className="page-head">
        <div>
          <PageTitle title="Integrity" />
          <p className="sub">
            Every item that was ever received lies in exactly one place, and its original is as it
            came.
          </p>
        </div>
        <div className="actions no-print">
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => void query.refetch()}
          >
            Count again
          </button>
          <button
            type="button"
            className="usa-button"
            disabled={verify.busy}
            onClick={() => verify.run()}
          >
            {verify.busy ? 'Reading every original…' : 'Verify every original'}
          </button>
        </div>
      </div>
      {verify.problem && <ProblemAlert problem={verify.problem} />}
      <Loaded query={query} lines={8}>
        {(report) => <Report report={report} />}
      </Loaded>
    </div>
  );
}

function Report({ report }: { report: IntegrityReport }) {
  return (
    <>
      {report.balanced ? (
        <Alert kind="success" title="The sum comes out even">
          {report.received.toLocaleString('en-US')} received ={' '}
          {PLACES.map(
            ({ key, label }) => `${report[key].toLocaleString('en-US')} ${label.toLowerCase()}`,
          ).join(' + ')}
          .
        </Alert>
      ) : (
        <Alert kind="error" title="Something does not add up">
          Look at the exceptions below, and tell your administrator before anything else is changed.
        </Alert>
      )}
      <section className="card" aria-label="Where everything is">
        <header>
          <h2>{showCount(report.received, 'item')} received</h2>
          <span className="muted small">as of {showExact(report.at)}</span>
        </header>
        <div className="body">
          <div className="sum-bar" aria-hidden="true">
            {PLACES.filter(({ key }) => report[key] > 0).map(({ key }) => (
              <span key={key} className={key} style={{ flexGrow: report[key] }} />
            ))}
          </div>
          <dl className="sum">
            {PLACES.map(({ key, label, hint }) => (
              <div key={key} className={key}>
                <dt>{label}</dt>
                <dd>
                  <strong>{report[key].toLocaleString('en-US')}</strong>
                  <span className="muted small">{hint}</span>
                </dd>
              </div>
            ))}
          </dl>
          <p className="muted">
            {report.originalsVerified > 0
              ? `${showCount(report.originalsVerified, 'original was', 'originals were')} read just now and compared with the hash taken when it came.`
              : 'The originals were counted, not read. “Verify every original” reads each and compares its hash; that takes a while.'}
          </p>
        </div>
      </section>
      {report.exceptions.length > 0 && (
        <section className="card exceptions" aria-label="Exceptions">
          <header>
            <h2>{showCount(report.exceptions.length, 'exception')}</h2>
          </header>
          <div className="table-wrap">
            <table className="usa-table">
              <thead>
                <tr>
                  <th scope="col">What</th>
                  <th scope="col">Item</th>
                  <th scope="col">Detail</th>
                </tr>
              </thead>
              <tbody>
                {report.exceptions.map((exception, i) => (
                  <tr key={i}>
                    <th scope="row">{showCode(exception.code)}</th>
                    <td>
                      {exception.id && (
                        <Link className="mono" to={`/nodes/${exception.id}`}>
                          {exception.id.slice(0, 8)}
                        </Link>
                      )}
                    </td>
                    <td>{exception.detail}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  );
}
