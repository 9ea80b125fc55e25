import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Node } from '../api/types';
import { RecordsActions } from '../records/RecordsActions';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { DeleteDialog, MoveDialog, RenameDialog } from './ChangeDialogs';
import { DeclareDialog } from './DeclareDialog';
import { PermissionsDialog } from './PermissionsDialog';
import { may, useNodeChanged } from './useNode';

type Open = 'permissions' | 'rename' | 'move' | 'declare' | 'delete';

/** What can be done to a node as a whole; only what this person may do is shown. */
export function NodeActions(props: {
  node: Node;
  /** Where to go once it is deleted. */
  after: string;
  /** Names given by the system stay. */
  fixedName?: boolean;
  /** It is closed: what is in it is records, and goes by disposition alone. */
  closed?: boolean;
  /** Whether it can become a record. */
  declarable?: boolean;
  /** Whether it can lie elsewhere. */
  movable?: boolean;
  /** Whether the page has a link of its own to who sees it, and only whoever may change that is asked here. */
  readersTold?: boolean;
}) {
  const { node } = props;
  const { can } = useSession();
  const [params] = useSearchParams();
  // A link can lead to the permissions at once.
  const [open, setOpen] = useState<Open | undefined>(
    params.has('permissions') ? 'permissions' : undefined,
  );
  const changed = useNodeChanged();
  const navigate = useNavigate();
  const close = () => setOpen(undefined);
  const mayChange = can('CHANGE');
  const mayLock = may(node, 'CHANGE_PERMISSIONS') && !node.record;
  return (
    <div className="actions no-print">
      {(mayLock || !props.readersTold) && (
        <button
          type="button"
          className="usa-button usa-button--outline small"
          onClick={() => setOpen('permissions')}
        >
          <Icon name={mayLock || node.locked ? 'lock' : 'person'} />
          {mayLock ? (node.locked ? 'Change the lock' : 'Lock') : 'Who can see this'}
        </button>
      )}
      {mayChange && !props.fixedName && may(node, 'WRITE') && (
        <button
          type="button"
          className="usa-button usa-button--outline small"
          onClick={() => setOpen('rename')}
        >
          <Icon name="edit" />
          Rename
        </button>
      )}
      {mayChange && props.movable && may(node, 'DELETE') && (
        <button
          type="button"
          className="usa-button usa-button--outline small"
          onClick={() => setOpen('move')}
        >
          <Icon name="move" />
          Move
        </button>
      )}
      {props.declarable && can('DECLARE') && may(node, 'WRITE') && (
        <button
          type="button"
          className="usa-button usa-button--outline small"
          onClick={() => setOpen('declare')}
        >
          <Icon name="seal" />
          Declare a record
        </button>
      )}
      <RecordsActions node={node} />
      {mayChange && !props.closed && may(node, 'DELETE') && (
        <button
          type="button"
          className="usa-button usa-button--outline small danger"
          onClick={() => setOpen('delete')}
        >
          <Icon name="trash" />
          Delete
        </button>
      )}
      {open === 'permissions' && <PermissionsDialog node={node} onClose={close} />}
      {open === 'rename' && (
        <RenameDialog
          node={node}
          onClose={close}
          onDone={(n) => {
            changed(n);
            close();
          }}
        />
      )}
      {open === 'move' && (
        <MoveDialog
          node={node}
          onClose={close}
          onDone={(n) => {
            changed(n);
            close();
          }}
        />
      )}
      {open === 'declare' && (
        <DeclareDialog
          node={node}
          onClose={close}
          onDone={(n) => {
            changed(n);
            close();
          }}
        />
      )}
      {open === 'delete' && (
        <DeleteDialog
          node={node}
          onClose={close}
          onDone={() => {
            close();
            void Promise.resolve(navigate(props.after, { replace: true })).then(() =>
              changed(undefined),
            );
          }}
        />
      )}
    </div>
  );
}
