import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { showDay } from '../ui/show';
import { Loaded } from '../ui/Waiting';
import { StakeholderLink } from './StakeholderLink';
import type { Person, PossibleDuplicate } from './types';
import { usePerson } from './useStakeholders';
import { placeLine, typedName } from './words';

/** What is compared, as it was typed and as it stands in an entry. */
export type Compared = Readonly<Record<string, string>>;

function ofEntry(whom: Person): Compared {
  const { person, affiliations } = whom;
  return {
    Name: typedName(person),
    Position: person.position ?? '',
    Organization: affiliations
      .filter((each) => each.current)
      .map((each) => each.organization.name)
      .join(', '),
    'Office phone': person.officePhone ?? '',
    Street: person.workStreet ?? '',
    Place: placeLine(person),
    'E-mail': whom.privateContactWithheld
      ? 'withheld from you'
      : (whom.privateContact?.email ?? []).join(', '),
  };
}

/** Those who may be the one that is being entered, beside what was typed; nothing is entered before somebody says. */
export function DuplicatesDialog(props: {
  typed: Compared;
  candidates: readonly PossibleDuplicate[];
  busy: boolean;
  onEnter: () => void;
  onClose: () => void;
}) {
  const { candidates } = props;
  return (
    <Dialog title="There already?" onClose={props.onClose} big>
      <p>
        {candidates.length === 1
          ? 'An entry looks like what you typed. '
          : `${candidates.length} entries look like what you typed. `}
        If it is the same, open that entry and correct it there.
      </p>
      <div className="duplicates">
        {candidates.map((candidate) => (
          <Candidate key={candidate.id} typed={props.typed} candidate={candidate} />
        ))}
      </div>
      <div className="actions">
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={props.busy}
          onClick={props.onEnter}
        >
          <Icon name="plus" />
          {props.busy ? 'Entering…' : 'It is somebody else: enter'}
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          data-autofocus
          onClick={props.onClose}
        >
          Back to the form
        </button>
      </div>
    </Dialog>
  );
}

function Candidate(props: { typed: Compared; candidate: PossibleDuplicate }) {
  const { candidate } = props;
  const query = usePerson(candidate.id);
  return (
    <section aria-label={candidate.name}>
      <h3>
        <StakeholderLink kind="person" id={candidate.id} name={candidate.name} />
      </h3>
      <p className="small">
        {candidate.why.map((why) => (
          <span key={why} className="chip double">
            {why}
          </span>
        ))}{' '}
        {candidate.component && <span className="muted">owned by {candidate.component}</span>}
      </p>
      <Loaded query={query} lines={4}>
        {(person) => (
          <Table typed={props.typed} there={ofEntry(person)} last={person.lastContact} />
        )}
      </Loaded>
    </section>
  );
}

function Table(props: { typed: Compared; there: Compared; last: string | undefined }) {
  const rows = Object.keys(props.there).filter((row) => props.typed[row] || props.there[row]);
  return (
    <table className="usa-table compact">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Field</span>
          </th>
          <th scope="col">What you typed</th>
          <th scope="col">What is there</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const typed = props.typed[row] ?? '';
          const there = props.there[row] ?? '';
          const same = typed !== '' && typed.toLowerCase() === there.toLowerCase();
          return (
            <tr key={row} className={same ? 'same' : undefined}>
              <th scope="row">{row}</th>
              <td>{typed}</td>
              <td>
                {there}
                {same && <span className="visually-hidden"> (the same)</span>}
              </td>
            </tr>
          );
        })}
        {props.last && (
          <tr>
            <th scope="row">Latest contact</th>
            <td />
            <td>{showDay(props.last)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
