import type { Node } from '../api/types';
import type { Crumb } from '../ui/Crumbs';

/** Folders that only hold the shelves apart and are no place to go to. */
const SHELVES: Record<string, string> = {
  'Case folders': '/case-folders',
  Library: '/library',
  Intake: '/intake',
};

/** The way to a node, without the root, with links where there is a page. */
export function trailOf(node: Node): Crumb[] {
  return node.path.slice(1).map((step, i) => {
    const shelf = i === 0 ? SHELVES[step.name] : undefined;
    return { name: step.name, to: shelf ?? `/nodes/${step.id}` };
  });
}
