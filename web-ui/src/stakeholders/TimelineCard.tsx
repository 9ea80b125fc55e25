import { useState } from 'react';
import { Link } from 'react-router';
import { Icon, type IconName } from '../ui/Icon';
import { showDay, showMoment } from '../ui/show';
import { ShowMore } from '../ui/ShowMore';
import { Empty, Loaded } from '../ui/Waiting';
import { NoteForm } from './NoteForm';
import type { Kind, Stakeholder, TimelineItem, TimelineKind } from './types';
import { useIssueTitles, useTimeline } from './useStakeholders';
import { TIMELINE_KINDS, timelineTitle } from './words';

const ICONS: Record<TimelineKind, IconName> = {
  interaction: 'person',
  event: 'pages',
  letter: 'letter',
  note: 'edit',
  verification: 'check',
  ownership: 'move',
  request: 'stop',
  renewal: 'retry',
};

/** What there was with a stakeholder, the latest first, of the kinds that are chosen. */
export function TimelineCard({ kind, whom }: { kind: Kind; whom: Stakeholder }) {
  const [chosen, setChosen] = useState<readonly TimelineKind[]>([]);
  const query = useTimeline(kind, whom.id, chosen);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const toggle = (one: TimelineKind) =>
    setChosen(chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]);
  return (
    <section className="card part" aria-label="Timeline">
      <header>
        <Icon name="history" />
        <h2>Timeline</h2>
        <div className="kinds no-print" role="group" aria-label="Show only">
          {TIMELINE_KINDS.map(([key, label]) => (
            <button
              key={key}
              type="button"
              className="chip plain as-button"
              aria-pressed={chosen.includes(key)}
              onClick={() => toggle(key)}
            >
              {label}
            </button>
          ))}
        </div>
      </header>
      {whom.allowed.includes('note') && <NoteForm kind={kind} whom={whom} />}
      <Loaded query={query} lines={8}>
        {() =>
          items.length === 0 ? (
            <Empty
              icon="history"
              title={chosen.length > 0 ? 'Nothing of that kind' : 'Nothing has happened yet'}
            >
              {chosen.length === 0 && (
                <p>Interactions, events, letters that you may see, and notes will stand here.</p>
              )}
            </Empty>
          ) : (
            <>
              <ol
                className={query.isPlaceholderData ? 'timeline nolist stale' : 'timeline nolist'}
                aria-label="The latest first"
              >
                {items.map((item, i) => (
                  <Item key={`${item.node ?? ''}${i}`} item={item} />
                ))}
              </ol>
              <ShowMore query={query} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

/** The page of what an item is about; notes, verifications and hand-overs stand in full where they are. */
function pageOfItem(item: TimelineItem): string | undefined {
  const pages: Partial<Record<TimelineKind, string>> = {
    interaction: '/stakeholders/interactions/',
    event: '/stakeholders/events/',
    letter: '/case-files/',
  };
  const page = pages[item.kind];
  return page && item.node && page + item.node;
}

function Item({ item }: { item: TimelineItem }) {
  const page = pageOfItem(item);
  const issueTitle = useIssueTitles();
  const title = timelineTitle(item);
  const byDay = /^\d{4}-\d{2}-\d{2}$/.test(item.at);
  return (
    <li className={item.kind}>
      <span className="mark">
        <Icon name={ICONS[item.kind]} />
      </span>
      <div>
        <p className="said">
          {page ? <Link to={page}>{title}</Link> : <strong>{title}</strong>}
          <time className="muted small" dateTime={item.at}>
            {byDay || item.kind === 'event' ? showDay(item.at) : showMoment(item.at)}
          </time>
        </p>
        {item.text && <p className="text">{item.text}</p>}
        {(item.by ?? item.component ?? item.issues[0]) && (
          <p className="muted small">
            {[item.by?.label, item.component?.label, item.issues.map(issueTitle).join(', ')]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
      </div>
    </li>
  );
}
