import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useToasts } from '../ui/Toasts';
import { Loaded } from '../ui/Waiting';
import { organizations } from './calls';
import { CorrectionForm } from './CorrectionForm';
import { asTyped, changesOf, ORGANIZATION_NAME } from './fields';
import { FormSection } from './FormSection';
import { IssuesField } from './IssuesField';
import { OfficeFields, ORGANIZATION_FIELDS } from './OrganizationFields';
import { StakeholderField, type ChosenStakeholder } from './StakeholderField';
import { TypedFields } from './TypedFields';
import type { Organization } from './types';
import { useCorrection } from './useCorrection';
import { useOrganization, useStakeholdersChanged } from './useStakeholders';

/** Corrects an organization (requirement S13). */
export default function CorrectOrganizationPage() {
  const { id = '' } = useParams();
  const query = useOrganization(id);
  return (
    <Loaded query={query} page lines={12}>
      {(organization) => <Correct key={organization.id} organization={organization} />}
    </Loaded>
  );
}

function typedOf({ organization }: Organization) {
  return asTyped(ORGANIZATION_FIELDS, organization);
}

function Correct({ organization }: { organization: Organization }) {
  const page = `/stakeholders/organizations/${organization.id}`;
  const navigate = useNavigate();
  const changed = useStakeholdersChanged();
  const toasts = useToasts();
  const [issues, setIssues] = useState<string[]>();
  /** Null once it is to be part of none. */
  const [partOf, setPartOf] = useState<ChosenStakeholder | null>();
  const correction = useCorrection(
    organization,
    ORGANIZATION_FIELDS,
    typedOf,
    (revision, before, now) =>
      organizations.correct(organization.id, revision, {
        organization: changesOf(ORGANIZATION_FIELDS, before, now),
        ...(issues ? { issues } : {}),
        ...(partOf === undefined ? {} : { partOf: partOf?.id ?? '' }),
      }),
    () => organizations.get(organization.id),
    () => {
      changed();
      toasts.show({ text: 'Corrected.' });
      void navigate(page);
    },
  );
  const { fields, base } = correction;
  return (
    <CorrectionForm
      name={organization.name}
      page={page}
      whom={organization}
      correction={correction}
    >
      <FormSection title="Which it is">
        <TypedFields specs={ORGANIZATION_NAME} focused {...fields} />
        <StakeholderField
          kind="organization"
          label="Part of"
          except={organization.id}
          chosen={partOf === undefined ? base.partOf : (partOf ?? undefined)}
          onChange={(chosen) => setPartOf(chosen ?? null)}
        />
      </FormSection>
      <OfficeFields {...fields} />
      <FormSection title="Issues" about="What it engages on.">
        <IssuesField
          chosen={issues ?? base.issues.map((issue) => issue.code)}
          onChange={setIssues}
        />
      </FormSection>
    </CorrectionForm>
  );
}
