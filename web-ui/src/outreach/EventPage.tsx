import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { useDraft } from '../session/useDraft';
import { Alert } from '../ui/Alert';
import { Crumbs } from '../ui/Crumbs';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showMoment } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { Attendees } from './Attendees';
import { events } from './calls';
import type { OutreachEvent } from './contract';
import { DocumentsCard } from './DocumentsCard';
import { EventDialog } from './EventDialog';
import { blank, eventInteractionOf, type InteractionDraft } from './interaction';
import { InteractionForm } from './InteractionForm';
import { IssueChips } from './Names';
import { useDone, useEvent } from './useOutreach';

/** One event: what it is about, who attends, what came of it. */
export default function EventPage() {
  const { id = '' } = useParams();
  return <ById key={id} id={id} />;
}

function ById({ id }: { id: string }) {
  const query = useEvent(id);
  return (
    <Loaded query={query} page lines={8}>
      {(event) => <Shown event={event} />}
    </Loaded>
  );
}

function Shown({ event }: { event: OutreachEvent }) {
  const [open, setOpen] = useState<'change' | 'interaction'>();
  const may = event.allowed.includes('change');
  const attending = event.attendees.length + event.organizations.length;
  const place = [event.place, event.city, [event.state, event.zip].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  return (
    <div className="page">
      <Crumbs trail={[{ name: 'Events', to: '/stakeholders/events' }]} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Event</p>
          <PageTitle title={event.name} />
          <p className="sub small">
            <span>{showMoment(event.start)}</span>
            {place && <span>{place}</span>}
            {!event.counted && <span className="chip plain warm">To come</span>}
            <IssueChips issues={event.issues} />
          </p>
        </div>
        <div className="actions no-print">
          {may && (
            <>
              <button
                type="button"
                className="usa-button usa-button--outline small"
                onClick={() => setOpen('change')}
              >
                <Icon name="edit" />
                Change
              </button>
              <button
                type="button"
                className="usa-button small"
                disabled={attending === 0 || !event.counted}
                title={
                  attending === 0
                    ? 'Add who attends first'
                    : event.counted
                      ? undefined
                      : 'Once its day has come'
                }
                onClick={() => setOpen('interaction')}
              >
                <Icon name="plus" />
                Note an interaction with all
              </button>
            </>
          )}
        </div>
      </div>
      <div className="two-columns">
        <div>
          <Attendees event={event} may={may} />
        </div>
        <div>
          <section className="card part" aria-label="About the event">
            <header>
              <Icon name="info" />
              <h2>About the event</h2>
            </header>
            <div className="body">
              <dl className="facts">
                <dt>Begins</dt>
                <dd>{showMoment(event.start)}</dd>
                {event.end && (
                  <>
                    <dt>Ends</dt>
                    <dd>{showMoment(event.end)}</dd>
                  </>
                )}
                {place && (
                  <>
                    <dt>Where</dt>
                    <dd>{place}</dd>
                  </>
                )}
                {(event.county ?? event.femaRegion) && (
                  <>
                    <dt>County, region</dt>
                    <dd>
                      {[event.county, event.femaRegion && `FEMA region ${event.femaRegion}`]
                        .filter(Boolean)
                        .join(', ')}
                    </dd>
                  </>
                )}
                <dt>Kept by</dt>
                <dd>
                  {[event.owner.user.label, event.owner.component?.label]
                    .filter(Boolean)
                    .join(', ')}
                </dd>
                {event.agenda && (
                  <>
                    <dt>Agenda</dt>
                    <dd className="as-written">{event.agenda}</dd>
                  </>
                )}
              </dl>
            </div>
          </section>
          <section className="card part" aria-label="What came of it">
            <header>
              <Icon name="history" />
              <h2>What came of it</h2>
              <span className="muted small">
                {showCount(event.interactions.length, 'interaction')}
              </span>
            </header>
            {event.interactions.length === 0 ? (
              <Empty icon="history" title="Nothing was noted yet">
                {may && event.counted && (
                  <p>“Note an interaction with all” notes it for everybody.</p>
                )}
              </Empty>
            ) : (
              <ul className="rows nolist plain-rows">
                {event.interactions.map((one) => (
                  <li key={one.id}>
                    <Link to={`/stakeholders/interactions/${one.id}`}>{one.name}</Link>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <DocumentsCard at={event.id} documents={event.documents} />
        </div>
      </div>
      {open === 'change' && <EventDialog there={event} onClose={() => setOpen(undefined)} />}
      {open === 'interaction' && <WithAllDialog event={event} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

/** One interaction with all who attend. */
function WithAllDialog({ event, onClose }: { event: OutreachEvent; onClose: () => void }) {
  const { session } = useSession();
  const done = useDone();
  const start = blank(session.components[0] ?? '', {
    mode: 'event',
    issues: event.issues.map((issue) => issue.code),
  });
  const draft = useDraft<InteractionDraft>(`interaction at ${event.id}`, start);
  return (
    <Dialog title="Note an interaction with all" onClose={onClose} big>
      {draft.restored && (
        <Alert kind="info" announce={false}>
          What you had typed is here again.
        </Alert>
      )}
      <InteractionForm
        draft={draft.value}
        onDraft={draft.set}
        settled={
          <p>
            With {showCount(event.attendees.length, 'person', 'people')}
            {event.organizations.length > 0 &&
              ` and ${showCount(event.organizations.length, 'organization')}`}{' '}
            at {event.name}, {showMoment(event.start)}
          </p>
        }
        yes="Note it"
        doing="Noting…"
        onCancel={onClose}
        send={async (sent, _parties, keys) => {
          const body = eventInteractionOf(sent);
          await events.interaction(event.id, body, keys.of(body));
          draft.drop(start);
          done('Noted with all who attend.');
          onClose();
        }}
      />
    </Dialog>
  );
}
