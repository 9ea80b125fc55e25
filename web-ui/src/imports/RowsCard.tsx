import { useState } from 'react';
import { Link } from 'react-router';
import { ProblemAlert } from '../ui/Alert';
import { pageOf } from '../ui/links';
import { showLikelihood } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { Tabs } from '../ui/Tabs';
import { useAction } from '../ui/useAction';
import { Empty, Loaded } from '../ui/Waiting';
import * as calls from './calls';
import type { Decision, Import, ImportFate, ImportRow, Which } from './contract';
import { useRows, useTaken } from './useImports';
import { BECAME, BECAME_ORDER, FATES, isOver, ORDER } from './words';
import { SideBySide } from './SideBySide';

/**
 * The rows by what is to become of them, each with its reasons, and decisions where there is a
 * question; once the import ran, by what became of them.
 */
export function RowsCard({ of }: { of: Import }) {
  return isOver(of) ? (
    <RowTabs of={of} label="What became of the rows" tabs={became(of)} />
  ) : (
    <RowTabs of={of} label="What becomes of the rows" tabs={planned(of)} />
  );
}

interface Tab {
  which: Which;
  label: string;
  count: number;
}

function planned(of: Import): Tab[] {
  return ORDER.map((fate) => ({
    which: { fate },
    label: FATES[fate],
    count: of.counts[fate] ?? 0,
  }));
}

function became(of: Import): Tab[] {
  return BECAME_ORDER.map((each) => ({
    which: { became: each },
    label: BECAME[each],
    count: of.results[each] ?? 0,
  }));
}

function RowTabs({ of, label, tabs }: { of: Import; label: string; tabs: Tab[] }) {
  const there = tabs.filter((tab) => tab.count > 0);
  const [chosen, setChosen] = useState('');
  const current = there.find((tab) => tab.label === chosen) ?? there[0];
  return (
    current && (
      <section className="card" aria-label="Rows">
        <Tabs
          label={label}
          current={current.label}
          onChange={setChosen}
          tabs={there.map((tab) => ({
            key: tab.label,
            label: `${tab.label} (${tab.count.toLocaleString('en-US')})`,
          }))}
        >
          <Rows key={current.label} of={of} which={current.which} />
        </Tabs>
      </section>
    )
  );
}

function Rows({ of, which }: { of: Import; which: Which }) {
  const query = useRows(of.id, which);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const decides =
    of.allowed.includes('decide') &&
    'fate' in which &&
    which.fate !== 'rejected' &&
    which.fate !== 'event';
  return (
    <Loaded query={query} lines={6}>
      {() =>
        rows.length === 0 ? (
          <Empty icon="check" title="No such rows" />
        ) : (
          <PagedTable
            query={query}
            head={
              <>
                <th scope="col">Line</th>
                <th scope="col">Who or what</th>
                <th scope="col">Why</th>
                {decides && <th scope="col">What becomes of it</th>}
              </>
            }
          >
            {rows.map((row) => (
              <Row key={row.number} of={of} row={row} decides={decides} />
            ))}
          </PagedTable>
        )
      }
    </Loaded>
  );
}

/** What is chosen now: what somebody decided, or the usual. */
function chosen(row: ImportRow): string {
  const usual: Partial<Record<ImportFate, string>> = {
    new: 'new',
    known: row.candidates[0]?.with ?? 'new',
    double: row.candidates[0]?.with ?? 'new',
  };
  return row.decision ? (row.decision.with ?? row.decision.decision) : (usual[row.fate] ?? '');
}

function asDecision(value: string): Decision {
  return value === 'new' || value === 'skip'
    ? { decision: value }
    : { decision: 'merge', with: value };
}

function Row({ of, row, decides }: { of: Import; row: ImportRow; decides: boolean }) {
  const taken = useTaken();
  const [looking, setLooking] = useState(false);
  const decide = useAction(async (value: string) =>
    taken(await calls.decide(of.id, row.number, asDecision(value))),
  );
  const person = row.person;
  const about = [
    person?.title,
    person?.organization,
    person?.emails?.[0] ?? person?.phones?.[0]?.number,
  ];
  return (
    <tr>
      <td className="nowrap">{row.line}</td>
      <th scope="row" className="details">
        {row.became?.node ? (
          <Link to={pageOf(row.event ? 'stk:event' : 'stk:person', row.became.node)}>
            {row.called}
          </Link>
        ) : (
          (row.called ?? 'Nobody')
        )}
        <span className="muted small below">
          {row.event ? row.event.start : about.filter(Boolean).join(' · ')}
        </span>
      </th>
      <td>
        {(row.became?.why ? [row.became.why] : row.why).map((why) => (
          <div key={why}>{why}</div>
        ))}
        {row.candidates
          .filter((each) => each.name)
          .map((each) => (
            <div key={each.with} className="small">
              <Link to={pageOf('stk:person', each.with)}>{each.name}</Link>
              <span className="muted"> ({showLikelihood(each.score)})</span>
            </div>
          ))}
      </td>
      {decides && (
        <td>
          {decide.problem && <ProblemAlert problem={decide.problem} />}
          <select
            className="usa-select"
            aria-label={`What becomes of ${row.called ?? `row ${row.number}`}`}
            value={chosen(row)}
            disabled={decide.busy}
            onChange={(event) => decide.run(event.target.value)}
          >
            {row.fate === 'ask' && !row.decision && <option value="">Decide…</option>}
            <option value="new">Enter as somebody new</option>
            {row.candidates.map((each) => (
              <option key={each.with} value={each.with}>
                {each.row ? `The same as row ${each.row}` : `Add to ${each.name ?? 'the entry'}`}
              </option>
            ))}
            <option value="skip">Leave out</option>
          </select>
          {row.candidates.some((each) => each.person) && (
            <button
              type="button"
              className="usa-button usa-button--unstyled small"
              aria-label={`Look at ${row.called ?? 'the row'} side by side`}
              onClick={() => setLooking(true)}
            >
              Side by side…
            </button>
          )}
          {looking && (
            <SideBySide
              row={row}
              onChoose={(value) => {
                setLooking(false);
                decide.run(value);
              }}
              onClose={() => setLooking(false)}
            />
          )}
        </td>
      )}
    </tr>
  );
}
