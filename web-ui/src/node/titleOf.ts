import type { Node } from '../api/types';

/** What to call a node: a letter by its subject line, which says more than its file's name. */
export function titleOf(node: Node): string {
  const subject = node.properties['cor:letterSubject'];
  return typeof subject === 'string' && subject !== '' ? subject : node.title;
}
