import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import * as api from '../api/calls';
import { useSession } from '../session/SessionContext';
import { Alert, ProblemAlert } from '../ui/Alert';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showMoment } from '../ui/show';
import { useShortcuts } from '../ui/shortcuts';
import { useAction } from '../ui/useAction';
import { Empty, Loaded } from '../ui/Waiting';
import {
  QUEUES,
  type DispositionState,
  type QueueItem,
  type QueueName,
  type RecordsDesk,
  type ReviewOutcome,
} from './contract';
import { DispositionTable } from './DispositionTable';
import { HoldDialog } from './HoldDialog';
import { ProposeDialog } from './ProposeDialog';
import { QueueTable } from './QueueTable';
import { RecordsNav } from './RecordsNav';
import { ReviewDialog } from './ReviewDialog';
import { TakeReviewBackDialog } from './TakeReviewBackDialog';
import { useDispositions, useFilePlan, useQueue, useRecordsDesk } from './useRecords';
import { useTold } from './useTold';
import { queueAbout, queueNone, queueTitle } from './words';

/** The records officer's desk: what is due, awaits review or approval, is in transfer, on hold, or stands in the way. */
export default function RecordsDeskPage() {
  const { can } = useSession();
  return can('REVIEW_RECORDS') ? <Desk /> : <NotFound />;
}

/** The counts of the queues, by their names. */
function countsOf(desk: RecordsDesk | undefined): Record<QueueName, number | undefined> {
  const counts = desk?.counts;
  return {
    due: counts?.due,
    'awaiting-review': counts?.awaitingReview,
    'awaiting-approval': counts?.awaitingApproval,
    'in-transfer': counts?.inTransfer,
    'on-hold': counts?.onHold,
    exceptions: counts?.exceptions,
  };
}

function Desk() {
  const [params, setParams] = useSearchParams();
  const desk = useRecordsDesk();
  const counts = countsOf(desk.data);
  const asked = params.get('queue');
  // The first in which anything waits, unless one is named.
  const queue =
    QUEUES.find((each) => each === asked) ?? QUEUES.find((each) => counts[each]) ?? 'due';
  const series = params.get('series') ?? '';
  const to = (values: Record<string, string>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(values)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return next;
  };
  return (
    <div className="page">
      <RecordsNav />
      <div className="page-head">
        <div>
          <PageTitle title="Records desk" />
          <p className="sub">{queueAbout(queue)}</p>
        </div>
        <RunClock desk={desk.data} />
      </div>
      <nav className="views no-print sub-views" aria-label="Queues">
        {QUEUES.map((each) => (
          <Link
            key={each}
            to={`?${to({ queue: each }).toString()}`}
            aria-current={each === queue ? 'page' : undefined}
          >
            {queueTitle(each)}
            <span className="n">{counts[each]?.toLocaleString('en-US')}</span>
          </Link>
        ))}
      </nav>
      <SeriesFilter value={series} onChange={(value) => setParams(to({ queue, series: value }))} />
      {queue === 'awaiting-approval' && <Open state="PROPOSED" series={series} title="Proposals" />}
      {queue === 'in-transfer' && (
        <Open state="APPROVED" action="TRANSFER" series={series} title="Transfers" />
      )}
      <Queue key={`${queue} ${series}`} queue={queue} series={series} />
    </div>
  );
}

function RunClock({ desk }: { desk: RecordsDesk | undefined }) {
  const { can } = useSession();
  const told = useTold();
  const run = useAction(async () => {
    const { due, proposed } = await api.records.runClock();
    told(
      due + proposed === 0
        ? 'Nothing has become due since.'
        : `${showCount(due, 'folder')} became due; ${showCount(proposed, 'folder')} proposed for disposition.`,
    );
  });
  return (
    <div className="run-clock">
      <span className="muted small">
        {desk?.lastRun
          ? `Last daily run ${showMoment(desk.lastRun.at)}: ${showCount(desk.lastRun.due, 'folder')} became due`
          : ''}
      </span>
      {can('KEEP_FILE_PLAN') && (
        <button
          type="button"
          className="usa-button usa-button--outline small no-print"
          disabled={run.busy}
          onClick={() => run.run()}
        >
          <Icon name="retry" />
          {run.busy ? 'Running…' : 'Run it now'}
        </button>
      )}
      {run.problem && <ProblemAlert problem={run.problem} />}
    </div>
  );
}

function SeriesFilter({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const plan = useFilePlan();
  return (
    <label className="series-filter no-print">
      <span className="muted small">Series</span>
      <select
        className="usa-select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">All</option>
        {plan.data?.items.map(({ series }) => (
          <option key={series.code} value={series.code}>
            {series.title} ({series.code})
          </option>
        ))}
      </select>
    </label>
  );
}

/** The dispositions that the folders of a queue are in: they are what is decided on. */
function Open(props: {
  state: DispositionState;
  action?: 'TRANSFER';
  series: string;
  title: string;
}) {
  const query = useDispositions({
    state: props.state,
    action: props.action,
    series: props.series || undefined,
  });
  return (
    <section className="card open-dispositions" aria-label={props.title}>
      <header>
        <h2>{props.title}</h2>
      </header>
      <Loaded query={query} lines={2}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <p className="body muted">None at the moment.</p>
          ) : (
            <DispositionTable items={items} query={query} />
          );
        }}
      </Loaded>
    </section>
  );
}

