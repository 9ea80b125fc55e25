import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showMoment } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { Empty, Loaded } from '../ui/Waiting';
import type { ListedEvent } from './contract';
import { EventDialog } from './EventDialog';
import { usePriorities } from './IssueField';
import { useEvents } from './useOutreach';

/** Events to come, and those there were. */
export default function EventsPage() {
  const { can } = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [entering, setEntering] = useState(false);
  const when = params.get('when') === 'past' ? 'past' : 'upcoming';
  const issue = params.get('issue') ?? '';
  const query = useEvents({ when, issue: issue || undefined });
  const issues = usePriorities().data?.items ?? [];
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
          <PageTitle title="Events" />
          <p className="sub">Where stakeholders were met. Attending counts as contact.</p>
        </div>
        {can('KEEP_STAKEHOLDERS') && (
          <div className="actions no-print">
            <button type="button" className="usa-button small" onClick={() => setEntering(true)}>
              <Icon name="plus" />
              New event
            </button>
          </div>
        )}
      </div>
      <section className="card" aria-label="Events">
        <header className="no-print">
          <label className="sort">
            <span className="muted small">Which</span>
            <select
              className="usa-select"
              value={when}
              onChange={(event) => set('when', event.target.value)}
            >
              <option value="upcoming">To come</option>
              <option value="past">Past</option>
            </select>
          </label>
          <label className="sort">
            <span className="muted small">About</span>
            <select
              className="usa-select"
              value={issue}
              onChange={(event) => set('issue', event.target.value)}
            >
              <option value="">Anything</option>
              {issues.map((priority) => (
                <optgroup key={priority.id} label={priority.title}>
                  {priority.issues.map((each) => (
                    <option key={each.code} value={each.code}>
                      {each.title}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          <span className="spring" />
          <span className="muted small" role="status">
            {query.data?.pages[0] ? showCount(query.data.pages[0].total, 'event') : ''}
          </span>
        </header>
        <Loaded query={query} lines={6}>
          {() =>
            items.length === 0 ? (
              <Empty
                icon="history"
                title={when === 'past' ? 'No event yet' : 'No event is to come'}
              >
                {when === 'upcoming' && <p>Past events are shown by “Which: Past”.</p>}
              </Empty>
            ) : (
              <PagedTable
                query={query}
                className="usa-table stacks"
                head={
                  <>
                    <th scope="col">Event</th>
                    <th scope="col">When</th>
                    <th scope="col">Where</th>
                    <th scope="col">Component</th>
                  </>
                }
              >
                {items.map((item) => (
                  <Row key={item.id} item={item} />
                ))}
              </PagedTable>
            )
          }
        </Loaded>
      </section>
      {entering && (
        <EventDialog
          onClose={() => setEntering(false)}
          onKept={(event) => void navigate(`/stakeholders/events/${event.id}`)}
        />
      )}
    </div>
  );
}

function Row({ item }: { item: ListedEvent }) {
  return (
    <tr>
      <th scope="row">
        <Link to={`/stakeholders/events/${item.id}`}>{item.name}</Link>
      </th>
      <td className="nowrap">{showMoment(item.start)}</td>
      <td>{[item.place, item.city, item.state].filter(Boolean).join(', ')}</td>
      <td>{item.component?.label ?? ''}</td>
    </tr>
  );
}
