import { useEffect, useRef } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { DeskSection, Tasking, TaskingList as Answer } from '../api/types';
import { isOpen } from '../routing/due';
import { TaskingPanel } from '../routing/TaskingPanel';
import { useSession } from '../session/SessionContext';
import { Icon, type IconName } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay, showMoment } from '../ui/show';
import { useShortcuts } from '../ui/shortcuts';
import { Empty, Loaded } from '../ui/Waiting';
import { firstView, type View } from './landing';
import { TaskingList } from './TaskingList';
import { useDeskSections, useTasking, useTaskings, useUnreadMessages } from './useMyDesk';

const VIEWS: readonly { key: View; label: string; whose: boolean }[] = [
  { key: 'mine', label: 'Mine', whose: false },
  { key: 'group', label: 'My groups’', whose: true },
  { key: 'assigned', label: 'Assigned by me', whose: true },
  { key: 'all', label: 'All I may see', whose: true },
];

/** What stands beside the taskings: shown as the server counts it out. */
const BESIDE: readonly DeskSection['key'][] = ['signatures', 'unrouted', 'messages'];

/** What somebody has to do, by when, and what they gave others to do. */
export function MyDeskPage() {
  const { session, can } = useSession();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const sections = useDeskSections();
  const parts = sections.data?.sections ?? [];
  const asked = params.get('view') ?? firstView(session.roles, parts);
  const view = VIEWS.find((one) => one.key === asked);
  const due = params.get('due') ?? '';
  const state = params.get('state') ?? 'open';
  const sort = params.get('sort') ?? 'due';
  const { query, items, first } = useTaskings({
    view: view?.key ?? 'mine',
    due: due || undefined,
    state,
    sort,
  });
  const part = parts.find((one) => one.key === asked);
  const chosen = params.get('tasking') ?? items?.[0]?.id;
  const listBox = useRef<HTMLDivElement>(null);

  const set = (changes: Record<string, string | undefined>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) {
            next.set(name, value);
          } else {
            next.delete(name);
          }
        }
        return next;
      },
      { replace: true },
    );

  // The keys go to the list until somebody goes elsewhere.
  useEffect(() => {
    if (items && (!document.activeElement || document.activeElement.matches('body, h1'))) {
      listBox.current?.querySelector<HTMLElement>('[role=listbox]')?.focus({ preventScroll: true });
    }
  }, [items]);

  const step = (by: number) => {
    const at = items?.findIndex((item) => item.id === chosen) ?? -1;
    const next = items?.[at + by];
    if (next) {
      set({ tasking: next.id });
    }
  };
  const open = (tasking: Tasking) =>
    void navigate(`/case-files/${tasking.caseFile.id}?tasking=${tasking.id}`);
  const goOn = (changed: Tasking) => {
    if (isOpen(changed)) {
      set({ tasking: changed.id });
      return;
    }
    const at = items?.findIndex((item) => item.id === changed.id) ?? -1;
    const rest = items?.filter((item) => item.id !== changed.id) ?? [];
    set({ tasking: (rest[Math.max(0, at)] ?? rest[at - 1])?.id });
    listBox.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  };

  const inHand = items?.find((item) => item.id === chosen);
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    arrowdown: () => step(1),
    arrowup: () => step(-1),
    o: inHand ? () => open(inHand) : undefined,
    c: () => press('[data-act=claim]'),
    a: () => document.querySelector<HTMLElement>('.desk-task form textarea')?.focus(),
  });

  // What a supervisor sees to, whoever has it.
  const overdue = parts.find((one) => one.key === 'component')?.count ?? 0;
  const countOf = (key: string) => parts.find((one) => one.key === key)?.count;

  return (
    <div className="page full">
      <div className="desk-head">
        <PageTitle title="My desk" />
        <nav aria-label="What the desk shows">
          <ul className="views nolist">
            {VIEWS.filter((one) => one.key !== 'all' || can('TASK')).map((one) => (
              <ViewLink
                key={one.key}
                view={one.key}
                label={one.label}
                count={countOf(one.key)}
                current={asked}
              />
            ))}
            {parts
              .filter((one) => BESIDE.includes(one.key))
              .map((one) => (
                <ViewLink
                  key={one.key}
                  view={one.key}
                  label={one.title}
                  count={one.count}
                  current={asked}
                />
              ))}
            {overdue > 0 && (
              <ViewLink view="all&due=overdue" label="Overdue" count={overdue} current="" />
            )}
            <ViewLink view="overview" label="Overview" current={asked} />
          </ul>
        </nav>
      </div>
      {!view ? (
        <section className="card" aria-label={part?.title ?? 'What waits'}>
          {asked === 'messages' ? <Unread /> : <Part part={part} />}
        </section>
      ) : (
        <div className="desk two">
          <section className="desk-list card" aria-label="Taskings" ref={listBox}>
            <div className="desk-filters">
              <Choice
                label="State"
                value={state}
                options={[
                  ['open', 'Open'],
                  ['done', 'Done'],
                  ['withdrawn', 'Withdrawn'],
                ]}
                onChange={(value) => set({ state: value, tasking: undefined })}
              />
              <Choice
                label="Due"
                value={due}
                options={[
                  ['', 'Any day'],
                  ['overdue', 'Overdue'],
                  ['soon', 'Soon'],
                  ['later', 'Later'],
                ]}
                onChange={(value) => set({ due: value, tasking: undefined })}
              />
              <Choice
                label="Sorted by"
                value={sort}
                options={[
                  ['due', 'Due day'],
                  ['-modified', 'Changed last'],
                ]}
                onChange={(value) => set({ sort: value })}
              />
            </div>
            <p className="desk-counts small muted" role="status">
              {first && countsText(first)}
            </p>
            <Loaded query={query} lines={9}>
              {() =>
                items && items.length > 0 ? (
                  <>
                    <TaskingList
                      label="Taskings"
                      items={items}
                      selected={chosen}
                      whose={view?.whose ?? true}
                      onSelect={(tasking) => set({ tasking: tasking.id })}
                      onOpen={open}
                    />
                    {query.hasNextPage && (
                      <button
                        type="button"
                        className="usa-button usa-button--outline small more"
                        disabled={query.isFetchingNextPage}
                        onClick={() => void query.fetchNextPage()}
                      >
                        {query.isFetchingNextPage ? 'Loading…' : 'Show more'}
                      </button>
                    )}
                  </>
                ) : (
                  <NothingHere
                    view={view?.key ?? 'mine'}
                    narrowed={due !== '' || state !== 'open'}
                  />
                )
              }
            </Loaded>
          </section>
          <section className="desk-task card" aria-label="The tasking in hand">
            {chosen && <InHand key={chosen} id={chosen} onDone={goOn} />}
          </section>
        </div>
      )}
    </div>
  );
}

