import { lazy } from 'react';
import type { Capability } from './capability';

const StakeholdersPage = lazy(() => import('./StakeholdersPage'));
const PersonPage = lazy(() => import('./PersonPage'));
const NewPersonPage = lazy(() => import('./NewPersonPage'));
const CorrectPersonPage = lazy(() => import('./CorrectPersonPage'));
const OrganizationPage = lazy(() => import('./OrganizationPage'));
const NewOrganizationPage = lazy(() => import('./NewOrganizationPage'));
const CorrectOrganizationPage = lazy(() => import('./CorrectOrganizationPage'));
const VerificationsPage = lazy(() => import('./VerificationsPage'));
const HandOverPage = lazy(() => import('./HandOverPage'));
const NoteFlagsPage = lazy(() => import('./NoteFlagsPage'));
const OfPage = lazy(() => import('./OfPage'));
const ScreeningListPage = lazy(() => import('./ScreeningListPage'));

/** People and organizations: finding them, their pages, what is due for verification, the notes that were flagged. */
export const stakeholders: Capability = {
  routes: [
    { path: '/stakeholders', element: <StakeholdersPage /> },
    { path: '/stakeholders/people/new', element: <NewPersonPage /> },
    { path: '/stakeholders/people/:id', element: <PersonPage /> },
    { path: '/stakeholders/people/:id/correct', element: <CorrectPersonPage /> },
    { path: '/stakeholders/organizations/new', element: <NewOrganizationPage /> },
    { path: '/stakeholders/organizations/:id', element: <OrganizationPage /> },
    { path: '/stakeholders/organizations/:id/correct', element: <CorrectOrganizationPage /> },
    { path: '/stakeholders/verification', element: <VerificationsPage /> },
    { path: '/stakeholders/hand-over', element: <HandOverPage /> },
    { path: '/stakeholders/note-flags', element: <NoteFlagsPage /> },
    { path: '/stakeholders/of/:id', element: <OfPage /> },
    { path: '/stakeholders/screening-list', element: <ScreeningListPage /> },
  ],
  entries: [
    {
      to: '/stakeholders',
      label: 'People and organizations',
      section: 'People',
      needs: 'BROWSE',
      exact: true,
    },
    {
      to: '/stakeholders/verification',
      label: 'To verify',
      section: 'Upkeep',
      needs: 'KEEP_STAKEHOLDERS',
    },
    {
      to: '/stakeholders/note-flags',
      label: 'Flagged notes',
      section: 'Privacy',
      needs: 'REVIEW_NOTES',
    },
  ],
};
