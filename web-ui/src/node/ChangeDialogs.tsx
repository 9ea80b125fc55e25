import { useState } from 'react';
import * as api from '../api/calls';
import { Problem } from '../api/problem';
import type { Node } from '../api/types';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
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
  const [name, setName] = useState(node.name);
  const rename = useAction(async () =>
    onDone(
      await freshly(node, (revision) => api.nodes.move(node.id, revision, { name: name.trim() })),
    ),
  );
  return (
    <Dialog title="Rename" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          rename.run();
        }}
      >
        {rename.problem && <ProblemAlert problem={rename.problem} />}
        <div className="field">
          <label className="usa-label" htmlFor="new-name">
            New name
          </label>
          <input
            id="new-name"
            data-autofocus
            className="usa-input"
            required
            maxLength={255}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <button
          type="submit"
          className="usa-button"
          disabled={rename.busy || !name.trim() || name.trim() === node.name}
        >
          Rename
        </button>
      </form>
    </Dialog>
  );
}

export function DeleteDialog({ node, onClose, onDone }: Props) {
  const remove = useAction(async () => {
    await freshly(node, (revision) => api.nodes.remove(node.id, revision));
    onDone(node);
  });
  return (
    <Dialog title={`Delete “${node.title}”?`} onClose={onClose}>
      {remove.problem && <ProblemAlert problem={remove.problem} />}
      <p>
        It is deleted with everything below it, and cannot be brought back from here. That you did
        it is recorded.
      </p>
      <div className="actions">
        <button
          type="button"
          className="usa-button usa-button--secondary"
          disabled={remove.busy}
          onClick={() => remove.run()}
        >
          <Icon name="trash" />
          {remove.busy ? 'Deleting…' : 'Delete it'}
        </button>
        <button
          type="button"
          data-autofocus
          className="usa-button usa-button--outline"
          onClick={onClose}
        >
          Keep it
        </button>
      </div>
    </Dialog>
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
