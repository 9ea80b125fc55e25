import { lazy } from 'react';
import type { Capability } from '../stakeholders/capability';

const ImportsPage = lazy(() => import('./ImportsPage'));
const ImportPage = lazy(() => import('./ImportPage'));

/** Files of contacts that are brought in. */
export const imports: Capability = {
  routes: [
    { path: '/stakeholders/imports', element: <ImportsPage /> },
    { path: '/stakeholders/imports/:id', element: <ImportPage /> },
  ],
  entries: [
    {
      to: '/stakeholders/imports',
      label: 'Imports',
      section: 'Upkeep',
      needs: 'KEEP_STAKEHOLDERS',
    },
  ],
};
