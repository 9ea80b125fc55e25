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
  const steps = node.path.slice(1);
  const inCases = steps[0]?.name === 'Case folders';
  return steps
    .map((step, i) => ({
      name: step.name,
      to: (i === 0 ? SHELVES[step.name] : undefined) ?? `/nodes/${step.id}`,
      // The year's folder and the parts of a file are only how the shelves are built.
      built: inCases && (i === 1 || i === 4),
    }))
    .filter((step) => !step.built)
    .map(({ name, to }) => ({ name, to }));
}
