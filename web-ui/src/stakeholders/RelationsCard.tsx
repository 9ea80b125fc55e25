import { useId, useState } from 'react';
import { ProblemAlert } from '../ui/Alert';
import { DayField } from '../ui/DayField';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { useToasts } from '../ui/Toasts';
import { useAction } from '../ui/useAction';
import { people } from './calls';
import { Card, CardButton } from './Card';
import { StakeholderField, type ChosenStakeholder } from './StakeholderField';
import { StakeholderLink } from './StakeholderLink';
import type { Person, Relation, RelationKind } from './types';
import { useStakeholdersChanged } from './useStakeholders';
import { RELATION_KINDS, relationWords, showSpan } from './words';

/** Whom somebody works with: working relations alone, nothing of the family. */
export function RelationsCard({ person }: { person: Person }) {
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Relation>();
  const changed = useStakeholdersChanged();
  const toasts = useToasts();
  const mayCorrect = person.allowed.includes('correct');
  return (
    <Card
      title="Works with"
      icon="person"
      actions={
        mayCorrect && (
          <CardButton icon="plus" label="Add a working relation" onClick={() => setAdding(true)}>
            Add
          </CardButton>
        )
      }
    >
      <div className="body">
        {person.relations.length === 0 ? (
          <p className="muted">No working relation is noted.</p>
        ) : (
          <ul className="nolist affiliations">
            {person.relations.map((each) => (
              <li key={each.id}>
                <div>
                  <span className="small muted below">
                    {[relationWords(each.kind, each.inverse), showSpan(each.from, each.to)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <StakeholderLink kind="person" id={each.person.id} name={each.person.name} />
                </div>
                {mayCorrect && !each.inverse && (
                  <button
                    type="button"
                    className="icon-button no-print"
                    aria-label={`Remove: ${relationWords(each.kind)} ${each.person.name}`}
                    onClick={() => setRemoving(each)}
                  >
                    <Icon name="trash" />
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {adding && (
        <RelationDialog
          person={person}
          onClose={() => setAdding(false)}
          onDone={() => {
            changed();
            setAdding(false);
            toasts.show({ text: 'Added.' });
          }}
        />
      )}
      {removing && (
        <ConfirmDialog
          title="Remove this relation?"
          icon="trash"
          yes="Remove"
          doing="Removing…"
          no="Keep"
          act={async () => {
            await people.removeRelation(person.id, removing.id);
            changed();
            setRemoving(undefined);
          }}
          onClose={() => setRemoving(undefined)}
        >
          {relationWords(removing.kind)} {removing.person.name}: it is taken away on both pages.
        </ConfirmDialog>
      )}
    </Card>
  );
}

function RelationDialog(props: { person: Person; onClose: () => void; onDone: () => void }) {
  const id = useId();
  const [kind, setKind] = useState<RelationKind>('assistant-of');
  const [other, setOther] = useState<ChosenStakeholder>();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const wrongDays = from && to && to < from ? 'Before the first day.' : undefined;
  const save = useAction(async () => {
    setTried(true);
    if (!other?.id || wrongDays) {
      return;
    }
    await people.addRelation(props.person.id, {
      kind,
      person: other.id,
      from: from || null,
      to: to || null,
    });
    props.onDone();
  });
  return (
    <Dialog title="A working relation" onClose={props.onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        {save.problem && <ProblemAlert problem={save.problem} />}
        <div className="field">
          <label className="usa-label" htmlFor={id}>
            {props.person.name} is
          </label>
          <select
            id={id}
            className="usa-select"
            data-autofocus
            value={kind}
            onChange={(event) => setKind(event.target.value as RelationKind)}
          >
            {RELATION_KINDS.map((each) => (
              <option key={each} value={each}>
                {each === 'reports-to' ? 'Reporting to' : relationWords(each)}
              </option>
            ))}
          </select>
        </div>
        <StakeholderField
          kind="person"
          label="Whom"
          required
          except={props.person.id}
          error={tried && !other ? 'Choose a person.' : undefined}
          chosen={other}
          onChange={setOther}
        />
        <div className="fields">
          <DayField label="First day" value={from} onChange={setFrom} />
          <DayField
            label="Last day"
            value={to}
            error={tried ? wrongDays : undefined}
            onChange={setTo}
          />
        </div>
        <div className="actions">
          <button type="submit" className="usa-button" disabled={save.busy}>
            {save.busy ? 'Saving…' : 'Add'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
