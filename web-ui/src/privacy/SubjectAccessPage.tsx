import { useState, type FormEvent } from 'react';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { useSession } from '../session/SessionContext';
import { ProblemAlert } from '../ui/Alert';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { TextArea } from '../ui/TextArea';
import { TextField } from '../ui/TextField';
import { useAction } from '../ui/useAction';
import { Empty, Loaded } from '../ui/Waiting';
import { subjects } from './calls';
import { save } from './save';
import type { SubjectCandidates } from './types';
import { useSubject } from './useRights';

/** All that is held on one individual who asks for it, as one package (requirement P12). */
export default function SubjectAccessPage() {
  const { can } = useSession();
  return can('ANSWER_SUBJECTS') ? <Asking /> : <NotFound />;
}

function Asking() {
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [name, setName] = useState<{ first: string; last: string }>();
  const query = useSubject(name);
  const find = (event: FormEvent) => {
    event.preventDefault();
    setName({ first: first.trim(), last: last.trim() });
  };
  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Subject access" />
          <p className="sub">
            For an individual who asks what is held on them: find their entries, choose those that
            are theirs, and take all of it along as one package. Each entry that goes into it is in
            the ledger.
          </p>
        </div>
      </div>
      <section className="card" aria-label="Find their entries">
        <form className="body" onSubmit={find}>
          <TextField
            label="First name"
            hint="May be left empty"
            value={first}
            first
            onChange={setFirst}
          />
          <TextField label="Last name" required value={last} onChange={setLast} />
          <div className="actions">
            <button type="submit" className="usa-button" disabled={last.trim() === ''}>
              Find
            </button>
          </div>
        </form>
      </section>
      {name && (
        <Loaded query={query} lines={5}>
          {(found) => <Choosing key={`${name.first} ${name.last}`} found={found} />}
        </Loaded>
      )}
    </div>
  );
}

function Choosing({ found }: { found: SubjectCandidates }) {
  const [people, setPeople] = useState<string[]>([]);
  const [writers, setWriters] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const pack = useAction(async () => {
    save(
      await subjects.pack({ people, correspondents: writers, reason: reason.trim() }),
      'subject-access.zip',
    );
  });
  if (found.people.length + found.correspondents.length === 0) {
    return (
      <section className="card" aria-label="Entries of that name">
        <Empty icon="search" title="Nothing is held under that name">
          <p>Try another spelling, or leave the first name empty.</p>
        </Empty>
      </section>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        pack.run();
      }}
    >
      <section className="card" aria-label="Entries of that name">
        <div className="body">
          <p className="muted small">
            Not everybody of a name is the same individual: choose only what you are sure of.
          </p>
          <Choices
            legend="Stakeholders"
            none="No stakeholder has that name."
            chosen={people}
            onChange={setPeople}
            items={found.people.map((each) => ({
              id: each.id,
              name: each.name,
              more: [each.organization, each.place, each.owner.component?.label],
            }))}
          />
          <Choices
            legend="Correspondents in case files"
            none="No correspondent has that name in a case file that you may see."
            chosen={writers}
            onChange={setWriters}
            items={found.correspondents.map((each) => ({
              id: each.id,
              name: each.name,
              more: [each.caseFile.name, each.subject, each.place],
            }))}
          />
          {pack.problem && <ProblemAlert problem={pack.problem} />}
          <TextArea
            label="Why"
            required
            hint="Such as the number of the request. It is printed in the package."
            rows={2}
            value={reason}
            error={pack.problem?.about('reason')}
            onChange={setReason}
          />
          <div className="actions">
            <button
              type="submit"
              className="usa-button"
              disabled={pack.busy || reason.trim() === '' || people.length + writers.length === 0}
            >
              {pack.busy ? 'Packing…' : 'Make the package'}
            </button>
          </div>
        </div>
      </section>
    </form>
  );
}

function Choices(props: {
  legend: string;
  none: string;
  items: { id: string; name: string; more: (string | undefined)[] }[];
  chosen: string[];
  onChange: (ids: string[]) => void;
}) {
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">{props.legend}</legend>
      {props.items.length === 0 && <p className="muted small">{props.none}</p>}
      {props.items.map((item) => (
        <div className="usa-checkbox" key={item.id}>
          <input
            id={item.id}
            className="usa-checkbox__input"
            type="checkbox"
            checked={props.chosen.includes(item.id)}
            onChange={(event) =>
              props.onChange(
                event.target.checked
                  ? [...props.chosen, item.id]
                  : props.chosen.filter((id) => id !== item.id),
              )
            }
          />
          <label className="usa-checkbox__label" htmlFor={item.id}>
            {item.name}
            <span className="muted small" style={{ display: 'block' }}>
              {item.more.filter(Boolean).join(' · ')}
            </span>
          </label>
        </div>
      ))}
    </fieldset>
  );
}
