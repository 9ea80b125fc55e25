import { useState } from 'react';
import { ProblemAlert } from '../ui/Alert';
import { DayField } from '../ui/DayField';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/TextField';
import { useAction } from '../ui/useAction';
import { people } from './calls';
import { StakeholderField, type ChosenStakeholder } from './StakeholderField';
import type { Affiliation, Person } from './types';

/** Where somebody belongs: which organization, as what, from when to when. */
export function AffiliationDialog(props: {
  person: Person;
  /** The one whose role and days are changed; none for a new one. */
  affiliation?: Affiliation;
  onClose: () => void;
  onDone: () => void;
}) {
  const { person, affiliation } = props;
  const [organization, setOrganization] = useState<ChosenStakeholder>();
  const [role, setRole] = useState(affiliation?.role ?? '');
  const [from, setFrom] = useState(affiliation?.from ?? '');
  const [to, setTo] = useState(affiliation?.to ?? '');
  const [tried, setTried] = useState(false);
  const wrongDays = from && to && to < from ? 'Before the first day.' : undefined;
  const save = useAction(async () => {
    setTried(true);
    if (wrongDays ?? (!affiliation && !organization)) {
      return;
    }
    const part = { role: role.trim() || null, from: from || null, to: to || null };
    await (affiliation
      ? people.changeAffiliation(person.id, affiliation.id, part)
      : people.addAffiliation(person.id, {
          ...part,
          ...(organization?.id
            ? { organization: organization.id }
            : { newOrganization: organization?.name }),
        }));
    props.onDone();
  });
  return (
    <Dialog
      title={affiliation ? `At ${affiliation.organization.name}` : 'Where they belong'}
      onClose={props.onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        {save.problem && <ProblemAlert problem={save.problem} />}
        {!affiliation && (
          <StakeholderField
            kind="organization"
            label="Organization"
            hint="One that is not there yet is entered with it."
            required
            focused
            orNew
            error={tried && !organization ? 'Choose an organization.' : undefined}
            chosen={organization}
            onChange={setOrganization}
          />
        )}
        <TextField
          label="Role"
          hint="For example: President, member of the board"
          first={affiliation !== undefined}
          value={role}
          onChange={setRole}
        />
        <div className="fields">
          <DayField label="First day" value={from} onChange={setFrom} />
          <DayField
            label="Last day"
            hint="Empty while they are there"
            value={to}
            error={tried ? wrongDays : undefined}
            onChange={setTo}
          />
        </div>
        <div className="actions">
          <button type="submit" className="usa-button" disabled={save.busy}>
            {save.busy ? 'Saving…' : affiliation ? 'Save' : 'Add'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
