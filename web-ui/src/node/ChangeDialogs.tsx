import { useState } from 'react';
import * as api from '../api/calls';
import { Problem } from '../api/problem';
import type { Node } from '../api/types';
import { ProblemAlert } from '../ui/Alert';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { NameDialog } from '../ui/NameDialog';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import { freshly } from './freshly';
import { may, useChildren, useNode } from './useNode';

interface Props {
  node: Node;
  onClose: () => void;
  onDone: (node: Node) => void;
}

export function RenameDialog({ node, onClose, onDone }: Props) {
  return (
    <NameDialog
      title="Rename"
      label="New name"
      id="new-name"
      before={node.name}
      submit="Rename"
      act={async (name) =>
        onDone(await freshly(node, (revision) => api.nodes.move(node.id, revision, { name })))
      }
      onClose={onClose}
    />
  );
}

export function DeleteDialog({ node, onClose, onDone }: Props) {
  return (
    <ConfirmDialog
      title={`Delete “${node.title}”?`}
      icon="trash"
      yes="Delete it"
      doing="Deleting…"
      no="Keep it"
      className="usa-button usa-button--secondary"
      act={async () => {
        await freshly(node, (revision) => api.nodes.remove(node.id, revision));
        onDone(node);
      }}
      onClose={onClose}
    >
      It is deleted with everything below it, and cannot be brought back from here. That you did it
      is recorded.
    </ConfirmDialog>
  );
}

/** Moves to a folder one goes to step by step, starting where the node lies. */
export function MoveDialog({ node, onClose, onDone }: Props) {
  const [at, setAt] = useState(node.parent ?? 'root');
  const place = useNode(at);
  const children = useChildren(at);
  const move = useAction(async () => {
    const parent = place.data?.id;
    onDone(await freshly(node, (revision) => api.nodes.move(node.id, revision, { parent })));
  });
  const folders = (children.data ?? []).filter(
    (child) => child.id !== node.id && FOLDERS.includes(child.type),
  );
  const here = place.data;
  const missing = place.error instanceof Problem && place.error.status === 404;
  return (
    <Dialog title={`Move “${node.title}”`} onClose={onClose}>
      {move.problem && <ProblemAlert problem={move.problem} />}
      {missing && (
        <p>
          What it lies in cannot be shown to you.{' '}
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            onClick={() => setAt('root')}
          >
            Start from the top
          </button>
        </p>
      )}
      {here && (
        <>
          <p className="small">
            {here.path.map((step) => (
              <span key={step.id}>
                <button
                  type="button"
                  className="usa-button usa-button--unstyled"
                  onClick={() => setAt(step.id)}
                >
                  {step.name}
                </button>
                {' / '}
              </span>
            ))}
            <strong>{here.name}</strong>
          </p>
          <Loaded query={children} lines={4}>
            {() => (
              <ul className="folder-choice nolist">
                {folders.map((folder) => (
                  <li key={folder.id}>
                    <button type="button" onClick={() => setAt(folder.id)}>
                      <Icon name="folder" />
                      <span className="truncate">{folder.title}</span>
                      <Icon name="right" />
                    </button>
                  </li>
                ))}
                {folders.length === 0 && <li className="muted small">No folders in here.</li>}
              </ul>
            )}
          </Loaded>
          <div className="actions panel-actions">
            <button
              type="button"
              className="usa-button"
              disabled={move.busy || here.id === node.parent || !may(here, 'ADD_CHILD')}
              onClick={() => move.run()}
            >
              Move here
            </button>
            <span className="small muted">
              {here.id === node.parent
                ? 'It lies here now.'
                : may(here, 'ADD_CHILD')
                  ? ''
                  : 'You may not put anything here.'}
            </span>
          </div>
        </>
      )}
    </Dialog>
  );
}

const FOLDERS = ['cm:folder', 'cor:caseFolder', 'cor:caseFile', 'cor:documentsPart'];
