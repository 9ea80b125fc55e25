import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../session/SessionContext';
import { ProblemAlert } from '../ui/Alert';
import { Icon } from '../ui/Icon';
import { pageOf } from '../ui/links';
import { showCount } from '../ui/show';
import { useAction } from '../ui/useAction';
import { useKeptFocus } from '../ui/useKeptFocus';
import { Empty } from '../ui/Waiting';
import { events } from './calls';
import type { OutreachEvent } from './contract';
import { enterAll, Keys, PossibleDoubles, replaced } from './entering';
import { AskDoubles, NewcomerFields } from './NewcomerFields';
import { StakeholderField } from './StakeholderField';
import { useDone } from './useOutreach';
import type { Known, Party } from './who';

/** Who attends: added one after the other, or several at once. */
export function Attendees({ event, may }: { event: OutreachEvent; may: boolean }) {
  const kept = useKeptFocus<HTMLUListElement>();
  const count = event.attendees.length + event.organizations.length;
  return (
    <section className="card part" aria-label="Who attends">
      <header>
        <Icon name="person" />
        <h2>Who attends</h2>
        <span className="muted small">{showCount(count, 'attendee')}</span>
      </header>
      {may && <AddAttendees event={event} />}
      {count === 0 ? (
        <Empty icon="person" title="Nobody yet">
          {may && <p>Add people and organizations by their names.</p>}
        </Empty>
      ) : (
        <ul className="rows nolist plain-rows" {...kept}>
          {event.attendees.map((one) => (
            <Row
              key={one.id}
              event={event}
              id={one.id}
              name={one.name}
              about={[one.position, one.organization].filter(Boolean).join(', ')}
              type="stk:person"
              may={may}
            />
          ))}
          {event.organizations.map((one) => (
            <Row
              key={one.id}
              event={event}
              id={one.id}
              name={one.name}
              about="Represented"
              type="stk:organization"
              may={may}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function AddAttendees({ event }: { event: OutreachEvent }) {
  const { session } = useSession();
  const done = useDone();
  const [parties, setParties] = useState<Party[]>([]);
  const [doubles, setDoubles] = useState<PossibleDoubles>();
  const keys = useRef(new Keys());
  const confirmed = useRef(new Set<string>());
  const add = useAction(async (wanted: Party[]) => {
    let now = wanted;
    try {
      const all = await enterAll(wanted, {
        component: session.components[0],
        confirmed: confirmed.current,
        keys: keys.current,
        onEntered: (key, as) => {
          now = replaced(now, key, as);
          setParties(now);
        },
      });
      const ids = (kind: Known['kind']) =>
        all.filter((one) => one.kind === kind).map((one) => one.id);
      await events.attend(event.id, { people: ids('person'), organizations: ids('organization') });
      setParties([]);
      done(`${showCount(all.length, 'attendee')} added.`);
    } catch (error) {
      if (error instanceof PossibleDoubles) {
        setDoubles(error);
      } else {
        throw error;
      }
    }
  });
  const again = (next: Party[]) => {
    setDoubles(undefined);
    setParties(next);
    add.run(next);
  };
  return (
    <form
      className="body add-attendees no-print"
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (parties.length > 0 && !add.busy) {
          setDoubles(undefined);
          add.run(parties);
        }
      }}
    >
      {add.problem && <ProblemAlert problem={add.problem} />}
      {doubles && (
        <AskDoubles
          newcomer={doubles.newcomer}
          candidates={doubles.candidates}
          onUse={(one) => again(replaced(parties, doubles.newcomer.key, one))}
          onNew={() => {
            confirmed.current.add(doubles.newcomer.key);
            again(parties);
          }}
        />
      )}
      <StakeholderField label="Add attendees" entering chosen={parties} onChange={setParties} />
      {parties.map(
        (party) =>
          party.kind === 'new-person' && (
            <NewcomerFields
              key={party.key}
              person={party}
              onChange={(person) =>
                setParties(
                  parties.map((each) =>
                    each.kind === 'new-person' && each.key === party.key ? person : each,
                  ),
                )
              }
            />
          ),
      )}
      {parties.length > 0 && (
        <button type="submit" className="usa-button small" disabled={add.busy}>
          {add.busy ? 'Adding…' : `Add ${showCount(parties.length, 'attendee')}`}
        </button>
      )}
    </form>
  );
}

function Row(props: {
  event: OutreachEvent;
  id: string;
  name: string;
  about: string;
  type: 'stk:person' | 'stk:organization';
  may: boolean;
}) {
  const done = useDone();
  const { event, id } = props;
  const remove = useAction(async () => {
    await events.absent(event.id, id);
    done(`${props.name} is no longer among those who attend.`, {
      undo: () =>
        events.attend(
          event.id,
          props.type === 'stk:person'
            ? { people: [id], organizations: [] }
            : { people: [], organizations: [id] },
        ),
      undone: `${props.name} attends again.`,
    });
  });
  return (
    <li>
      {remove.problem && <ProblemAlert problem={remove.problem} />}
      <div className="promised">
        <div>
          <Link to={pageOf(props.type, id)} className="with-icon">
            <Icon name={props.type === 'stk:person' ? 'person' : 'building'} />
            <span>{props.name}</span>
          </Link>{' '}
          <span className="muted small">{props.about}</span>
        </div>
        {props.may && (
          <button
            type="button"
            className="icon-button no-print"
            aria-label={`Remove ${props.name}`}
            disabled={remove.busy}
            onClick={() => remove.run()}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
    </li>
  );
}
