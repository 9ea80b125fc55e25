import * as api from '../api/calls';
import type { Node } from '../api/types';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { freshly } from './freshly';

/** Asks once more before a document or a case file becomes a record: there is no way back. */
export function DeclareDialog(props: {
  node: Node;
  onClose: () => void;
  onDone: (node: Node) => void;
}) {
  const { node, onClose, onDone } = props;
  return (
    <ConfirmDialog
      title={`Declare “${node.title}” a record?`}
      icon="seal"
      yes="Declare it"
      doing="Declaring…"
      no="Not now"
      act={async () =>
        onDone(await freshly(node, (revision) => api.nodes.declare(node.id, revision)))
      }
      onClose={onClose}
    >
      {node.type === 'cor:caseFile'
        ? 'The case file, its people, routing and documents become one record. '
        : 'The document becomes a record. '}
      From then on nobody, administrators included, can change, move or delete it or add anything to
      it. This cannot be undone. A correction is put beside it as a document of its own.
    </ConfirmDialog>
  );
}