function press(selector: string) {
  document.querySelector<HTMLButtonElement>(`.desk-task ${selector}:not(:disabled)`)?.click();
}

function countsText({ counts }: Pick<Answer, 'counts'>): string {
  return [
    counts.overdue ? `${counts.overdue} overdue` : '',
    counts.soon ? `${counts.soon} due soon` : '',
    showCount(counts.open ?? 0, 'open tasking'),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Choice(props: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  return (
    <label className="sort">
      <span className="muted small">{props.label}</span>
      <select
        className="usa-select"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function InHand(props: { id: string; onDone: (changed: Tasking) => void }) {
  const query = useTasking(props.id);
  return (
    <Loaded query={query} lines={8}>
      {(tasking) => (
        <TaskingPanel tasking={tasking} onDone={props.onDone}>
          <p>
            <Link
              to={`/case-files/${tasking.caseFile.id}?tasking=${tasking.id}`}
              className="with-icon"
            >
              <Icon name="folderOpen" />
              <span>
                {[tasking.caseFile.number, tasking.caseFile.subject].filter(Boolean).join(' · ')}
              </span>
            </Link>
          </p>
        </TaskingPanel>
      )}
    </Loaded>
  );
}

function ViewLink(props: { view: string; label: string; count?: number; current: string }) {
  return (
    <li>
      <Link
        to={`/?view=${props.view}`}
        aria-current={props.view === props.current ? 'true' : undefined}
      >
        {props.label}
        <span className="n">{props.count}</span>
      </Link>
    </li>
  );
}

type Item = DeskSection['items'][number];

const ICONS: Record<Item['kind'], IconName> = {
  tasking: 'route',
  caseFile: 'file',
  intakeItem: 'inbox',
  message: 'letter',
};

/** Where an item of the desk is worked on. */
function placeOf(item: Item): string {
  switch (item.kind) {
    case 'tasking':
      return `/case-files/${item.caseFile}?tasking=${item.id}`;
    case 'caseFile':
      return `/case-files/${item.id}`;
    case 'intakeItem':
      return `/intake/${item.id}`;
    case 'message':
      return `/case-files/${item.caseFile}?routing=messages`;
  }
}

/** What others have written to the person, and where. */
function Unread() {
  const query = useUnreadMessages();
  return (
    <Loaded query={query}>
      {(messages) =>
        messages.length === 0 ? (
          <Empty icon="check" title="You have read everything">
            <p>What others write to you inside a case file is announced here.</p>
          </Empty>
        ) : (
          <ul className="rows nolist">
            {messages.map((message) => (
              <li key={message.id}>
                <Link
                  to={`/case-files/${message.caseFile.id}?routing=messages`}
                  className="row-link"
                >
                  <Icon name="letter" />
                  <span className="truncate">
                    <strong>{message.text}</strong>
                    <span className="muted small truncate">
                      {[message.from.label, message.caseFile.subject, showMoment(message.at)].join(
                        ' · ',
                      )}
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

/** What waits of one kind, the first of it. */
function Part({ part }: { part: DeskSection | undefined }) {
  if (!part || part.items.length === 0) {
    return (
      <Empty icon="check" title="Nothing waits here">
        <p>
          <Link to="/?view=mine">See what is yours</Link>
        </p>
      </Empty>
    );
  }
  return (
    <>
      <ul className="rows nolist">
        {part.items.map((item) => (
          <li key={item.id}>
            <Link to={placeOf(item)} className="row-link">
              <Icon name={ICONS[item.kind]} />
              <span className="truncate">
                <strong>{item.title}</strong>
                <span className="muted small truncate">{item.detail}</span>
              </span>
              {item.due && (
                <span className={item.overdue ? 'chip quarantined' : 'chip warm'}>
                  {item.overdue ? 'overdue since' : 'due'} {showDay(item.due)}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {part.count > part.items.length && (
        <p className="body muted small">
          These are the first {part.items.length} of {part.count.toLocaleString('en-US')}.{' '}
          {part.key === 'unrouted' && (
            <Link to="/search?type=cor:caseFile&facet=status:open&sort=-modified">
              See them all
            </Link>
          )}
        </p>
      )}
    </>
  );
}

function NothingHere({ view, narrowed }: { view: View; narrowed: boolean }) {
  if (narrowed) {
    return (
      <Empty icon="search" title="Nothing by these filters">
        <p>
          <Link to={`/?view=${view}`}>Show all that is open</Link>
        </p>
      </Empty>
    );
  }
  switch (view) {
    case 'mine':
      return (
        <Empty icon="check" title="Nothing waits for you">
          <p>
            Look whether <Link to="/?view=group">your groups</Link> have something to claim.
          </p>
        </Empty>
      );
    case 'group':
      return (
        <Empty icon="check" title="Your groups have nothing to claim">
          <p>
            What a component or a group of yours is asked for comes here until somebody claims it.
          </p>
        </Empty>
      );
    case 'assigned':
      return (
        <Empty icon="route" title="You have not asked anybody for anything">
          <p>What you assign to others, and where it stands, comes here.</p>
        </Empty>
      );
    case 'all':
      return <Empty icon="check" title="No open taskings" />;
  }
}
