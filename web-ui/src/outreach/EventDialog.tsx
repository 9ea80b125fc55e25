import { useRef, useState } from 'react';
import { useDraft } from '../session/useDraft';
import { Alert, ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/TextField';
import { useAction } from '../ui/useAction';
import { events } from './calls';
import type { OutreachEvent } from './contract';
import { Keys } from './entering';
import { eventDraftOf, eventOf, missingInEvent, NO_EVENT, type EventDraft } from './event';
import { IssueField } from './IssueField';
import { useDone } from './useOutreach';

/** Enters an event, or changes one there is. */
export function EventDialog(props: {
  there?: OutreachEvent;
  onClose: () => void;
  onKept?: (event: OutreachEvent) => void;
}) {
  const { there } = props;
  const done = useDone();
  const start = there ? eventDraftOf(there) : NO_EVENT;
  const draft = useDraft<EventDraft>(
    there ? `event ${there.id} ${there.revision}` : 'event',
    start,
  );
  const keys = useRef(new Keys());
  const [tried, setTried] = useState(false);
  const missing = missingInEvent(draft.value);
  const keep = useAction(async () => {
    const body = eventOf(draft.value);
    const kept = there
      ? await events.change(there.id, there.revision, body)
      : await events.create(body, keys.current.of(body));
    draft.drop(start);
    done(there ? 'The event is changed.' : 'The event is entered.');
    props.onKept?.(kept);
    props.onClose();
  });
  const field = (name: Exclude<keyof EventDraft, 'issues'>) => ({
    value: draft.value[name],
    error: (tried ? missing[name] : undefined) ?? keep.problem?.about(name),
    onChange: (value: string) => draft.set({ ...draft.value, [name]: value }),
  });
  return (
    <Dialog title={there ? 'Change the event' : 'New event'} onClose={props.onClose} big>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (Object.keys(missing).length === 0) {
            keep.run();
          }
        }}
      >
        {draft.restored && (
          <Alert kind="info" announce={false}>
            What you had typed is here again.
          </Alert>
        )}
        {keep.problem && <ProblemAlert problem={keep.problem} />}
        <TextField {...field('name')} label="Name" required first max={255} />
        <div className="fields">
          <TextField {...field('start')} label="Begins" required type="datetime-local" />
          <TextField {...field('end')} label="Ends" type="datetime-local" />
        </div>
        <div className="fields">
          <TextField
            {...field('place')}
            label="Place"
            hint="Such as a hall or a street"
            max={250}
          />
          <TextField {...field('city')} label="City" max={250} />
          <TextField {...field('state')} label="State" hint="Two letters" max={2} />
          <TextField {...field('zip')} label="ZIP code" max={10} />
        </div>
        <IssueField
          label="Issues that are discussed"
          chosen={draft.value.issues}
          onChange={(issues) => draft.set({ ...draft.value, issues })}
        />
        <TextField {...field('agenda')} label="Agenda" lines={5} max={20_000} />
        <div className="actions">
          <button type="submit" className="usa-button" disabled={keep.busy}>
            {keep.busy ? 'Keeping…' : there ? 'Save' : 'Enter it'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
