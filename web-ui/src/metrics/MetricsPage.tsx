import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import * as api from '../api/calls';
import type { Metric, MetricAbout, MetricRow } from '../api/types';
import { useSchema } from '../model/useSchema';
import { useSession } from '../session/SessionContext';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showDay, showExact } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { behind } from './behind';
import { Chart } from './Chart';
import { showFigure, showPeriod } from './chart';

const FIELDS = ['from', 'to', 'component', 'issue', 'source'] as const;

/** The office's figures: each as a chart and a table, and from each figure to what it counts (C13). */
export default function MetricsPage() {
  const { can } = useSession();
  return can('SEE_METRICS') ? <Metrics /> : <NotFound />;
}

function Metrics() {
  const list = useQuery({ queryKey: ['metrics'], queryFn: api.metrics.list, staleTime: 600_000 });
  return (
    <div className="page metrics">
      <Loaded query={list} lines={4}>
        {({ items }) => <Chosen items={items} />}
      </Loaded>
    </div>
  );
}

function Chosen({ items }: { items: MetricAbout[] }) {
  const [params, setParams] = useSearchParams();
  const about = items.find((each) => each.name === params.get('metric')) ?? items[0];
  if (!about) {
    return <NotFound />;
  }
  const by = about.by.find((each) => each.key === params.get('by')) ?? about.by[0];
  const asked: Record<string, string> = { by: by?.key ?? '' };
  for (const field of FIELDS) {
    asked[field] = params.get(field) ?? '';
  }
  const change = (values: Record<string, string>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(values)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setParams(next);
  };
  return (
    <>
      <div className="page-head">
        <div>
          <PageTitle title={about.title} />
          <p className="sub">{about.description}</p>
        </div>
        <div className="actions no-print">
          <a
            className="usa-button usa-button--outline"
            href={api.metrics.sheet(about.name, asked)}
            download
          >
            Download as CSV
          </a>
          <button type="button" className="usa-button" onClick={() => window.print()}>
            Print
          </button>
        </div>
      </div>
      <nav className="views no-print" aria-label="Metrics">
        {items.map((each) => (
          <Link
            key={each.name}
            to={`?${new URLSearchParams({ ...kept(params), metric: each.name }).toString()}`}
            aria-current={each.name === about.name ? 'page' : undefined}
          >
            {each.title}
          </Link>
        ))}
      </nav>
      <Narrowing key={params.toString()} about={about} values={asked} onChange={change} />
      <Figures name={about.name} asked={asked} />
    </>
  );
}

/** What stays when one goes on to another metric. */
function kept(params: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    FIELDS.map((name) => [name, params.get(name) ?? ''] as const).filter(([, value]) => value),
  );
}

function Narrowing(props: {
  about: MetricAbout;
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
}) {
  const [values, setValues] = useState(props.values);
  const set = (name: string, value: string) => setValues({ ...values, [name]: value });
  const schema = useSchema();
  const sources = useMemo(() => schema.data?.property('cor:source')?.choices ?? [], [schema.data]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onChange(
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()])),
    );
  };
  const typed = (name: string, label: string, type?: 'date') => (
    <label>
      <span className="usa-label">{label}</span>
      <input
        type={type}
        className="usa-input"
        value={values[name]}
        onChange={(event) => set(name, event.target.value)}
      />
    </label>
  );
  return (
    <form className="card filters no-print" onSubmit={submit} aria-label="Narrow the figures">
      <label>
        <span className="usa-label">Rows by</span>
        <select
          className="usa-select"
          value={values.by}
          onChange={(event) => set('by', event.target.value)}
        >
          {props.about.by.map((each) => (
            <option key={each.key} value={each.key}>
              {each.title}
            </option>
          ))}
        </select>
      </label>
      {typed('from', 'From', 'date')}
      {typed('to', 'To', 'date')}
      {typed('component', 'Component’s code')}
      {typed('issue', 'Issue’s code')}
      <label>
        <span className="usa-label">Source</span>
        <select
          className="usa-select"
          value={values.source}
          onChange={(event) => set('source', event.target.value)}
        >
          <option value="">Any</option>
          {sources.map((each) => (
            <option key={each.value} value={each.value}>
              {each.label}
            </option>
          ))}
        </select>
      </label>
      <div className="actions">
        <button type="submit" className="usa-button">
          Show
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => props.onChange(Object.fromEntries(FIELDS.map((name) => [name, ''])))}
        >
          Clear
        </button>
      </div>
    </form>
  );
}

function Figures(props: { name: string; asked: Record<string, string> }) {
  const query = useQuery({
    queryKey: ['metrics', props.name, props.asked],
    queryFn: () => api.metrics.get(props.name, props.asked),
    placeholderData: (before) => (before?.name === props.name ? before : undefined),
  });
  return (
    <Loaded query={query} lines={10}>
      {(metric) => (
        <section className="card" aria-label={metric.title}>
          <header>
            <h2>{metric.title}</h2>
            <span className="muted small">
              {narrowed(metric, props.asked)}as of {showExact(metric.at)}
            </span>
          </header>
          <div className="body">
            {metric.rows.length === 0 ? (
              <Empty icon="search" title="Nothing to count">
                <p>Widen the dates, or take a filter away.</p>
              </Empty>
            ) : (
              <>
                <Chart metric={metric} />
                <Table metric={metric} asked={props.asked} />
                <p className="muted small">
                  Counted over what you may see. A number leads to what it counts.
                </p>
              </>
            )}
          </div>
        </section>
      )}
    </Loaded>
  );
}

/** What the figures were narrowed to, for the printed page. */
function narrowed(metric: Metric, asked: Record<string, string>): string {
  const parts = [
    metric.from && `from ${showDay(metric.from)}`,
    metric.to && `to ${showDay(metric.to)}`,
    asked.component && `component ${asked.component}`,
    asked.issue && `issue ${asked.issue}`,
    asked.source && `source ${asked.source}`,
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')}; ` : '';
}

function Table({ metric, asked }: { metric: Metric; asked: Record<string, string> }) {
  return (
    <div className="table-wrap">
      <table className="usa-table figures">
        <thead>
          <tr>
            <th scope="col">{metric.by === 'period' ? 'Period' : 'By ' + metric.by}</th>
            {metric.columns.map((column) => (
              <th key={column.key} scope="col" className="number">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {metric.rows.map((row) => (
            <Row key={row.key} metric={metric} row={row} asked={asked} />
          ))}
        </tbody>
        <tfoot>
          <Row metric={metric} row={metric.total} asked={asked} />
        </tfoot>
      </table>
    </div>
  );
}

function Row(props: { metric: Metric; row: MetricRow; asked: Record<string, string> }) {
  const { metric, row, asked } = props;
  const label = showPeriod(row.label);
  return (
    <tr>
      <th scope="row">{label}</th>
      {metric.columns.map((column) => {
        const text = showFigure(row.figures[column.key], column.unit);
        const to = behind(metric, row, column.key, asked);
        return (
          <td key={column.key} className="number">
            {to ? (
              <Link to={to} aria-label={`${label}, ${column.title}: ${text}`}>
                {text}
              </Link>
            ) : (
              text
            )}
          </td>
        );
      })}
    </tr>
  );
}
