import { lazy } from 'react';
import type { Capability } from '../stakeholders/capability';

const DuplicatesPage = lazy(() => import('./DuplicatesPage'));
const ComparePage = lazy(() => import('./ComparePage'));

/** Entries of the same person or organization: the worklist, and two side by side. */
export const doubles: Capability = {
  routes: [
    { path: '/stakeholders/duplicates', element: <DuplicatesPage /> },
    { path: '/stakeholders/duplicates/:one/:other', element: <ComparePage /> },
  ],
  entries: [
    {
      to: '/stakeholders/duplicates',
      label: 'Duplicates',
      section: 'Upkeep',
      needs: 'KEEP_STAKEHOLDERS',
    },
  ],
};
