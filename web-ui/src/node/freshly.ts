import * as api from '../api/calls';
import { Problem } from '../api/problem';
import type { Node } from '../api/types';

/** What a person saw of a node when they decided to move, rename, replace or delete it. */
export type Seen = Pick<Node, 'id' | 'revision' | 'name' | 'parent' | 'contents'>;

function asSeen(node: Seen): string {
  return JSON.stringify([node.name, node.parent, node.contents['cm:content']?.sha256]);
}

/**
 * Changes a node as a whole. Reading goes on in the background and moves a node's revision though nobody has touched
 * it; then the change is made to the newer state. If its name, place or
 * content is another than the person saw, the refusal stands.
 */
export async function freshly<T>(node: Seen, act: (revision: number) => Promise<T>): Promise<T> {
  try {
    return await act(node.revision);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 412) {
      throw error;
    }
    const now = await api.nodes.get(node.id);
    if (asSeen(now) !== asSeen(node)) {
      throw error;
    }
    return act(now.revision);
  }
}
