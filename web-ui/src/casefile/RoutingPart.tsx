import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Node, Route, Tasking } from '../api/types';
import { newestFirst } from '../node/newestFirst';
import { may, useChildren } from '../node/useNode';
import { Clearances } from '../routing/Clearances';
import { isOpen } from '../routing/due';
import { Messages } from '../routing/Messages';
import { NewTaskingDialog } from '../routing/NewTaskingDialog';
import { Notes } from '../routing/Notes';
import { RouteCard } from '../routing/RouteCard';
import { StartRouteDialog } from '../routing/StartRouteDialog';
import { TaskingPanel } from '../routing/TaskingPanel';
import { useClearances, useMessages, useRoutes, useTaskingsOf } from '../routing/useRouting';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { showCount } from '../ui/show';
import { Tabs } from '../ui/Tabs';
import { useToasts } from '../ui/Toasts';
import { Empty, Loaded } from '../ui/Waiting';
import { PartCard } from './PartCard';

/** How a case file goes from hand to hand: where it stands, who has to do what, and what was said about it. */
export function RoutingPart({ file, part }: { file: Node; part: Node }) {
  const { can } = useSession();
  const toasts = useToasts();
  const [params, setParams] = useSearchParams();
  const children = useChildren(part.id);
  const routes = useRoutes(file.id);
  const taskings = useTaskingsOf(file.id);
  const messages = useMessages(file.id);
  const clearances = useClearances(file.id);
  const [asking, setAsking] = useState<'route' | 'tasking'>();

  const notes = (children.data ?? []).filter((item) => item.type === 'cor:note').sort(newestFirst);
  const unread = messages.data?.filter((message) => !message.read).length ?? 0;
  const tabs = [
    { key: 'standing', label: 'Where it stands' },
    { key: 'clearances', label: counted('Clearances', clearances.data?.length) },
    { key: 'notes', label: counted('Notes', notes.length) },
    {
      key: 'messages',
      label: (
        <>
          {counted('Messages', messages.data?.length)}{' '}
          {unread > 0 && <span className="chip warm">{unread} new</span>}
        </>
      ),
    },
  ];
  const tab = tabs.find((one) => one.key === params.get('routing'))?.key ?? 'standing';
  const mayRoute = can('ROUTE') && may(file, 'WRITE');
  const mayTask = can('TASK') && may(file, 'READ');

  return (
    <PartCard
      part={part}
      title="Routing"
      icon="route"
      actions={
        <>
          {mayTask && (
            <button
              type="button"
              className="usa-button usa-button--outline small no-print"
              onClick={() => setAsking('tasking')}
            >
              <Icon name="plus" />
              New tasking
            </button>
          )}
          {mayRoute && (
            <button
              type="button"
              className="usa-button usa-button--outline small no-print"
              onClick={() => setAsking('route')}
            >
              <Icon name="route" />
              Start a route
            </button>
          )}
        </>
      }
    >
      <Tabs
        label="Routing"
        tabs={tabs}
        current={tab}
        onChange={(key) =>
          setParams(
            (before) => {
              const next = new URLSearchParams(before);
              next.set('routing', key);
              return next;
            },
            { replace: true },
          )
        }
      >
        {tab === 'standing' && (
          <Loaded query={routes} lines={4}>
            {(all) => (
              <Loaded query={taskings} lines={2}>
                {(asked) => (
                  <Standing
                    routes={all}
                    taskings={asked}
                    mayRoute={mayRoute}
                    wanted={params.get('tasking') ?? undefined}
                  />
                )}
              </Loaded>
            )}
          </Loaded>
        )}
        {tab === 'clearances' && (
          <Loaded query={clearances} lines={3}>
            {(rounds) => <Clearances rounds={rounds} />}
          </Loaded>
        )}
        {tab === 'notes' && (
          <Loaded query={children} lines={2}>
            {() => <Notes part={part} notes={notes} routes={routes.data ?? []} />}
          </Loaded>
        )}
        {tab === 'messages' && (
          <Loaded query={messages} lines={2}>
            {(all) => (
              <Messages caseFile={file.id} messages={all} mayWrite={may(part, 'ADD_CHILD')} />
            )}
          </Loaded>
        )}
      </Tabs>
      {asking === 'route' && (
        <StartRouteDialog
          file={file}
          onClose={() => setAsking(undefined)}
          onStarted={(route) => {
            setAsking(undefined);
            toasts.show({ text: `${route.name} is under way.` });
          }}
        />
      )}
      {asking === 'tasking' && (
        <NewTaskingDialog
          caseFile={file.id}
          onClose={() => setAsking(undefined)}
          onMade={() => {
            setAsking(undefined);
            toasts.show({ text: 'Assigned.' });
          }}
        />
      )}
    </PartCard>
  );
}

function counted(label: string, n: number | undefined): string {
  return n ? `${label} (${n})` : label;
}

/** The routes and taskings of a file: what is under way first, what is over below, folded. */
function Standing(props: {
  routes: readonly Route[];
  taskings: readonly Tasking[];
  mayRoute: boolean;
  /** The tasking somebody came for. */
  wanted?: string;
}) {
  const { routes, taskings } = props;
  const running = routes.filter((route) => route.state === 'running');
  const over = routes.filter((route) => route.state !== 'running');
  const open = taskings.filter(isOpen);
  const done = taskings.filter((tasking) => !isOpen(tasking));
  if (routes.length === 0 && taskings.length === 0) {
    return (
      <Empty icon="route" title="Not on its way yet">
        <p>
          {props.mayRoute
            ? 'Start a route: it goes to those who answer it, step by step. Or ask one person for one thing.'
            : 'Nobody has been asked to do anything with this file yet.'}
        </p>
      </Empty>
    );
  }
  return (
    <>
      {running.map((route) => (
        <RouteCard key={route.id} route={route} />
      ))}
      {open.length > 0 && (
        <ol className="taskings nolist" aria-label="Open taskings">
          {open.map((tasking) => (
            <li
              key={tasking.id}
              className={tasking.id === props.wanted ? 'wanted' : undefined}
              ref={tasking.id === props.wanted ? scrollTo : undefined}
            >
              <TaskingPanel tasking={tasking} />
            </li>
          ))}
        </ol>
      )}
      {(done.length > 0 || over.length > 0) && (
        <details className="over" open={open.length === 0 && running.length === 0}>
          <summary>
            What is over: {showCount(done.length, 'tasking')}
            {over.length > 0 && `, ${showCount(over.length, 'route')}`}
          </summary>
          {over.map((route) => (
            <RouteCard key={route.id} route={route} />
          ))}
          <ol className="taskings nolist" aria-label="Taskings that are over">
            {done.map((tasking) => (
              <li key={tasking.id}>
                <TaskingPanel tasking={tasking} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

/** Once, when it is drawn: later the reader scrolls. */
function scrollTo(element: HTMLLIElement | null) {
  if (element && element.dataset.shown === undefined) {
    element.dataset.shown = '';
    element.scrollIntoView({ block: 'center' });
  }
}
