import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import * as api from '../api/calls';
import type { IntegrityReport, KeptIntegrityReport } from '../api/types';
import { useSession } from '../session/SessionContext';
import { Alert, ProblemAlert } from '../ui/Alert';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCode, showCount, showExact } from '../ui/show';
import { useAction } from '../ui/useAction';
import { PagedTable } from '../ui/ShowMore';
import { Empty, Loaded } from '../ui/Waiting';
import { MailCard } from './MailCard';

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
  const [params] = useSearchParams();
  const chosen = params.get('report');
  const queries = useQueryClient();
  const query = useQuery({ queryKey: KEY, queryFn: api.integrity.count, staleTime: 60_000 });
  const make = useAction(async () => {
    await api.integrity.make();
    await queries.invalidateQueries({ queryKey: ['integrity'] });
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
            className="usa-button usa-button--outline"
            onClick={() => window.print()}
          >
            Print
          </button>
          <button
            type="button"
            className="usa-button"
            disabled={make.busy}
            onClick={() => make.run()}
          >
            {make.busy ? 'Reading every original…' : 'Make a report now'}
          </button>
        </div>
      </div>
      {make.problem && <ProblemAlert problem={make.problem} />}
      <div className="stack">
        <div>
          {chosen ? (
            <Kept id={chosen} />
          ) : (
            <Loaded query={query} lines={8}>
              {(report) => <Report report={report} />}
            </Loaded>
          )}
        </div>
        <Reports chosen={chosen} />
        <MailCard />
      </div>
    </div>
  );
}

/** A report that was kept, compared with what the ledger says of it. */
function Kept({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['integrity', 'report', id],
    queryFn: () => api.integrity.report(id),
  });
  return (
    <Loaded query={query} lines={8}>
      {({ kept, genuine, report }) => (
        <>
          <p className="no-print">
            <Link to="/integrity">Back to how it is now</Link>
          </p>
          {genuine ? (
            <Alert kind="info" title={`The report of ${showExact(kept.at)}`} announce={false}>
              Its document has the hash that entry {kept.sequence ?? '(being sealed)'} of the ledger
              holds: it is as it was made.
            </Alert>
          ) : (
            <Alert kind="error" title="This report is not as it was made">
              Its document does not have the hash that entry {kept.sequence ?? '(being sealed)'} of
              the ledger holds. What the ledger holds is below, in the list.
            </Alert>
          )}
          {report && <Report report={report} />}
        </>
      )}
    </Loaded>
  );
}

/** Every report that was kept, with its proof. */
function Reports({ chosen }: { chosen: string | null }) {
  const query = useInfiniteQuery({
    queryKey: ['integrity', 'reports'],
    queryFn: ({ pageParam }) => api.integrity.reports(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  });
  const reports = query.data?.pages.flatMap((page) => page.items) ?? [];
  const problem = query.data?.pages[0]?.problem;
  return (
    <section className="card" aria-label="Reports">
      <header>
        <h2>Reports</h2>
        <span className="muted small">one a day, each with its proof in the ledger</span>
      </header>
      <Loaded query={query} lines={4}>
        {() => (
          <>
            {problem && <Alert kind="error">{problem}</Alert>}
            {reports.length === 0 ? (
              <Empty icon="check" title="No report has been made yet">
                <p>The first is made within the hour, without anybody asking.</p>
              </Empty>
            ) : (
              <PagedTable
                query={query}
                head={
                  <>
                    <th scope="col">Made</th>
                    <th scope="col">By</th>
                    <th scope="col" className="number">
                      Received
                    </th>
                    <th scope="col" className="number">
                      Originals read
                    </th>
                    <th scope="col">Result</th>
                    <th scope="col">Proof</th>
                  </>
                }
              >
                {reports.map((report) => (
                  <ReportRow key={report.id} report={report} current={report.id === chosen} />
                ))}
              </PagedTable>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function ReportRow({ report, current }: { report: KeptIntegrityReport; current: boolean }) {
  return (
    <tr>
      <th scope="row" className="nowrap">
        <Link to={`/integrity?report=${report.id}`} aria-current={current ? 'page' : undefined}>
          {showExact(report.at)}
        </Link>
      </th>
      <td>{report.by}</td>
      <td className="number">{report.received.toLocaleString('en-US')}</td>
      <td className="number">{report.originalsVerified.toLocaleString('en-US')}</td>
      <td>
        <span className={report.balanced ? 'chip open' : 'chip quarantined'}>
          {report.balanced ? 'All is there' : showCount(report.exceptions, 'exception')}
        </span>
      </td>
      <td className="small muted">
        entry {report.sequence ?? '(being sealed)'},{' '}
        <span className="mono">{report.sha256.slice(0, 12)}…</span>
      </td>
    </tr>
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
              : 'The originals were counted, not read. “Make a report now” reads each, compares its hash, and keeps the report; that takes a while.'}
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
