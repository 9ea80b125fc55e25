import * as api from '../api/calls';
import type { Node } from '../api/types';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { useAction } from '../ui/useAction';
import { freshly } from './freshly';

/** Asks once more before a document or a case file becomes a record: there is no way back. */
export function DeclareDialog(props: {
  node: Node;
  onClose: () => void;
  onDone: (node: Node) => void;
}) {
  const { node, onClose, onDone } = props;
  const declare = useAction(async () =>
    onDone(await freshly(node, (revision) => api.nodes.declare(node.id, revision))),
  );
  const file = node.type === 'cor:caseFile';
  return (
    <Dialog title={`Declare “${node.title}” a record?`} onClose={onClose}>
      {declare.problem && <ProblemAlert problem={declare.problem} />}
      <p>
        {file
          ? 'The case file, its people, routing and documents become one record. '
          : 'The document becomes a record. '}
        From then on nobody, administrators included, can change, move or delete it or add anything
        to it. This cannot be undone. A correction is put beside it as a document of its own.
      </p>
      <div className="actions">
        <button
          type="button"
          className="usa-button"
          disabled={declare.busy}
          onClick={() => declare.run()}
        >
          <Icon name="seal" />
          {declare.busy ? 'Declaring…' : 'Declare it'}
        </button>
        <button
          type="button"
          data-autofocus
          className="usa-button usa-button--outline"
          onClick={onClose}
        >
          Not now
        </button>
      </div>
    </Dialog>
  );
}
