import type { Node } from '../api/types';

/** Orders what was made last before what was made earlier. A moment of a whole second has no fraction: its text is no order. */
export function newestFirst(a: Pick<Node, 'createdAt'>, b: Pick<Node, 'createdAt'>): number {
  return Date.parse(b.createdAt) - Date.parse(a.createdAt);
}
