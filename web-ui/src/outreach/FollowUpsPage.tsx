import { Link, useSearchParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { ProblemAlert } from '../ui/Alert';
import { showCount, showDay } from '../ui/show';
import { ShowMore } from '../ui/ShowMore';
import { useAction } from '../ui/useAction';
import { useKeptFocus } from '../ui/useKeptFocus';
import { Empty, Loaded } from '../ui/Waiting';
import { interactions } from './calls';
import type { FollowUp } from './contract';
import { DueDay } from './DueDay';
import { Names } from './Names';
import { useQuickEntry } from './quick';
import { useDone, useFollowUps } from './useOutreach';

const SHOWN = 3;

const WHOSE = [
  ['mine', 'Mine'],
  ['component', 'My component’s'],
  ['all', 'Everybody’s'],
] as const;

/** What was promised and is not done, the one due first in front. */
export default function FollowUpsPage() {
  const { session, can } = useSession();
  const enter = useQuickEntry();
  const kept = useKeptFocus<HTMLUListElement>();
  const [params, setParams] = useSearchParams();
  const whose = params.get('whose') ?? 'mine';
  const overdue = params.get('due') === 'overdue';
  const component = session.components[0];
  const query = useFollowUps({
    mine: whose === 'mine',
    component: whose === 'component' ? component : undefined,
    overdue,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.set(name, value);
        return next;
      },
      { replace: true },
    );

  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Follow-ups" />
          <p className="sub">What was promised to people and organizations, and is not done yet.</p>
        </div>
        {can('KEEP_STAKEHOLDERS') && (
          <div className="actions no-print">
            <button type="button" className="usa-button small" onClick={() => enter()}>
              <Icon name="plus" />
              Note an interaction
              <kbd aria-hidden="true">E</kbd>
            </button>
          </div>
        )}
      </div>
      <section className="card" aria-label="Follow-ups">
        <header className="no-print">
          <label className="sort">
            <span className="muted small">Whose</span>
            <select
              className="usa-select"
              value={whose}
              onChange={(event) => set('whose', event.target.value)}
            >
              {WHOSE.filter(([key]) => key !== 'component' || component).map(([key, label]) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label className="sort">
            <span className="muted small">Due</span>
            <select
              className="usa-select"
              value={overdue ? 'overdue' : 'any'}
              onChange={(event) => set('due', event.target.value)}
            >
              <option value="any">Whenever</option>
              <option value="overdue">Overdue</option>
            </select>
          </label>
          <span className="spring" />
          <span className="muted small" role="status">
            {query.data?.pages[0] ? showCount(query.data.pages[0].total, 'promise') : ''}
          </span>
        </header>
        <Loaded query={query} lines={6}>
          {() =>
            items.length === 0 ? (
              <Empty icon="check" title={overdue ? 'Nothing is overdue' : 'Nothing is promised'}>
                <p>
                  {whose === 'mine'
                    ? 'What you promise in an interaction waits here until it is done.'
                    : 'What is promised in interactions waits here until it is done.'}
                </p>
              </Empty>
            ) : (
              <>
                <ul className="rows nolist promises" {...kept}>
                  {items.map((item) => (
                    <Row key={item.interaction} item={item} others={whose !== 'mine'} />
                  ))}
                </ul>
                <ShowMore query={query} />
              </>
            )
          }
        </Loaded>
      </section>
    </div>
  );
}

function Row({ item, others }: { item: FollowUp; others: boolean }) {
  const { can } = useSession();
  const done = useDone();
  const keep = useAction(async () => {
    await interactions.followedUp(item.interaction);
    done(`Done: ${item.text}`);
  });
  return (
    <li>
      {keep.problem && <ProblemAlert problem={keep.problem} />}
      <div className="promised">
        <div>
          <p>
            <Link to={`/stakeholders/interactions/${item.interaction}`}>{item.text}</Link>
          </p>
          <p className="muted small">
            To <Names people={item.people} organizations={item.organizations} most={SHOWN} />, on{' '}
            {showDay(item.date)}
            {others &&
              (item.employee || item.component) &&
              `, by ${[item.employee?.label, item.component?.label].filter(Boolean).join(', ')}`}
          </p>
        </div>
        <DueDay due={item.due} />
        {can('KEEP_STAKEHOLDERS') && (
          <button
            type="button"
            className="usa-button usa-button--outline small no-print"
            disabled={keep.busy}
            aria-label={`Done: ${item.text}`}
            onClick={() => keep.run()}
          >
            <Icon name="check" />
            Done
          </button>
        )}
      </div>
    </li>
  );
}
