import { useState } from 'react';
import * as api from '../api/calls';
import type { Tasking } from '../api/types';
import { useDraft } from '../session/useDraft';
import { Alert } from '../ui/Alert';
import { TextArea } from '../ui/TextArea';
import { Refused } from './Refused';
import { useTaskingAct, type TaskingAct } from './useTaskingAct';

/** Outcomes that send a thing on; the others send it back, or disagree, and look less inviting. */
const ONWARD = /^(approve|submit|concur|signed|dispatched|assigned|closed|done)$/;

/** Answers a tasking: a comment, and one button for each answer that it takes. */
export function CompleteForm(props: {
  tasking: Tasking;
  /** The newest revision that this page itself has made. */
  own: number | undefined;
  onDone: (changed: Tasking) => void;
}) {
  const { tasking } = props;
  const draft = useDraft(`tasking:${tasking.id}:complete`, '');
  const [asked, setAsked] = useState<string>();
  const [act, setAct] = useState<TaskingAct>();
  const comment = draft.value.trim();
  const attempt = useTaskingAct(
    tasking,
    (changed) => {
      draft.drop('');
      props.onDone(changed);
    },
    comment === '' || tasking.revision === props.own,
  );

  const complete = (outcome: Tasking['outcomes'][number]) => {
    if (outcome.needsComment && !comment) {
      setAsked(outcome.label);
      return;
    }
    setAsked(undefined);
    const next: TaskingAct = (id, revision) =>
      api.taskings.complete(id, revision, {
        outcome: outcome.value,
        comment: comment || undefined,
      });
    setAct(() => next);
    attempt.run(next);
  };

  return (
    <form
      className="complete"
      aria-label="Your answer"
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      {draft.restored && comment && (
        <Alert kind="info" announce={false}>
          What you had typed is here again.
        </Alert>
      )}
      {act && <Refused attempt={attempt} act={act} />}
      <TextArea
        label="Comment"
        hint="It stays with the file, under your name."
        value={draft.value}
        error={asked && !comment ? `“${asked}” needs a comment.` : undefined}
        onChange={draft.set}
      />
      <div className="actions">
        {tasking.outcomes.map((outcome) => (
          <button
            key={outcome.value}
            type="button"
            className={ONWARD.test(outcome.value) ? 'usa-button' : 'usa-button usa-button--outline'}
            disabled={attempt.busy}
            onClick={() => complete(outcome)}
          >
            {outcome.label}
          </button>
        ))}
      </div>
    </form>
  );
}
