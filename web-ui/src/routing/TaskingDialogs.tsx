import { useState, type ReactNode } from 'react';
import * as api from '../api/calls';
import type { Tasking } from '../api/types';
import { useDraft } from '../session/useDraft';
import { AuthorityField, type ChosenAuthority } from '../ui/AuthorityField';
import { DayField } from '../ui/DayField';
import { Dialog } from '../ui/Dialog';
import { TextArea } from '../ui/TextArea';
import { Refused } from './Refused';
import { useTaskingAct, type TaskingAct } from './useTaskingAct';

/** What a dialog about a tasking has in common. */
interface Props {
  tasking: Tasking;
  onClose: () => void;
  onDone: (changed: Tasking) => void;
}

/** A form in a dialog that does one thing to a tasking. */
function Act(
  props: Props & {
    title: string;
    submit: string;
    /** What is missing yet, in words. */
    missing: string | undefined;
    act: TaskingAct;
    onMissing: () => void;
    children: ReactNode;
  },
) {
  const attempt = useTaskingAct(props.tasking, props.onDone);
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (props.missing) {
            props.onMissing();
          } else {
            attempt.run(props.act);
          }
        }}
      >
        <Refused attempt={attempt} act={props.act} />
        {props.children}
        <div className="actions">
          <button type="submit" className="usa-button" disabled={attempt.busy}>
            {attempt.busy ? 'One moment…' : props.submit}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Gives a tasking back, or takes it back, with the reason. */
export function ReasonDialog(
  props: Props & {
    title: string;
    submit: string;
    kind: 'return' | 'withdraw';
    explanation: string;
  },
) {
  const { tasking } = props;
  const draft = useDraft(`tasking:${tasking.id}:${props.kind}`, '');
  const [tried, setTried] = useState(false);
  const reason = draft.value.trim();
  const missing = reason ? undefined : 'A reason is needed.';
  return (
    <Act
      {...props}
      missing={missing}
      onMissing={() => setTried(true)}
      act={(id, revision) =>
        (props.kind === 'return' ? api.taskings.giveBack : api.taskings.withdraw)(id, revision, {
          reason,
        })
      }
      onDone={(changed) => {
        draft.drop('');
        props.onDone(changed);
      }}
    >
      <p>{props.explanation}</p>
      <TextArea
        label="Reason"
        required
        focused
        value={draft.value}
        error={tried ? missing : undefined}
        onChange={draft.set}
      />
    </Act>
  );
}

/** Gives a tasking to somebody else, with the reason. */
export function ReassignDialog(props: Props) {
  const { tasking } = props;
  const draft = useDraft<{ to: ChosenAuthority[]; reason: string }>(
    `tasking:${tasking.id}:reassign`,
    { to: [], reason: '' },
  );
  const [tried, setTried] = useState(false);
  const { to, reason } = draft.value;
  const noOne = to.length === 0 ? 'Choose who takes it.' : undefined;
  const noReason = reason.trim() ? undefined : 'A reason is needed.';
  return (
    <Act
      {...props}
      title="Assign it to somebody else"
      submit="Reassign"
      missing={noOne ?? noReason}
      onMissing={() => setTried(true)}
      act={(id, revision) =>
        api.taskings.reassign(id, revision, {
          assignee: to[0]?.name ?? '',
          reason: reason.trim(),
        })
      }
      onDone={(changed) => {
        draft.drop({ to: [], reason: '' });
        props.onDone(changed);
      }}
    >
      <p>
        Now with <strong>{tasking.assignee.label}</strong>. What they may do with the file because
        of this tasking goes to the new assignee.
      </p>
      <AuthorityField
        label="Assign to"
        required
        focused
        chosen={to}
        error={tried ? noOne : undefined}
        onChange={(chosen) => draft.set({ ...draft.value, to: chosen })}
      />
      <TextArea
        label="Reason"
        required
        value={reason}
        error={tried ? noReason : undefined}
        onChange={(text) => draft.set({ ...draft.value, reason: text })}
      />
    </Act>
  );
}

/** Moves a due date, with the reason. */
export function ExtendDialog(props: Props) {
  const { tasking } = props;
  const start = { due: tasking.due ?? '', reason: '' };
  const draft = useDraft(`tasking:${tasking.id}:extend`, start);
  const [tried, setTried] = useState(false);
  const { due, reason } = draft.value;
  const noDay = !due
    ? 'Choose the new day.'
    : due === tasking.due
      ? 'Choose another day than the present one.'
      : undefined;
  const noReason = reason.trim() ? undefined : 'A reason is needed.';
  return (
    <Act
      {...props}
      title="Extend it"
      submit="Extend"
      missing={noDay ?? noReason}
      onMissing={() => setTried(true)}
      act={(id, revision) => api.taskings.extend(id, revision, { due, reason: reason.trim() })}
      onDone={(changed) => {
        draft.drop(start);
        props.onDone(changed);
      }}
    >
      <DayField
        label="Due"
        required
        focused
        value={due}
        error={tried ? noDay : undefined}
        onChange={(next) => draft.set({ ...draft.value, due: next })}
      />
      <TextArea
        label="Reason"
        required
        value={reason}
        error={tried ? noReason : undefined}
        onChange={(text) => draft.set({ ...draft.value, reason: text })}
      />
    </Act>
  );
}
