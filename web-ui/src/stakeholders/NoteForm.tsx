import { useState } from 'react';
import { Problem } from '../api/problem';
import { useDraft } from '../session/useDraft';
import { ProblemAlert } from '../ui/Alert';
import { TextArea } from '../ui/TextArea';
import { useToasts } from '../ui/Toasts';
import { useAction } from '../ui/useAction';
import { either } from './calls';
import { FlaggedWords } from './FlaggedWords';
import type { Kind, ScreenedFlag, Stakeholder } from './types';
import { useKey } from './useKey';
import { confirmationsOf, useScreening } from './useScreening';
import { useStakeholdersChanged } from './useStakeholders';

/** A note that everybody reads, screened while it is written (requirement S3). */
export function NoteForm({ kind, whom }: { kind: Kind; whom: Stakeholder }) {
  const draft = useDraft(`stakeholder-note:${whom.id}`, '');
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<{ text: string; flags: ScreenedFlag[] }>();
  const key = useKey();
  const changed = useStakeholdersChanged();
  const toasts = useToasts();
  const screened = useScreening(draft.value);
  // What the server refused stands until the text is another: it has looked at the very words.
  const flags = refused?.text === draft.value ? refused.flags : screened.flags;
  const confirmations = confirmationsOf(flags, reasons);
  const text = draft.value.trim();
  const save = useAction(async () => {
    if (!text || !confirmations) {
      return;
    }
    const note = { text: draft.value, confirmations };
    try {
      await either.addNote(kind, whom.id, note, key.of(note));
    } catch (error) {
      if (error instanceof Problem && error.code === 'screened') {
        setRefused({ text: draft.value, flags: error.body.flags as ScreenedFlag[] });
        return;
      }
      throw error;
    }
    key.used();
    setReasons({});
    draft.drop('');
    changed();
    toasts.show({
      text:
        confirmations.length > 0
          ? 'Note added. The privacy officer will look at what was flagged.'
          : 'Note added.',
    });
  });
  return (
    <form
      className="body write no-print"
      onSubmit={(event) => {
        event.preventDefault();
        save.run();
      }}
    >
      {save.problem && <ProblemAlert problem={save.problem} />}
      <TextArea
        label="A note"
        hint="All components read it. Leave out health, religion, ethnicity and other private matters."
        rows={2}
        maxLength={20_000}
        value={draft.value}
        onChange={draft.set}
      />
      <FlaggedWords
        text={draft.value}
        flags={flags}
        reasons={reasons}
        onReason={(flag, reason) => setReasons({ ...reasons, [flag]: reason })}
      />
      {text && (
        <button
          type="submit"
          className="usa-button small"
          disabled={save.busy || confirmations === undefined}
        >
          {save.busy ? 'Saving…' : flags.length > 0 ? 'Add it as it is' : 'Add the note'}
        </button>
      )}
    </form>
  );
}
