import { useState } from 'react';
import { useNavigate } from 'react-router';
import { StakeholderField, type ChosenStakeholder } from '../stakeholders/StakeholderField';
import { Dialog } from '../ui/Dialog';
import type { Kind } from './calls';

/** Names the entry that is of the same person or organization; the two are shown side by side then, and nothing is merged before. */
export function MergeWithDialog(props: {
  kind: Kind;
  id: string;
  name: string;
  onClose: () => void;
}) {
  const [other, setOther] = useState<ChosenStakeholder>();
  const [tried, setTried] = useState(false);
  const navigate = useNavigate();
  const what = props.kind === 'person' ? 'person' : 'organization';
  return (
    <Dialog title={`Merge ${props.name} with…`} onClose={props.onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (other?.id) {
            void navigate(`/stakeholders/duplicates/${props.id}/${other.id}`);
          }
        }}
      >
        <p>
          Name the other entry of the same {what}. You see both side by side before anything is
          merged.
        </p>
        <StakeholderField
          kind={props.kind}
          label="The other entry"
          required
          focused
          except={props.id}
          error={
            tried && !other ? `Choose ${props.kind === 'person' ? 'a' : 'an'} ${what}.` : undefined
          }
          chosen={other}
          onChange={setOther}
        />
        <div className="actions">
          <button type="submit" className="usa-button">
            Side by side
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
