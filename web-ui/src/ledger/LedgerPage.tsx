import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment, useId, useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import * as api from '../api/calls';
import type { AuditEntry } from '../api/types';
import { useSession } from '../session/SessionContext';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCode, showExact } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { Empty, Loaded } from '../ui/Waiting';
import { ACTION_CHOICES, actionLabel, OUTCOMES } from './labels';

const FIELDS = ['user', 'action', 'object', 'outcome', 'from', 'to'] as const;

/** A day typed in the local time zone, as the moment it begins or, for the last day, has ended. */
function moment(day: string, after: boolean): string | undefined {
  if (!day) return undefined;
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  return new Date(y, m - 1, d + (after ? 1 : 0)).toISOString();
}

/** The ledger, for the ISSO and administrators; that they read it is recorded too (requirement P8). */
export default function LedgerPage() {
  const { can } = useSession();
  return can('READ_LEDGER') ? <Ledger /> : <NotFound />;
}

function Ledger() {
  const [params, setParams] = useSearchParams();
  const filter = Object.fromEntries(FIELDS.map((name) => [name, params.get(name) ?? '']));
  const query = useInfiniteQuery({
    queryKey: ['ledger', filter],
    queryFn: ({ pageParam }) =>
      api.ledger(
        {
          ...filter,
          from: moment(filter.from ?? '', false),
          to: moment(filter.to ?? '', true),
        },
        pageParam,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    placeholderData: (before) => before,
  });
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <PageTitle title="Ledger" />
          <p className="sub">
            Who did what, when, to what, and with what outcome. Nothing in it can be changed; that
            you read it is recorded as well.
          </p>
        </div>
        <div className="actions no-print">
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => window.print()}
          >
            Print
          </button>
        </div>
      </div>
      <Filters key={params.toString()} filter={filter} onChange={setParams} />
      <section className="card" aria-label="Entries">
        <Loaded query={query} lines={10}>
          {() =>
            entries.length === 0 ? (
              <Empty icon="ledger" title="No entry fits">
                <p>Take a filter away, or widen the dates.</p>
              </Empty>
            ) : (
              <PagedTable
                query={query}
                className="usa-table ledger"
                head={
                  <>
                    <th scope="col" className="number">
                      No.
                    </th>
                    <th scope="col">When</th>
                    <th scope="col">Who</th>
                    <th scope="col">What</th>
                    <th scope="col">Object</th>
                    <th scope="col">Outcome</th>
                    <th scope="col">From</th>
                    <th scope="col">Details</th>
                    <th scope="col" className="no-print">
                      <span className="visually-hidden">More</span>
                    </th>
                  </>
                }
              >
                {entries.map((entry, i) => (
                  <Entry key={entry.sequence ?? `unsealed-${i}`} entry={entry} />
                ))}
              </PagedTable>
            )
          }
        </Loaded>
      </section>
    </div>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const details = Object.entries(entry.details);
  return (
    <>
      <tr>
        <td className="number muted">{entry.sequence ?? 'sealing'}</td>
        <td className="nowrap">
          <time dateTime={entry.at}>{showExact(entry.at)}</time>
        </td>
        <td>{entry.user}</td>
        <td>{actionLabel(entry.action)}</td>
        <td>
          {entry.object && (
            <Link to={`/nodes/${entry.object}`} className="mono">
              {entry.object.slice(0, 8)}
            </Link>
          )}
        </td>
        <td>
          <span className={entry.outcome === 'DONE' ? 'chip open' : 'chip quarantined'}>
            {OUTCOMES[entry.outcome]}
          </span>
        </td>
        <td>{entry.source}</td>
        <td className="small muted details">
          {details.map(([name, value]) => `${name}: ${value}`).join(', ')}
        </td>
        <td className="no-print">
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Less' : 'More'}
            <span className="visually-hidden"> of entry {entry.sequence ?? 'being sealed'}</span>
          </button>
        </td>
      </tr>
      {open && (
        <tr id={id} className="entry-detail">
          <td colSpan={9}>
            <dl>
              <dt>Number in the chain</dt>
              <dd>{entry.sequence ?? 'being sealed, within a second'}</dd>
              <dt>Moment (UTC)</dt>
              <dd>{entry.at}</dd>
              <dt>Account</dt>
              <dd>
                {entry.user} from {entry.source}
              </dd>
              <dt>Action</dt>
              <dd>
                {actionLabel(entry.action)} <span className="muted">({entry.action})</span>
              </dd>
              <dt>Object</dt>
              <dd>
                {entry.object ? (
                  <>
                    <span className="mono">{entry.object}</span>{' '}
                    <Link to={`/ledger?object=${entry.object}`}>All entries about it</Link>
                  </>
                ) : (
                  'none'
                )}
              </dd>
              {details.map(([name, value]) => (
                <Fragment key={name}>
                  <dt>{showCode(name)}</dt>
                  <dd>{value}</dd>
                </Fragment>
              ))}
            </dl>
            <p>
              <Link to={`/ledger?user=${encodeURIComponent(entry.user)}`}>
                All entries of {entry.user}
              </Link>
            </p>
          </td>
        </tr>
      )}
    </>
  );
}

function Filters(props: {
  filter: Record<string, string>;
  onChange: (params: Record<string, string>) => void;
}) {
  const [values, setValues] = useState(props.filter);
  const set = (name: string, value: string) => setValues({ ...values, [name]: value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onChange(
      Object.fromEntries(
        Object.entries(values)
          .map(([name, value]) => [name, value.trim()] as const)
          .filter(([, value]) => value !== ''),
      ),
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
  const chosen = (
    name: string,
    label: string,
    any: string,
    choices: readonly (readonly [string, string])[],
  ) => (
    <label>
      <span className="usa-label">{label}</span>
      <select
        className="usa-select"
        value={values[name]}
        onChange={(event) => set(name, event.target.value)}
      >
        <option value="">{any}</option>
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form className="card filters no-print" onSubmit={submit} aria-label="Filter the ledger">
      {typed('user', 'User')}
      {chosen('action', 'What', 'Anything', ACTION_CHOICES)}
      {chosen('outcome', 'Outcome', 'Any', Object.entries(OUTCOMES))}
      {typed('object', 'Object’s id')}
      {typed('from', 'From', 'date')}
      {typed('to', 'To', 'date')}
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
