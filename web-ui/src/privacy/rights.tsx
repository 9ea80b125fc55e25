import { lazy } from 'react';
import type { Capability } from '../stakeholders/capability';

const NoContactPage = lazy(() => import('./NoContactPage'));
const OneYearPage = lazy(() => import('./OneYearPage'));
const SubjectAccessPage = lazy(() => import('./SubjectAccessPage'));
const ExportPage = lazy(() => import('./ExportPage'));

/** What people may ask of the department, and what it owes them unasked. */
export const rights: Capability = {
  routes: [
    { path: '/stakeholders/do-not-contact', element: <NoContactPage /> },
    { path: '/stakeholders/one-year', element: <OneYearPage /> },
    { path: '/stakeholders/subject-access', element: <SubjectAccessPage /> },
    { path: '/stakeholders/export', element: <ExportPage /> },
  ],
  entries: [
    {
      to: '/stakeholders/do-not-contact',
      label: 'Do not contact',
      section: 'Privacy',
      needs: 'BROWSE',
    },
    {
      to: '/stakeholders/one-year',
      label: 'One-year rule',
      section: 'Upkeep',
      needs: 'KEEP_STAKEHOLDERS',
    },
    {
      to: '/stakeholders/subject-access',
      label: 'Subject access',
      section: 'Privacy',
      needs: 'ANSWER_SUBJECTS',
    },
    {
      to: '/stakeholders/export',
      label: 'Export',
      section: 'Privacy',
      needs: 'EXPORT_STAKEHOLDERS',
    },
  ],
};
