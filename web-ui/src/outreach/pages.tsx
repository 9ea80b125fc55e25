import { lazy } from 'react';
import type { Capability } from '../stakeholders/capability';

const CardPage = lazy(() => import('./CardPage'));
const CardsPage = lazy(() => import('./CardsPage'));
const EventPage = lazy(() => import('./EventPage'));
const EventsPage = lazy(() => import('./EventsPage'));
const FollowUpsPage = lazy(() => import('./FollowUpsPage'));
const InteractionPage = lazy(() => import('./InteractionPage'));
const IssuePage = lazy(() => import('./IssuePage'));
const IssuesPage = lazy(() => import('./IssuesPage'));

/** Interactions, events, issues and follow-ups. */
export const outreach: Capability = {
  routes: [
    { path: '/stakeholders/follow-ups', element: <FollowUpsPage /> },
    { path: '/stakeholders/interactions/:id', element: <InteractionPage /> },
    { path: '/stakeholders/cards', element: <CardsPage /> },
    { path: '/stakeholders/cards/:id', element: <CardPage /> },
    { path: '/stakeholders/events', element: <EventsPage /> },
    { path: '/stakeholders/events/:id', element: <EventPage /> },
    { path: '/stakeholders/issues', element: <IssuesPage /> },
    { path: '/stakeholders/issues/:code', element: <IssuePage /> },
  ],
  entries: [
    { to: '/stakeholders/follow-ups', label: 'Follow-ups', section: 'Outreach', needs: 'BROWSE' },
    { to: '/stakeholders/events', label: 'Events', section: 'Outreach', needs: 'BROWSE' },
    { to: '/stakeholders/issues', label: 'Issues', section: 'Outreach', needs: 'BROWSE' },
    {
      to: '/stakeholders/cards',
      label: 'Business cards',
      section: 'People',
      needs: 'KEEP_STAKEHOLDERS',
    },
  ],
};
