import * as api from '../api/calls';
import type { Node } from '../api/types';
import { may, useNodeChanged } from '../node/useNode';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { useToasts } from '../ui/Toasts';
import { Problem } from '../api/problem';
import { isInCaseFile, isLetter } from './letters';

/** Has a letter laid out with its code, so that the signed paper is known again (requirement C12). */
export function PrintForSignature({ node }: { node: Node }) {
  const { can } = useSession();
  const changed = useNodeChanged();
  const toasts = useToasts();
  const possible =
    can('DRAFT') &&
    may(node, 'WRITE') &&
    isLetter(node) &&
    isInCaseFile(node) &&
    'cm:content' in node.contents &&
    !node.aspects.includes('cor:signedResponse') &&
    node.properties['cor:signedPaper'] === undefined;
  if (!possible) {
    return null;
  }
  const print = async () => {
    try {
      changed(await api.letters.print(node.id));
    } catch (error) {
      const problem = error instanceof Problem ? error : Problem.offline();
      toasts.show({ text: problem.detail, problem: true });
    }
  };
  return (
    <button
      type="button"
      className="usa-button usa-button--outline small"
      disabled={node.properties['cor:printState'] === 'waiting'}
      onClick={() => void print()}
    >
      <Icon name="seal" />
      Print for signature
    </button>
  );
}
