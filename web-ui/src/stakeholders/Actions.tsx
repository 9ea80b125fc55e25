import { useState } from 'react';
import { Link } from 'react-router';
import { MergeWithDialog } from '../doubles/MergeWith';
import { useQuickEntry } from '../outreach/quick';
import { ProblemAlert } from '../ui/Alert';
import { AuthorityField, type ChosenAuthority } from '../ui/AuthorityField';
import { Dialog } from '../ui/Dialog';
import { DayField } from '../ui/DayField';
import { Icon } from '../ui/Icon';
import { RightsActions } from '../privacy/RightsActions';
import { useSession } from '../session/SessionContext';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useShortcuts } from '../ui/shortcuts';
import { isoDay } from '../ui/show';
import { useToasts } from '../ui/Toasts';
import { useAction } from '../ui/useAction';
import { either } from './calls';
import type { Kind, Stakeholder } from './types';
import { useStakeholdersChanged } from './useStakeholders';

/** What can be done to an entry as a whole, as far as the caller may. */
export function Actions({ kind, whom }: { kind: Kind; whom: Stakeholder }) {
  const [open, setOpen] = useState<'verify' | 'hand-over' | 'merge'>();
  const { can } = useSession();
  const changed = useStakeholdersChanged();
  const toasts = useToasts();
  const done = (text: string) => {
    changed();
    setOpen(undefined);
    toasts.show({ text });
  };
  const close = () => setOpen(undefined);
  const root = kind === 'person' ? '/stakeholders/people' : '/stakeholders/organizations';
  const enter = useQuickEntry();
  const note = () => enter({ parties: [{ kind, id: whom.id, name: whom.name }] });
  const notes = whom.allowed.includes('note');
  // Here the key that works everywhere means this one.
  useShortcuts({ e: notes ? note : undefined });
  return (
    <div className="actions no-print">
      {notes && (
        <button
          type="button"
          className={`usa-button small ${whom.doNotContact ? 'usa-button--outline' : ''}`}
          onClick={note}
        >
          <Icon name="plus" />
          {whom.doNotContact ? 'Note an earlier interaction' : 'Note an interaction'}
        </button>
      )}
      {whom.allowed.includes('correct') && (
        <Link to={`${root}/${whom.id}/correct`} className="usa-button usa-button--outline small">
          <Icon name="edit" />
          Correct
        </Link>
      )}
      {whom.allowed.includes('verify') && (
        <button
          type="button"
          className="usa-button usa-button--outline small"
          onClick={() => setOpen('verify')}
        >
          <Icon name="check" />
          Verified
        </button>
      )}
      {whom.allowed.includes('hand-over') && (
        <button
          type="button"
          className="usa-button usa-button--outline small"
          onClick={() => setOpen('hand-over')}
        >
          <Icon name="move" />
          Hand over
        </button>
      )}
      {can('KEEP_STAKEHOLDERS') && (
        <button
          type="button"
          className="usa-button usa-button--outline small"
          onClick={() => setOpen('merge')}
        >
          <Icon name="link" />
          Merge with…
        </button>
      )}
      {kind === 'person' && whom.allowed.includes('delete') && (
        <Link to={`${root}/${whom.id}/erasure`} className="usa-button usa-button--outline small">
          <Icon name="trash" />
          Erase…
        </Link>
      )}
      <RightsActions kind={kind} id={whom.id} name={whom.name} allowed={whom.allowed} />
      {open === 'verify' && (
        <VerifyDialog
          name={whom.name}
          act={(on) => either.verify(kind, whom.id, on)}
          onClose={close}
          onDone={() => done('Noted as verified.')}
        />
      )}
      {open === 'merge' && (
        <MergeWithDialog kind={kind} id={whom.id} name={whom.name} onClose={close} />
      )}
      {open === 'hand-over' && (
        <HandOverDialog
          kind={kind}
          whom={whom}
          onClose={close}
          onDone={(to) => done(`Handed over to ${to}.`)}
        />
      )}
    </div>
  );
}

/** Says that all that is known was found right, on a day. */
export function VerifyDialog(props: {
  name: string;
  act: (on: string) => Promise<unknown>;
  onClose: () => void;
  onDone: () => void;
}) {
  const [on, setOn] = useState(isoDay());
  const save = useAction(async () => {
    await props.act(on);
    props.onDone();
  });
  return (
    <Dialog title="All of it found right?" onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        {save.problem && <ProblemAlert problem={save.problem} />}
        <p>
          You have checked what is known of {props.name}, and it is right. If something is not,
          correct it first.
        </p>
        <DayField label="Checked on" focused value={on} onChange={setOn} />
        <div className="actions">
          <button type="submit" className="usa-button" disabled={save.busy || !on}>
            {save.busy ? 'Saving…' : 'It is right'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function HandOverDialog(props: {
  kind: Kind;
  whom: Stakeholder;
  onClose: () => void;
  onDone: (to: string) => void;
}) {
  const { kind, whom } = props;
  const [to, setTo] = useState<ChosenAuthority[]>([]);
  const one = to[0];
  return (
    <ReasonDialog
      title={`Hand over ${whom.name}`}
      about={
        kind === 'person'
          ? 'Mobile and personal phones and e-mail go with it: the new owner’s component sees them from then on, the present one no longer does.'
          : 'The new owner answers for this entry from then on.'
      }
      hint="Kept in the timeline, for all to read."
      yes="Hand over"
      doing="Handing over…"
      ready={one !== undefined}
      act={async (reason) => {
        if (one) {
          await either.handOver(kind, whom.id, { user: one.name, reason });
          props.onDone(one.label);
        }
      }}
      onClose={props.onClose}
    >
      <AuthorityField
        label="New owner"
        hint="Somebody with an account"
        required
        focused
        only="USER"
        chosen={to}
        onChange={setTo}
      />
    </ReasonDialog>
  );
}
