import { useState } from 'react';
import { ProblemAlert } from './Alert';
import { Dialog } from './Dialog';
import { useAction } from './useAction';

/** Asks for a name, and does something with it that may fail. */
export function NameDialog(props: {
  title: string;
  label: string;
  /** The field's, in the page. */
  id: string;
  /** What it is called so far. */
  before?: string;
  submit: string;
  act: (name: string) => Promise<void>;
  onClose: () => void;
}) {
  const { before = '', id } = props;
  const [typed, setTyped] = useState(before);
  const name = typed.trim();
  const action = useAction(() => props.act(name));
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          action.run();
        }}
      >
        {action.problem && <ProblemAlert problem={action.problem} />}
        <div className="field">
          <label className="usa-label" htmlFor={id}>
            {props.label}
          </label>
          <input
            id={id}
            data-autofocus
            className="usa-input"
            required
            maxLength={255}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <button
          type="submit"
          className="usa-button"
          disabled={action.busy || !name || name === before}
        >
          {props.submit}
        </button>
      </form>
    </Dialog>
  );
}
