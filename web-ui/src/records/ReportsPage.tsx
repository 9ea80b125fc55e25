import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import * as api from '../api/calls';
import { Chart } from '../metrics/Chart';
import { useSession } from '../session/SessionContext';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showDay, showMoment, showSize } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { REPORTS, type RecordsReport, type ReportName } from './contract';
import { RecordsNav } from './RecordsNav';
import { drawn } from './reportChart';

const WORDS: Record<ReportName, readonly [title: string, about: string]> = {
  volume: ['Volume', 'How much there is of each series, and where it stands.'],
  due: ['Due', 'What becomes due in the period.'],
  holds: ['Holds', 'Holds that were in force in the period.'],
  destructions: ['Destructions', 'What was destroyed in the period, and who approved it.'],
  transfers: ['Transfers', 'What went to the National Archives in the period.'],
};

/** Reports on records: each as a table, drawn where there is something to draw. */
export default function ReportsPage() {
  const { can } = useSession();
  return can('REVIEW_RECORDS') ? <Reports /> : <NotFound />;
}

function Reports() {
  const [params, setParams] = useSearchParams();
  const name = REPORTS.find((each) => each === params.get('report')) ?? 'volume';
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  const [title, about] = WORDS[name];
  return (
    <div className="page metrics">
      <RecordsNav />
      <div className="page-head">
        <div>
          <PageTitle title={`Report: ${title.toLowerCase()}`} />
          <p className="sub">{about}</p>
        </div>
        <div className="actions no-print">
          <a
            className="usa-button usa-button--outline"
            href={api.records.reportUrl(name, from, to)}
            download
          >
            Download as CSV
          </a>
          <button type="button" className="usa-button" onClick={() => window.print()}>
            Print
          </button>
        </div>
      </div>
      <nav className="views no-print" aria-label="Reports">
        {REPORTS.map((each) => (
          <Link
            key={each}
            to={`?${new URLSearchParams({ report: each, ...(from && { from }), ...(to && { to }) }).toString()}`}
            aria-current={each === name ? 'page' : undefined}
          >
            {WORDS[each][0]}
          </Link>
        ))}
      </nav>
      <Period
        key={`${from} ${to}`}
        from={from}
        to={to}
        onChange={(values) => setParams({ report: name, ...values })}
      />
      <Figures name={name} title={title} from={from} to={to} />
    </div>
  );
}

function Period(props: {
  from: string;
  to: string;
  onChange: (values: Record<string, string>) => void;
}) {
  const [from, setFrom] = useState(props.from);
  const [to, setTo] = useState(props.to);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onChange({ ...(from && { from }), ...(to && { to }) });
  };
  const day = (label: string, value: string, set: (value: string) => void) => (
    <label>
      <span className="usa-label">{label}</span>
      <input
        type="date"
        className="usa-input"
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
  return (
    <form className="card filters no-print" onSubmit={submit} aria-label="The period">
      {day('From', from, setFrom)}
      {day('To', to, setTo)}
      <div className="actions">
        <button type="submit" className="usa-button">
          Show
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => props.onChange({})}
        >
          Clear
        </button>
      </div>
    </form>
  );
}

function Figures(props: { name: ReportName; title: string; from: string; to: string }) {
  const { name, title, from, to } = props;
  const query = useQuery({
    queryKey: ['records', 'report', name, from, to],
    queryFn: () => api.records.report(name, from, to),
  });
  return (
    <Loaded query={query} lines={8}>
      {(report) => {
        const chart = drawn(title, report);
        return (
          <section className="card" aria-label={title}>
            <header>
              <h2>{title}</h2>
              <span className="muted small">
                {[from && `from ${showDay(from)}`, to && `to ${showDay(to)}`]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </header>
            <div className="body">
              {report.rows.length === 0 ? (
                <Empty icon="search" title="Nothing in the period">
                  <p>Widen the dates.</p>
                </Empty>
              ) : (
                <>
                  {chart && <Chart metric={chart} />}
                  <Table report={report} />
                </>
              )}
            </div>
          </section>
        );
      }}
    </Loaded>
  );
}

function Table({ report }: { report: RecordsReport }) {
  return (
    <div className="table-wrap">
      <table className="usa-table figures">
        <thead>
          <tr>
            {report.columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                className={report.rows.every((row) => numeric(row[column.name])) ? 'number' : ''}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row, i) => (
            <tr key={i}>
              {report.columns.map((column) => (
                <td key={column.name} className={numeric(row[column.name]) ? 'number' : ''}>
                  {cell(column.name, row[column.name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function numeric(value: unknown): boolean {
  return typeof value === 'number';
}

/** A value as people read it: bytes as a size, days and moments as dates. */
function cell(column: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') {
    return /bytes$/i.test(column) ? showSize(value) : value.toLocaleString('en-US');
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return showDay(text);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return showMoment(text);
  return text;
}
