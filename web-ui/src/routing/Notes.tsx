import * as api from '../api/calls';
import { newKey } from '../api/key';
import type { Node, Route } from '../api/types';
import { may, useNodeChanged } from '../node/useNode';
import { useDraft } from '../session/useDraft';
import { ProblemAlert } from '../ui/Alert';
import { showMoment } from '../ui/show';
import { TextArea } from '../ui/TextArea';
import { useAction } from '../ui/useAction';
import { Empty } from '../ui/Waiting';

/** What people have noted on a case file: who, when, at which step (requirement C11). */
export function Notes(props: { part: Node; notes: readonly Node[]; routes: readonly Route[] }) {
  const { part, notes } = props;
  return (
    <>
      {notes.length === 0 ? (
        <Empty icon="edit" title="No notes yet">
          <p>What the next person should know about this file goes here.</p>
        </Empty>
      ) : (
        <ol className="notes nolist" aria-label="Notes">
          {notes.map((note) => (
            <li key={note.id}>
              <p>{String(note.properties['cor:noteText'] ?? note.title)}</p>
              <p className="muted small">
                {[
                  note.createdBy,
                  showMoment(note.createdAt),
                  note.properties['cor:step'] ? `at ${String(note.properties['cor:step'])}` : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ol>
      )}
      {may(part, 'ADD_CHILD') && <NewNote part={part} step={stepOf(props.routes)} />}
    </>
  );
}

/** The step that the file is at, if it is at one. */
function stepOf(routes: readonly Route[]): string | undefined {
  const running = routes.find((route) => route.state === 'running');
  return running?.taskings.find((tasking) => running.standing.active.includes(tasking.step ?? ''))
    ?.stepName;
}

function NewNote({ part, step }: { part: Node; step?: string }) {
  const draft = useDraft(`note:${part.id}`, '');
  const changed = useNodeChanged();
  const text = draft.value.trim();
  const save = useAction(async () => {
    if (!text) {
      return;
    }
    const made = await api.nodes.create(
      part.id,
      'cor:note',
      // Nobody reads a note's name; it only has to be its own.
      `note-${newKey().slice(0, 12)}`,
      { 'cor:noteText': text, ...(step ? { 'cor:step': step } : {}) },
    );
    draft.drop('');
    changed(made);
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
        label={step ? `A note, at ${step}` : 'A note'}
        rows={2}
        value={draft.value}
        onChange={draft.set}
      />
      <button type="submit" className="usa-button small" disabled={!text || save.busy}>
        {save.busy ? 'Saving…' : 'Add the note'}
      </button>
    </form>
  );
}
