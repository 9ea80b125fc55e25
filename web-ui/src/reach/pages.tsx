import { lazy } from 'react';
import type { Capability } from '../stakeholders/capability';

const FindPage = lazy(() => import('./FindPage'));
const ListsPage = lazy(() => import('./ListsPage'));
const ListPage = lazy(() => import('./ListPage'));
const GapsPage = lazy(() => import('./GapsPage'));
const ReportsPage = lazy(() => import('./ReportsPage'));

/** Whom to reach: search, lists, gaps and overlaps, reports. */
export const reach: Capability = {
  routes: [
    { path: '/stakeholders/find', element: <FindPage /> },
    { path: '/stakeholders/lists', element: <ListsPage /> },
    { path: '/stakeholders/lists/:id', element: <ListPage /> },
    { path: '/stakeholders/gaps', element: <GapsPage /> },
    { path: '/stakeholders/reports', element: <ReportsPage /> },
  ],
  entries: [
    { to: '/stakeholders/find', label: 'Before you reach out', section: 'People', needs: 'BROWSE' },
    { to: '/stakeholders/lists', label: 'Lists', section: 'People', needs: 'BROWSE' },
    { to: '/stakeholders/gaps', label: 'Gaps and overlaps', section: 'Analysis', needs: 'BROWSE' },
    {
      to: '/stakeholders/reports',
      label: 'Outreach reports',
      section: 'Analysis',
      needs: 'BROWSE',
    },
  ],
};
