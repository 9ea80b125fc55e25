import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useToasts } from '../ui/Toasts';
import { Loaded } from '../ui/Waiting';
import { people } from './calls';
import { CorrectionForm } from './CorrectionForm';
import { asTyped, changesOf, PERSON_NAME, PRIVATE_CONTACT } from './fields';
import { FormSection } from './FormSection';
import { IssuesField } from './IssuesField';
import { PrivateFields, PUBLIC_FIELDS, WorkFields } from './PersonFields';
import { TypedFields } from './TypedFields';
import type { Person } from './types';
import { useCorrection } from './useCorrection';
import { usePerson, useStakeholdersChanged } from './useStakeholders';

/** Corrects a person (requirement S13): any user nearly any field, private contact the owning component. */
export default function CorrectPersonPage() {
  const { id = '' } = useParams();
  const query = usePerson(id);
  return (
    <Loaded query={query} page lines={12}>
      {(person) => <Correct key={person.id} person={person} />}
    </Loaded>
  );
}

const ALL = [...PUBLIC_FIELDS, ...PRIVATE_CONTACT];

function typedOf(person: Person) {
  return {
    ...asTyped(PUBLIC_FIELDS, person.person),
    ...asTyped(PRIVATE_CONTACT, person.privateContact ?? {}),
  };
}

function Correct({ person }: { person: Person }) {
  const page = `/stakeholders/people/${person.id}`;
  const navigate = useNavigate();
  const changed = useStakeholdersChanged();
  const toasts = useToasts();
  const [issues, setIssues] = useState<string[]>();
  const mayPrivate = person.allowed.includes('private-contact');
  const correction = useCorrection(
    person,
    ALL,
    typedOf,
    (revision, before, now) =>
      people.correct(person.id, revision, {
        person: changesOf(PUBLIC_FIELDS, before, now),
        ...(mayPrivate ? { privateContact: changesOf(PRIVATE_CONTACT, before, now) } : {}),
        ...(issues ? { issues } : {}),
      }),
    () => people.get(person.id),
    () => {
      changed();
      toasts.show({ text: 'Corrected.' });
      void navigate(page);
    },
  );
  const { fields, base } = correction;
  return (
    <CorrectionForm name={person.name} page={page} whom={person} correction={correction}>
      <FormSection title="Who it is">
        <TypedFields specs={PERSON_NAME} focused {...fields} />
      </FormSection>
      <WorkFields {...fields} />
      {mayPrivate && <PrivateFields {...fields} />}
      {!mayPrivate && person.privateContactWithheld && (
        <p className="muted">
          Private contact is withheld from you; {person.owner.user.label} can correct it.
        </p>
      )}
      <FormSection title="Issues" about="What they engage on.">
        <IssuesField
          chosen={issues ?? base.issues.map((issue) => issue.code)}
          onChange={setIssues}
        />
      </FormSection>
    </CorrectionForm>
  );
}
