import { act, render, screen } from '@testing-library/react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { createMemoryRouter, Outlet, useNavigate } from 'react-router';
import { expect, it } from 'vitest';
import { Pages } from './Pages';

it('is where it was sent at once: a page that was left takes nobody back while the next is still loading', async () => {
  let lettersCame: () => void = () => undefined;
  function Letters() {
    const [came, setCame] = useState(false);
    lettersCame = () => setCame(true);
    const navigate = useNavigate();
    useEffect(() => {
      if (came) {
        void navigate('/letters/1', { replace: true });
      }
    }, [came, navigate]);
    return <p>The letters</p>;
  }
  const Slow = lazy(() => new Promise<never>(() => undefined));
  const router = createMemoryRouter(
    [
      {
        element: (
          <Suspense fallback={<p>Loading</p>}>
            <Outlet />
          </Suspense>
        ),
        children: [
          { path: '/letters/:id?', element: <Letters /> },
          { path: '/slow', element: <Slow /> },
        ],
      },
    ],
    { initialEntries: ['/letters'] },
  );
  render(<Pages router={router} />);
  expect(screen.getByText('The letters')).toBeVisible();

  await act(() => router.navigate('/slow'));
  act(() => lettersCame());

  expect(router.state.location.pathname).toBe('/slow');
  expect(screen.getByText('Loading')).toBeVisible();
});
