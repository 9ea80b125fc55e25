import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import * as api from '../api/calls';
import { Problem } from '../api/problem';
import type { Filing, IntakeItem, Route } from '../api/types';
import { useSession } from '../session/SessionContext';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCount } from '../ui/show';
import { useShortcuts } from '../ui/shortcuts';
import { useToasts } from '../ui/Toasts';
import { Empty, Loaded } from '../ui/Waiting';
import { DropZone, UploadButton } from '../upload/DropZone';
import { useUploads } from '../upload/Uploads';
import { ItemList } from './ItemList';
import { ItemPanel } from './ItemPanel';
import { NewMenu } from './NewMenu';
import { onTheWay, useDesk, VIEWS, type DeskView } from './useDesk';

/** The intake desk, for those who work at it. */
export function DeskPage() {
  const { can } = useSession();
  return can('PROCESS_INTAKE') ? <Desk /> : <NotFound />;
}

/** Letters at the left, the one in hand beside them, and what to do with it. */
function Desk() {
  const { id } = useParams();
  const [params] = useSearchParams();
  const view = VIEWS.find((v) => v.key === params.get('view')) ?? VIEWS[0];
  const { query, items, counts } = useDesk(view);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toasts = useToasts();
  const uploads = useUploads();
  const { can } = useSession();
  const listBox = useRef<HTMLDivElement>(null);
  // The letter that has just been filed, while it is asked who answers it; and the one that comes after.
  const [filedNow, setFiledNow] = useState<{ item: string; filing: Filing; next?: string }>();

  const show = useCallback(
    (item: Pick<IntakeItem, 'id'>, replace = true) =>
      void navigate(deskAddress(view, item.id), { replace }),
    [navigate, view],
  );

  // Whoever comes to the desk has the first letter that is ready in hand.
  const first = useMemo(() => items?.find((item) => item.state === 'ready') ?? items?.[0], [items]);
  useEffect(() => {
    if (!id && first) {
      show(first);
    }
  }, [id, first, show]);

  // The keys go to the list until somebody goes elsewhere.
  useEffect(() => {
    if (items && (!document.activeElement || document.activeElement.matches('body, h1'))) {
      listBox.current?.querySelector<HTMLElement>('[role=listbox]')?.focus({ preventScroll: true });
    }
  }, [items]);

  const selected = items?.find((item) => item.id === id);

  const step = (by: number) => {
    const at = items?.findIndex((item) => item.id === id) ?? -1;
    const next = items?.[at + by];
    if (next) {
      show(next);
    }
  };

  const refresh = useCallback(() => queries.invalidateQueries({ queryKey: ['intake'] }), [queries]);

  const undo = useCallback(
    async (item: string, name: string) => {
      try {
        await api.intake.unfile(item);
        setFiledNow(undefined);
        await refresh();
        show({ id: item });
        toasts.show({ text: `${name} is back on the desk.` });
      } catch (error) {
        toasts.show({
          problem: true,
          text: error instanceof Problem ? error.message : 'The filing could not be undone.',
        });
      }
    },
    [refresh, show, toasts],
  );

  const goOn = useCallback(
    (next: string | undefined) => {
      setFiledNow(undefined);
      listBox.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
      if (next) {
        show({ id: next });
      } else {
        void navigate(deskAddress(view), { replace: true });
      }
    },
    [navigate, show, view],
  );

  const filed = useCallback(
    (item: IntakeItem, filing: Filing) => {
      const at = items?.findIndex((i) => i.id === item.id) ?? -1;
      const others = items?.filter((i) => i.id !== item.id) ?? [];
      const next =
        others.slice(Math.max(0, at)).find((i) => i.state === 'ready') ??
        others.find((i) => i.state === 'ready');
      toasts.show({
        text: (
          <>
            Filed in <Link to={`/case-files/${filing.caseFile.id}`}>{filing.caseFile.title}</Link>.
          </>
        ),
        action: {
          label: 'Undo',
          hint: 'key Z',
          run: () => void undo(item.id, item.name),
        },
      });
      void refresh();
      if (can('ROUTE')) {
        setFiledNow({ item: item.id, filing, next: next?.id });
      } else {
        goOn(next?.id);
      }
    },
    [can, goOn, items, refresh, toasts, undo],
  );

  const routed = (started?: Route) => {
    if (started) {
      toasts.show({ text: `${started.name} is under way.` });
    }
    goOn(filedNow?.next);
  };

  const taken = useCallback(
    (item: IntakeItem) => {
      void refresh();
      toasts.show({ text: `${item.name} is on the desk.` });
      show(item);
    },
    [refresh, show, toasts],
  );

  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    arrowdown: () => step(1),
    arrowup: () => step(-1),
    z: () => toasts.act(),
  });

  return (
    <DropZone
      text="Drop to hand these in at the desk"
      onFiles={(files) => (can('RECEIVE') ? uploads.add(files) : undefined)}
    >
      <div className="page full">
        <div className="desk-head">
          <PageTitle title="Intake desk" />
          <nav aria-label="What the desk shows">
            <ul className="views nolist">
              {VIEWS.map((v) => (
                <li key={v.key}>
                  <Link to={deskAddress(v)} aria-current={v.key === view.key ? 'true' : undefined}>
                    {v.label}
                    <span className="n">{countOf(v, counts)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {can('RECEIVE') && (
            <>
              <NewMenu onTaken={taken} />
              <UploadButton onFiles={(files) => uploads.add(files)}>Hand in files</UploadButton>
            </>
          )}
        </div>
        <p className="visually-hidden" role="status">
          {counts &&
            `${showCount(counts.ready ?? 0, 'letter')} ready to file, ${onTheWay(counts)} on the way.`}
        </p>
        <div className="desk">
          <section className="desk-list card" aria-label="Letters on the desk" ref={listBox}>
            <Loaded query={query} lines={9}>
              {() =>
                items && items.length > 0 ? (
                  <>
                    <ItemList items={items} selected={id} onSelect={(item) => show(item)} />
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
                  <NothingHere view={view} />
                )
              }
            </Loaded>
          </section>
          {id ? (
            <ItemPanel
              key={id}
              id={id}
              listed={selected}
              onFiled={filed}
              onChanged={() => void refresh()}
              filing={filedNow?.item === id ? filedNow?.filing : undefined}
              onNext={routed}
            />
          ) : (
            <section className="desk-empty card">
              {items?.length === 0 && view.key === 'all' && (
                <DropZone
                  text="Drop letters here, or put scans into the watched folder."
                  onFiles={(files) => uploads.add(files)}
                />
              )}
            </section>
          )}
        </div>
      </div>
    </DropZone>
  );
}

function deskAddress(view: DeskView, id?: string): string {
  return `/intake${id ? `/${id}` : ''}${view.key === 'all' ? '' : `?view=${view.key}`}`;
}

function countOf(view: DeskView, counts: Record<string, number> | undefined): string {
  if (!counts) return '';
  const states =
    view.states.length > 0
      ? view.states
      : ['arriving', 'received', 'reading', 'ready', 'quarantined'];
  const n = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return n > 9999 ? '9999+' : String(n);
}

function NothingHere({ view }: { view: DeskView }) {
  switch (view.key) {
    case 'all':
      return (
        <Empty icon="check" title="The desk is clear">
          <p>Everything that came in has been filed.</p>
        </Empty>
      );
    case 'aside':
      return (
        <Empty icon="check" title="Nothing is set aside">
          <p>Files that cannot be read come here, with the reason and what to do.</p>
        </Empty>
      );
    case 'filed':
      return (
        <Empty icon="inbox" title="Nothing has been filed yet">
          <p>What you file can be taken back from here.</p>
        </Empty>
      );
    default:
      return (
        <Empty icon="inbox" title="Nothing here just now">
          <p>
            See <Link to="/intake">all that is unfiled</Link>.
          </p>
        </Empty>
      );
  }
}
