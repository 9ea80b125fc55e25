import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../session/SessionContext';
import { ProblemAlert } from '../ui/Alert';
import { showDay } from '../ui/show';
import { useToasts } from '../ui/Toasts';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import { reach, type NewOrderedReport, type OrderedReport } from './api';

type Every = NewOrderedReport['every'];

const EVERY: readonly (readonly [Every, string])[] = [
  ['week', 'Every week'],
  ['month', 'Every month'],
  ['quarter', 'Every quarter'],
];
const KEY = ['reach', 'ordered'];

/** What a report is narrowed to, as one orders it. */
export interface Criteria {
  report: NewOrderedReport['report'];
  issue: string;
  region: string;
  component: string;
}

/** Has a report made again and again, and shows what is ordered (requirement S9). */
export function OrderedReports(props: {
  criteria: Criteria;
  titles: readonly (readonly [string, string])[];
}) {
  const { can } = useSession();
  const query = useQuery({ queryKey: KEY, queryFn: reach.ordered });
  const client = useQueryClient();
  const toasts = useToasts();
  const [every, setEvery] = useState<Every>('month');
  const { criteria } = props;
  const title = (report: string) => props.titles.find(([key]) => key === report)?.[1] ?? report;
  const again = () => void client.invalidateQueries({ queryKey: KEY });
  const order = useAction(async () => {
    const made = await reach.order({
      report: criteria.report,
      every,
      issue: criteria.issue || null,
      region: criteria.region || null,
      component: criteria.component || null,
    });
    again();
    toasts.show({ text: `The report is made for the first time on ${showDay(made.next)}.` });
  });
  const change = useAction(async (of: OrderedReport, to: Every) => {
    const { report, issue, state, region, component } = of;
    await reach.changeOrder(of, { report, every: to, issue, state, region, component });
    again();
  });
  const stop = useAction(async (id: string) => {
    await reach.stopOrder(id);
    again();
  });
  const problem = order.problem ?? change.problem ?? stop.problem;
  const keeps = can('KEEP_STAKEHOLDERS');
  return (
    <section className="card no-print" aria-label="Made again and again" id="ordered">
      <header>
        <h2>Made again and again</h2>
      </header>
      <div className="body">
        {problem && <ProblemAlert problem={problem} />}
        {keeps && (
          <form
            className="actions"
            onSubmit={(event) => {
              event.preventDefault();
              order.run();
            }}
          >
            <label>
              <span className="visually-hidden">How often</span>
              <select
                className="usa-select"
                value={every}
                onChange={(event) => setEvery(event.target.value as Every)}
              >
                {EVERY.map(([key, label]) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" className="usa-button usa-button--outline" disabled={order.busy}>
              Have this report made
            </button>
          </form>
        )}
        <p className="small muted">
          Each is of the week, month or quarter that is over, and you are told by mail when it is
          ready. The report that names stakeholders is not kept: its link shows it.
        </p>
        <Loaded query={query} lines={2}>
          {({ items }) => (
            <ul className="nolist">
              {items.map((each) => (
                <li key={each.id} className="ordered-report">
                  <strong>{title(each.report)}</strong>{' '}
                  <span className="small muted">
                    {[
                      each.issue,
                      each.region && `region ${each.region}`,
                      each.component,
                      `next on ${showDay(each.next)}`,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <Results of={each} />
                  {keeps && (
                    <div className="actions">
                      <select
                        className="usa-select"
                        aria-label={`How often: ${title(each.report)}`}
                        value={each.every}
                        disabled={change.busy}
                        onChange={(event) => change.run(each, event.target.value as Every)}
                      >
                        {EVERY.map(([key, label]) => (
                          <option key={key} value={key}>
                            {label}
                          </option>
                        ))}
                      </select>
                      <button
                        type="button"
                        className="usa-button usa-button--outline small"
                        disabled={stop.busy}
                        onClick={() => stop.run(each.id)}
                      >
                        Stop
                      </button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </div>
    </section>
  );
}

function Results({ of }: { of: OrderedReport }) {
  if (of.report === 'spoken') {
    const { latest } = of;
    const asked = latest && {
      report: of.report,
      ...(of.issue ? { issue: of.issue } : {}),
      ...(of.region ? { region: of.region } : {}),
      ...(of.component ? { component: of.component } : {}),
      ...latest,
    };
    return asked ? (
      <p className="small">
        <Link to={`?${new URLSearchParams(asked).toString()}`}>
          {showDay(asked.from)} to {showDay(asked.to)}
        </Link>
      </p>
    ) : null;
  }
  return of.sheets.length === 0 ? null : (
    <ul className="small">
      {of.sheets.map((sheet) => (
        <li key={sheet.id}>
          <a href={reach.sheet(sheet.id)} download={sheet.name}>
            {sheet.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
