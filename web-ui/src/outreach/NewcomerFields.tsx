import { Alert } from '../ui/Alert';
import { TextField } from '../ui/TextField';
import type { Candidate } from './entering';
import { StakeholderField } from './StakeholderField';
import { nameOf, type Known, type Newcomer, type NewcomerPerson } from './who';

/** What is asked of a person who is entered on the way. */
export function NewcomerFields(props: {
  person: NewcomerPerson;
  onChange: (person: NewcomerPerson) => void;
}) {
  const { person } = props;
  const set = (change: Partial<NewcomerPerson>) => props.onChange({ ...person, ...change });
  return (
    <fieldset className="newcomer">
      <legend>New: {nameOf(person) || 'a person'}</legend>
      <div className="fields tight">
        <TextField
          label="First name"
          max={250}
          value={person.firstName}
          onChange={(firstName) => set({ firstName })}
        />
        <TextField
          label="Family name"
          required
          max={250}
          value={person.lastName}
          onChange={(lastName) => set({ lastName })}
        />
        <StakeholderField
          label="Where they work"
          kinds={['organization']}
          single
          entering
          chosen={person.organization ? [person.organization] : []}
          onChange={([one]) =>
            set({
              organization:
                one?.kind === 'organization' || one?.kind === 'new-organization'
                  ? (one as NewcomerPerson['organization'])
                  : undefined,
            })
          }
        />
        <TextField
          label="Position"
          max={250}
          value={person.position}
          onChange={(position) => set({ position })}
        />
      </div>
    </fieldset>
  );
}

/** Asks whether a newcomer is one of those who are there. */
export function AskDoubles(props: {
  newcomer: Newcomer;
  candidates: readonly Candidate[];
  onUse: (one: Known) => void;
  onNew: () => void;
}) {
  const { newcomer } = props;
  const kind = newcomer.kind === 'new-person' ? 'person' : 'organization';
  return (
    <Alert kind="warning" title={`Is ${nameOf(newcomer)} there already?`}>
      <ul className="candidates nolist">
        {props.candidates.map((one, i) => (
          <li key={one.id}>
            <span>
              <strong>{one.name}</strong>
              <span className="muted small below">
                {[one.organization, one.component, ...one.why].filter(Boolean).join(' · ')}
              </span>
            </span>
            <button
              type="button"
              className="usa-button usa-button--outline small"
              // Where one has to decide, the keys are.
              ref={i === 0 ? focus : undefined}
              onClick={() => props.onUse({ kind, id: one.id, name: one.name })}
            >
              Use this entry
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="usa-button usa-button--unstyled" onClick={props.onNew}>
        {kind === 'person' ? 'Somebody else: enter them' : 'Another one: enter it'}
      </button>
    </Alert>
  );
}

function focus(button: HTMLButtonElement | null) {
  button?.focus();
}
