import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { Problem } from '../api/problem';
import { useSession } from '../session/SessionContext';
import { useDraft } from '../session/useDraft';
import { ProblemAlert } from '../ui/Alert';
import { Crumbs } from '../ui/Crumbs';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { TextField } from '../ui/TextField';
import { useToasts } from '../ui/Toasts';
import { useAction } from '../ui/useAction';
import { AlreadyThere } from './AlreadyThere';
import { people } from './calls';
import { DuplicatesDialog } from './DuplicatesDialog';
import { changesOf, PERSON_NAME, PRIVATE_CONTACT } from './fields';
import { FormSection } from './FormSection';
import { IssuesField } from './IssuesField';
import { PrivateFields, PUBLIC_FIELDS, WorkFields } from './PersonFields';
import { StakeholderField, type ChosenStakeholder } from './StakeholderField';
import { TypedFields } from './TypedFields';
import type { NewPerson, PossibleDuplicate } from './types';
import { useKey } from './useKey';
import { useStakeholdersChanged } from './useStakeholders';
import { placeLine, typedName } from './words';

interface Form {
  values: Record<string, string>;
  organization?: ChosenStakeholder;
  role: string;
  issues: string[];
  component: string;
}

const EMPTY: Form = { values: {}, role: '', issues: [], component: '' };

/** Enters a person; those who may be the same are shown before. */
export default function NewPersonPage() {
  const { can } = useSession();
  return can('KEEP_STAKEHOLDERS') ? <PersonForm /> : <NotFound />;
}

function asNew(form: Form): NewPerson {
  const { organization } = form;
  return {
    person: changesOf(PUBLIC_FIELDS, {}, form.values),
    privateContact: changesOf(PRIVATE_CONTACT, {}, form.values),
    affiliations: organization
      ? [
          {
            ...(organization.id
              ? { organization: organization.id }
              : { newOrganization: organization.name }),
            role: form.role.trim() || null,
          },
        ]
      : [],
    issues: form.issues,
    ...(form.component ? { component: form.component } : {}),
  };
}

function compared(form: Form) {
  const of = (name: string) => (form.values[name] ?? '').trim();
  return {
    Name: typedName(form.values),
    Position: of('position'),
    Organization: form.organization?.name ?? '',
    'Office phone': of('officePhone'),
    Street: of('workStreet'),
    Place: placeLine(form.values),
    'E-mail': of('email').replaceAll('\n', ', '),
  };
}

function PersonForm() {
  const id = useId();
  const { session } = useSession();
  const navigate = useNavigate();
  const toasts = useToasts();
  const changed = useStakeholdersChanged();
  const draft = useDraft<Form>('stakeholders:new-person', EMPTY);
  const key = useKey();
  const [tried, setTried] = useState(false);
  const [candidates, setCandidates] = useState<PossibleDuplicate[]>();
  const form = draft.value;
  const set = (part: Partial<Form>) => draft.set({ ...form, ...part });
  const missing = !form.values.lastName?.trim();
  const save = useAction(async (confirmed: boolean) => {
    setTried(true);
    if (missing) {
      document.querySelector<HTMLElement>('#main [aria-invalid]')?.focus();
      return;
    }
    const wanted = { ...asNew(form), ...(confirmed ? { confirmed } : {}) };
    try {
      const made = await people.enter(wanted, key.of(wanted));
      key.used();
      draft.drop(EMPTY);
      changed();
      toasts.show({ text: `${made.name} has been entered.` });
      void navigate(`/stakeholders/people/${made.id}`);
    } catch (error) {
      setCandidates(undefined);
      if (error instanceof Problem && error.code === 'possible-duplicates') {
        setCandidates(error.body.candidates as PossibleDuplicate[]);
        return;
      }
      window.scrollTo(0, 0);
      throw error;
    }
  });
  const fields = {
    values: form.values,
    errors: (name: string) =>
      name === 'lastName' && tried && missing ? 'Say at least this.' : save.problem?.about(name),
    onChange: (name: string, value: string) => set({ values: { ...form.values, [name]: value } }),
  };
  const name = `${form.values.firstName ?? ''} ${form.values.lastName ?? ''}`;
  return (
    <div className="page stakeholder-form">
      <Crumbs trail={[{ name: 'Stakeholders', to: '/stakeholders' }]} />
      <div className="page-head">
        <div>
          <PageTitle title="New person" />
          <p className="sub">
            What you enter is yours to keep right; all components see it, but for private contact.
          </p>
        </div>
      </div>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(false);
        }}
      >
        {save.problem && <ProblemAlert problem={save.problem} />}
        <FormSection title="Who it is">
          <TypedFields specs={PERSON_NAME} {...fields} />
          <AlreadyThere kind="person" name={form.values.lastName?.trim() ? name : ''} />
          <div className="fields two">
            <StakeholderField
              kind="organization"
              label="Organization"
              hint="One that is not there yet is entered with it."
              orNew
              chosen={form.organization}
              onChange={(organization) => set({ organization })}
            />
            <TextField
              label="Role there"
              hint="If it is another than the position"
              value={form.role}
              onChange={(role) => set({ role })}
            />
          </div>
        </FormSection>
        <WorkFields {...fields} />
        <PrivateFields {...fields} />
        <FormSection title="Issues" about="What they engage on.">
          <IssuesField chosen={form.issues} onChange={(issues) => set({ issues })} />
        </FormSection>
        {session.components.length > 1 && (
          <div className="field owner-choice">
            <label className="usa-label" htmlFor={id}>
              Owned by
            </label>
            <select
              id={id}
              className="usa-select"
              value={form.component || session.components[0]}
              onChange={(event) => set({ component: event.target.value })}
            >
              {session.components.map((code) => (
                <option key={code}>{code}</option>
              ))}
            </select>
          </div>
        )}
        <div className="actions form-end">
          <button type="submit" className="usa-button" disabled={save.busy}>
            {save.busy ? 'Entering…' : 'Enter'}
          </button>
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => {
              draft.drop(EMPTY);
              void navigate('/stakeholders');
            }}
          >
            Discard
          </button>
        </div>
      </form>
      {candidates && (
        <DuplicatesDialog
          typed={compared(form)}
          candidates={candidates}
          busy={save.busy}
          onEnter={() => save.run(true)}
          onClose={() => setCandidates(undefined)}
        />
      )}
    </div>
  );
}
