import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { DayField } from '../ui/DayField';
import { PageTitle } from '../ui/PageTitle';
import { showDay } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { reach, type Report } from './api';
import { ComponentChoice, IssueChoice } from './Choosers';
import { pageOfFound } from './FoundRow';
import { OrderedReports } from './OrderedReports';
import './reach.css';

const REPORTS = [
  ['spoken', 'Stakeholders spoken to'],
  ['per-region', 'Per FEMA region'],
  ['per-component', 'Per component over time'],
] as const;
const FIELDS = ['issue', 'region', 'component', 'from', 'to'] as const;
type Field = (typeof FIELDS)[number];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const REGIONS = Array.from({ length: 10 }, (_, i) => String(i + 1));

/** Reports of outreach, to look at, print and take along (requirement S9). */
export default function ReportsPage() {
  const [params, setParams] = useSearchParams();
  const { session } = useSession();
  const name = REPORTS.find(([key]) => key === params.get('report'))?.[0] ?? 'spoken';
  const values = Object.fromEntries(
    FIELDS.map((field) => [field, params.get(field) ?? '']),
  ) as Record<Field, string>;
  const set = (field: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(field, value);
    else next.delete(field);
    setParams(next, { replace: true });
  };
  const query = useQuery({
    queryKey: ['reach', 'report', name, values],
    queryFn: () => reach.report(name, values),
  });
  const sheet = name !== 'spoken' || session.roles.includes('ADMINISTRATOR');
  return (
    <div className="page reach">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Outreach reports" />
          <p className="sub">
            Who was spoken to about what, and how much each component reached out.
          </p>
        </div>
        <div className="actions no-print">
          {sheet && (
            <a
              className="usa-button usa-button--outline"
              href={reach.reportSheet(name, values)}
              download
            >
              Download as CSV
            </a>
          )}
          <button type="button" className="usa-button" onClick={() => window.print()}>
            Print
          </button>
        </div>
      </div>
      <nav className="views no-print sub-views" aria-label="Reports">
        {REPORTS.map(([key, label]) => (
          <Link
            key={key}
            to={`?${new URLSearchParams({ ...Object.fromEntries(params), report: key }).toString()}`}
            aria-current={key === name ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      <form
        className="card filters no-print"
        aria-label="Narrow the report"
        onSubmit={(event) => event.preventDefault()}
      >
        <IssueChoice value={values.issue} onChange={(value) => set('issue', value)} />
        {name !== 'per-region' && (
          <label>
            <span className="usa-label">FEMA region</span>
            <select
              className="usa-select"
              value={values.region}
              onChange={(event) => set('region', event.target.value)}
            >
              <option value="">Every region</option>
              {REGIONS.map((each) => (
                <option key={each} value={each}>
                  Region {each}
                </option>
              ))}
            </select>
          </label>
        )}
        <ComponentChoice value={values.component} onChange={(value) => set('component', value)} />
        <DayField label="From" value={values.from} onChange={(value) => set('from', value)} />
        <DayField
          label="To"
          min={values.from || undefined}
          value={values.to}
          onChange={(value) => set('to', value)}
        />
      </form>
      <Loaded query={query} lines={10}>
        {(report) => <Shown report={report} values={values} />}
      </Loaded>
      <OrderedReports criteria={{ ...values, report: name }} titles={REPORTS} />
    </div>
  );
}

function Shown({ report, values }: { report: Report; values: Record<Field, string> }) {
  const narrowed = [
    values.issue,
    values.region && `region ${values.region}`,
    values.component,
    values.from && `from ${showDay(values.from)}`,
    values.to && `to ${showDay(values.to)}`,
  ].filter(Boolean);
  return (
    <section className="card" aria-label={report.title}>
      <header>
        <h2>{report.title}</h2>
        <span className="muted small">{narrowed.join(', ')}</span>
      </header>
      {report.remark && <p className="remark">{report.remark}</p>}
      {report.rows.length === 0 ? (
        <Empty icon="search" title="Nobody was spoken to">
          <p>Widen the period, or take a filter away.</p>
        </Empty>
      ) : (
        <div className="table-wrap" role="region" aria-label={report.title}>
          <table className="usa-table">
            <thead>
              <tr>
                {report.columns.map((each) => (
                  <th key={each.title} scope="col" className={each.figure ? 'number' : undefined}>
                    {each.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {report.rows.map((row, r) => (
                <tr key={r}>
                  {row.cells.map((cell, c) =>
                    c === 0 ? (
                      <th key={c} scope="row">
                        <Lead row={row} text={cell} />
                      </th>
                    ) : (
                      <td
                        key={c}
                        className={
                          report.columns[c]?.figure
                            ? 'number'
                            : DAY.test(cell)
                              ? 'nowrap'
                              : undefined
                        }
                      >
                        {report.columns[c]?.figure
                          ? Number(cell).toLocaleString('en-US')
                          : DAY.test(cell)
                            ? showDay(cell)
                            : cell}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Lead({ row, text }: { row: Report['rows'][number]; text: string }) {
  const { link } = row;
  if (link?.id && link.kind) {
    return <Link to={pageOfFound({ id: link.id, kind: link.kind })}>{text}</Link>;
  }
  return link?.search ? <Link to={`/stakeholders/find?${link.search}`}>{text}</Link> : <>{text}</>;
}
