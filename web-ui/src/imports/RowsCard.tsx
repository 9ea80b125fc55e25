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
import type { Decision, Import, ImportFate, ImportRow } from './contract';
import { useRows, useTaken } from './useImports';
import { FATES, ORDER } from './words';
import { SideBySide } from './SideBySide';

/** The rows by what becomes of them, each with its reasons, and decisions where there is a question. */
export function RowsCard({ of }: { of: Import }) {
  const there = ORDER.filter((fate) => (of.counts[fate] ?? 0) > 0);
  const [fate, setFate] = useState<ImportFate>(there[0] ?? 'new');
  return (
    <section className="card" aria-label="Rows">
      <Tabs
        label="What becomes of the rows"
        current={fate}
        onChange={(key) => setFate(key as ImportFate)}
        tabs={there.map((each) => ({
          key: each,
          label: `${each === 'ask' && of.state !== 'deciding' ? 'Asked' : FATES[each]} (${(of.counts[each] ?? 0).toLocaleString('en-US')})`,
        }))}
      >
        <Rows key={fate} of={of} fate={fate} />
      </Tabs>
    </section>
  );
}

function Rows({ of, fate }: { of: Import; fate: ImportFate }) {
  const query = useRows(of.id, fate);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const decides = of.allowed.includes('decide') && fate !== 'rejected' && fate !== 'event';
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
        {row.called ?? 'Nobody'}
        <span className="muted small below">
          {row.event ? row.event.start : about.filter(Boolean).join(' · ')}
        </span>
      </th>
      <td>
        {row.why.map((why) => (
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
