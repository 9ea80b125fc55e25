import { useState } from 'react';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/TextField';
import { useAction } from '../ui/useAction';
import { SharedWith } from './Choosers';

/** Names something to be kept, and says with whom it is shared. */
export function KeepDialog(props: {
  title: string;
  submit: string;
  before?: { name: string; description: string; shared: string[] };
  /** Whether there is room to say what it is for. */
  described?: boolean;
  act: (name: string, description: string, shared: string[]) => Promise<unknown>;
  onClose: () => void;
}) {
  const [name, setName] = useState(props.before?.name ?? '');
  const [description, setDescription] = useState(props.before?.description ?? '');
  const [shared, setShared] = useState(props.before?.shared ?? []);
  const action = useAction(async () => {
    await props.act(name.trim(), description.trim(), shared);
    props.onClose();
  });
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          action.run();
        }}
      >
        {action.problem && <ProblemAlert problem={action.problem} />}
        <TextField label="Name" first required max={200} value={name} onChange={setName} />
        {props.described && (
          <TextField
            label="What it is for"
            lines={2}
            max={4000}
            value={description}
            onChange={setDescription}
          />
        )}
        <SharedWith chosen={shared} onChange={setShared} />
        <div className="actions">
          <button type="submit" className="usa-button" disabled={action.busy || !name.trim()}>
            {action.busy ? 'Saving…' : props.submit}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
