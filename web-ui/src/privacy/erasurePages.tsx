import { lazy } from 'react';
import type { Capability } from '../stakeholders/capability';

const ErasePage = lazy(() => import('./ErasePage'));
const ErasuresPage = lazy(() => import('./ErasuresPage'));
const ErasurePage = lazy(() => import('./ErasurePage'));
const StoppedPage = lazy(() => import('./StoppedPage'));

/** Erasing people who ask for it, the proof of it, and those who are to be entered again. */
export const erasing: Capability = {
  routes: [
    { path: '/stakeholders/people/:id/erasure', element: <ErasePage /> },
    { path: '/stakeholders/erasures', element: <ErasuresPage /> },
    { path: '/stakeholders/erasures/:id', element: <ErasurePage /> },
    { path: '/stakeholders/stopped', element: <StoppedPage /> },
  ],
  entries: [
    {
      to: '/stakeholders/erasures',
      label: 'Erasures',
      section: 'Privacy',
      needs: 'KEEP_STAKEHOLDERS',
    },
    {
      to: '/stakeholders/stopped',
      label: 'Stopped entries',
      section: 'Privacy',
      needs: 'REVIEW_NOTES',
    },
  ],
};
