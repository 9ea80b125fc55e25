import { useState, type ReactNode } from 'react';
import { ProblemAlert } from './Alert';
import { Dialog } from './Dialog';
import { TextArea } from './TextArea';
import { useAction } from './useAction';

/** Something that is done with a reason, which is kept: what will be, further fields, why, and the button. */
export function ReasonDialog(props: {
  title: string;
  /** What will be. */
  about?: ReactNode;
  /** Fields before the reason; the first of them may take the focus. `clear` takes away what went wrong before. */
  children?: ReactNode | ((clear: () => void) => ReactNode);
  hint?: string;
  /** On the button: before, and while it is being done. */
  yes: string;
  doing: string;
  className?: string;
  /** Whether what else is asked is there. */
  ready?: boolean;
  act: (reason: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const action = useAction(() => props.act(reason.trim()));
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          action.run();
        }}
      >
        {action.problem && <ProblemAlert problem={action.problem} />}
        {props.about && <p>{props.about}</p>}
        {typeof props.children === 'function' ? props.children(action.clear) : props.children}
        <TextArea
          label="Why"
          required
          focused={!props.children}
          hint={props.hint}
          value={reason}
          error={action.problem?.about('reason')}
          onChange={setReason}
        />
        <div className="actions">
          <button
            type="submit"
            className={props.className ?? 'usa-button'}
            disabled={action.busy || reason.trim() === '' || props.ready === false}
          >
            {action.busy ? props.doing : props.yes}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
