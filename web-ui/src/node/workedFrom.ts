import { useState } from 'react';
import type { Node } from '../api/types';
import { useSession } from '../session/SessionContext';
import type { Seen } from './freshly';

const keyOf = (id: string) => `worked-from:${id}`;

/**
 * Remembers which state of a document somebody has downloaded, until they save a new version: hours can lie between,
 * and the page has followed what others saved meanwhile.
 */
export function useTaken(node: Node) {
  const { drafts } = useSession();
  return {
    take: () => {
      const { id, revision, name, parent, contents } = node;
      drafts.keep(keyOf(id), { id, revision, name, parent, contents } satisfies Seen);
    },
    forget: () => drafts.drop(keyOf(node.id)),
  };
}

/** The state that a new version is made from: the one that was downloaded, else the one on the page now. */
export function useWorkedFrom(node: Node): Seen {
  const { drafts } = useSession();
  const [from] = useState(() => drafts.read<Seen>(keyOf(node.id)) ?? node);
  return from;
}