type Doing = 'permanent' | 'temporary' | 'propose' | 'hold' | 'back';

function Queue({ queue, series }: { queue: QueueName; series: string }) {
  const { can } = useSession();
  const query = useQueue(queue, series);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  // Among very many of other series a page may have none of this one: it is looked for further on.
  const further = items.length === 0 && query.hasNextPage;
  const { isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (further && !isFetchingNextPage && !isFetchNextPageError) {
      void fetchNextPage();
    }
  }, [further, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<Doing>();
  const [refused, setRefused] = useState<readonly { id: string; text: string }[]>([]);
  const selected = items.filter((item) => chosen.has(item.folder.id));
  const review = queue === 'awaiting-review' && can('REVIEW_RECORDS');
  const propose = queue === 'due' && can('PROPOSE_DISPOSITION');
  // Before a disposition has it in hand; who proposes takes that back first.
  const back = queue === 'due' && can('REVIEW_RECORDS');
  const hold =
    ['due', 'awaiting-review', 'awaiting-approval'].includes(queue) && can('PLACE_HOLDS');
  const close = () => setDoing(undefined);
  const done = () => setChosen(new Set());
  const begin = (what: Doing, may: boolean) =>
    may && selected.length > 0 ? () => setDoing(what) : undefined;
  useShortcuts({
    p: begin('permanent', review) ?? begin('propose', propose),
    t: begin('temporary', review),
    o: begin('hold', hold),
    a: () =>
      setChosen(
        selected.length === items.length ? new Set() : new Set(items.map((item) => item.folder.id)),
      ),
  });
  const selectable = review || propose || hold || back;
  const reviewed = selected.filter((item) => item.review);
  const act = (what: Doing, label: string, main?: boolean, may = selected.length > 0) => (
    <button
      type="button"
      className={main ? 'usa-button small' : 'usa-button usa-button--outline small'}
      disabled={!may}
      onClick={() => setDoing(what)}
    >
      {label}
    </button>
  );
  return (
    <section className="card" aria-label={queueTitle(queue)}>
      <header>
        <h2>{queueTitle(queue)}</h2>
        {selectable && items.length > 0 && (
          <div className="actions no-print queue-actions">
            <span className="muted small" role="status">
              {selected.length === 0
                ? 'Choose folders to decide on them'
                : `${showCount(selected.length, 'folder')} chosen`}
            </span>
            {review && act('permanent', 'Permanent…', true)}
            {review && act('temporary', 'Temporary…', true)}
            {propose && act('propose', 'Propose disposition…', true)}
            {hold && act('hold', 'Hold…')}
            {back && act('back', 'Take the review back…', false, reviewed.length > 0)}
          </div>
        )}
      </header>
      {refused.length > 0 && (
        <Alert kind="warning" title="Some were left as they are">
          <ul>
            {refused.map((each) => (
              <li key={each.id}>{each.text}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Loaded query={query} lines={8}>
        {() =>
          further && !isFetchNextPageError ? (
            <p className="body muted" role="status">
              Looking further…
            </p>
          ) : items.length === 0 ? (
            <Empty icon="check" title={queueNone(queue)}>
              {series && <p>Only one series is shown; there may be others.</p>}
            </Empty>
          ) : (
            <QueueTable
              items={items}
              query={query}
              chosen={selectable ? chosen : undefined}
              onChoose={setChosen}
            />
          )
        }
      </Loaded>
      {(doing === 'permanent' || doing === 'temporary') && (
        <ReviewDialog
          items={selected}
          decision={doing}
          onClose={close}
          onDone={(outcome) => {
            done();
            setRefused(outcome.refused.map(asRefused));
          }}
        />
      )}
      {doing === 'propose' && <ProposeDialog items={selected} onClose={close} onDone={done} />}
      {doing === 'back' && (
        <TakeReviewBackDialog
          items={reviewed}
          onClose={close}
          onDone={(outcome) => {
            done();
            setRefused(outcome.refused.map(asRefused));
          }}
        />
      )}
      {doing === 'hold' && (
        <HoldDialog items={selected.map(asHeld)} onClose={close} onDone={done} />
      )}
    </section>
  );
}

function asRefused(each: ReviewOutcome['refused'][number]) {
  return {
    id: each.id,
    text: `${each.name ?? 'A folder that you cannot see'}: ${each.reason}`,
  };
}

function asHeld({ folder }: QueueItem) {
  return { id: folder.id, title: folder.name ?? 'A folder' };
}
