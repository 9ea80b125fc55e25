import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createMemoryRouter, Outlet, type RouteObject } from 'react-router';
import { Drafts } from '../session/drafts';
import { SessionContext, type SessionAccess } from '../session/SessionContext';
import { Pages } from '../ui/Pages';
import { Toasts } from '../ui/Toasts';
import { Uploads } from '../upload/Uploads';

const ACCESS: SessionAccess = {
  session: {
    user: 'clerk',
    displayName: 'A Clerk',
    affirmed: true,
    csrf: 't',
    roles: ['CLERK'],
    components: ['EXECSEC'],
    capabilities: ['BROWSE', 'RECEIVE', 'PROCESS_INTAKE', 'KEEP_CASES', 'CHANGE'],
    idleMinutes: 15,
  },
  drafts: new Drafts(sessionStorage, 'clerk'),
  can: () => true,
  signOut: () => Promise.resolve(),
};

/** Renders pages with all that stands around them in the application. */
export function renderPages(routes: RouteObject[], at: string) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter(
    [
      {
        element: (
          <SessionContext.Provider value={ACCESS}>
            <Toasts>
              <Uploads>
                <main id="main" tabIndex={-1}>
                  <Outlet />
                </main>
              </Uploads>
            </Toasts>
          </SessionContext.Provider>
        ),
        children: routes,
      },
    ],
    { initialEntries: [at] },
  );
  render(
    <QueryClientProvider client={queries}>
      <Pages router={router} />
    </QueryClientProvider>,
  );
  return router;
}
