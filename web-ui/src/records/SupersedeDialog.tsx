import * as api from '../api/calls';
import type { Node } from '../api/types';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useTold } from './useTold';

interface Props {
  node: Node;
  onClose: () => void;
}

/** Notes that something newer takes the item's place; from then on its period counts. */
export function SupersedeDialog({ node, onClose }: Props) {
  const told = useTold();
  return (
    <ReasonDialog
      title={`“${node.title}” is superseded?`}
      about="It stays as it is. From today its period counts, and then it is disposed of as its series says."
      hint="What has taken its place."
      yes="Note that"
      doing="Noting…"
      act={async (reason) => {
        await api.retention.supersede(node.id, reason);
        told(`“${node.title}” is superseded.`);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** Notes that the item is no longer needed for the work; from then on its period counts. */
export function UnneededDialog({ node, onClose }: Props) {
  const told = useTold();
  return (
    <ReasonDialog
      title={`“${node.title}” is no longer needed?`}
      about="From today its period counts, and then it is disposed of as its series says."
      yes="Note that"
      doing="Noting…"
      act={async (reason) => {
        await api.retention.endNeed(node.id, reason);
        told(`“${node.title}” is no longer needed.`);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
