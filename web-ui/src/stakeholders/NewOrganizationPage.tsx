import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Problem } from '../api/problem';
import { useSession } from '../session/SessionContext';
import { useDraft } from '../session/useDraft';
import { ProblemAlert } from '../ui/Alert';
import { Crumbs } from '../ui/Crumbs';
import { Dialog } from '../ui/Dialog';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { useToasts } from '../ui/Toasts';
import { useAction } from '../ui/useAction';
import { AlreadyThere } from './AlreadyThere';
import { organizations } from './calls';
import { changesOf, ORGANIZATION_NAME } from './fields';
import { FormSection } from './FormSection';
import { IssuesField } from './IssuesField';
import { OfficeFields, ORGANIZATION_FIELDS } from './OrganizationFields';
import { StakeholderField, type ChosenStakeholder } from './StakeholderField';
import { StakeholderLink } from './StakeholderLink';
import { TypedFields } from './TypedFields';
import type { PossibleDuplicate } from './types';
import { useKey } from './useKey';
import { useStakeholdersChanged } from './useStakeholders';

interface Form {
  values: Record<string, string>;
  partOf?: ChosenStakeholder;
  issues: string[];
}

const EMPTY: Form = { values: {}, issues: [] };

/** Enters an organization; those of such a name are shown while one types. */
export default function NewOrganizationPage() {
  const { can } = useSession();
  return can('KEEP_STAKEHOLDERS') ? <OrganizationForm /> : <NotFound />;
}

function OrganizationForm() {
  const navigate = useNavigate();
  const toasts = useToasts();
  const changed = useStakeholdersChanged();
  const draft = useDraft<Form>('stakeholders:new-organization', EMPTY);
  const key = useKey();
  const [tried, setTried] = useState(false);
  const [candidates, setCandidates] = useState<PossibleDuplicate[]>();
  const form = draft.value;
  const set = (part: Partial<Form>) => draft.set({ ...form, ...part });
  const missing = !form.values.name?.trim();
  const save = useAction(async (confirmed: boolean) => {
    setTried(true);
    if (missing) {
      document.querySelector<HTMLElement>('#main [aria-invalid]')?.focus();
      return;
    }
    const wanted = {
      organization: changesOf(ORGANIZATION_FIELDS, {}, form.values),
      issues: form.issues,
      ...(form.partOf?.id ? { partOf: form.partOf.id } : {}),
      ...(confirmed ? { confirmed } : {}),
    };
    try {
      const made = await organizations.enter(wanted, key.of(wanted));
      key.used();
      draft.drop(EMPTY);
      changed();
      toasts.show({ text: `${made.name} has been entered.` });
      void navigate(`/stakeholders/organizations/${made.id}`);
    } catch (error) {
      setCandidates(undefined);
      if (error instanceof Problem && error.code === 'possible-duplicates') {
        setCandidates(error.body.candidates as PossibleDuplicate[]);
        return;
      }
      throw error;
    }
  });
  const fields = {
    values: form.values,
    errors: (name: string) =>
      name === 'name' && tried && missing ? 'Say at least this.' : save.problem?.about(name),
    onChange: (name: string, value: string) => set({ values: { ...form.values, [name]: value } }),
  };
  return (
    <div className="page stakeholder-form">
      <Crumbs trail={[{ name: 'Stakeholders', to: '/stakeholders' }]} />
      <div className="page-head">
        <div>
          <PageTitle title="New organization" />
          <p className="sub">All components see it.</p>
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
        <FormSection title="Which it is">
          <TypedFields specs={ORGANIZATION_NAME} {...fields} />
          <AlreadyThere kind="organization" name={form.values.name ?? ''} />
          <StakeholderField
            kind="organization"
            label="Part of"
            hint="The larger organization, if there is one"
            chosen={form.partOf}
            onChange={(partOf) => set({ partOf })}
          />
        </FormSection>
        <OfficeFields {...fields} />
        <FormSection title="Issues" about="What it engages on.">
          <IssuesField chosen={form.issues} onChange={(issues) => set({ issues })} />
        </FormSection>
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
        <Dialog title="There already?" onClose={() => setCandidates(undefined)}>
          <p>If it is one of these, open that entry and correct it there.</p>
          <ul>
            {candidates.map((each) => (
              <li key={each.id}>
                <StakeholderLink kind="organization" id={each.id} name={each.name} />{' '}
                <span className="muted small">
                  {[...each.why, each.component && `owned by ${each.component}`]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <div className="actions">
            <button
              type="button"
              className="usa-button usa-button--outline"
              disabled={save.busy}
              onClick={() => save.run(true)}
            >
              {save.busy ? 'Entering…' : 'It is another one: enter'}
            </button>
            <button
              type="button"
              className="usa-button usa-button--outline"
              data-autofocus
              onClick={() => setCandidates(undefined)}
            >
              Back to the form
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
