import type { ReactNode } from 'react';
import { ProblemAlert } from './Alert';
import { Dialog } from './Dialog';
import { Icon, type IconName } from './Icon';
import { useAction } from './useAction';

/** Asks once more before something that cannot be taken back; the way out has the focus. */
export function ConfirmDialog(props: {
  title: string;
  /** Says what will be. */
  children: ReactNode;
  icon: IconName;
  /** On the button that does it: before, and while it is being done. */
  yes: string;
  doing: string;
  no: string;
  className?: string;
  act: () => Promise<void>;
  onClose: () => void;
}) {
  const action = useAction(props.act);
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      {action.problem && <ProblemAlert problem={action.problem} />}
      <p>{props.children}</p>
      <div className="actions">
        <button
          type="button"
          className={props.className ?? 'usa-button'}
          disabled={action.busy}
          onClick={() => action.run()}
        >
          <Icon name={props.icon} />
          {action.busy ? props.doing : props.yes}
        </button>
        <button
          type="button"
          data-autofocus
          className="usa-button usa-button--outline"
          onClick={props.onClose}
        >
          {props.no}
        </button>
      </div>
    </Dialog>
  );
}
