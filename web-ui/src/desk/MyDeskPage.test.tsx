import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPages } from '../testing/around';
import { tasking } from '../testing/routing';
import { serve, type Sent } from '../testing/server';
import { MyDeskPage } from './MyDeskPage';

afterEach(() => vi.unstubAllGlobals());

const GROUP = { name: 'GROUP_COMPONENT_FEMA', label: 'FEMA', kind: 'group' as const };

function desk(): Sent[] {
  const all = new Map(
    [
      tasking('t1', { businessDaysLeft: -2, overdue: true }),
      tasking('t2', { assignee: GROUP, allowed: ['claim'] }),
      tasking('t3'),
    ].map((one) => [one.id, one]),
  );
  return serve(({ method, path }) => {
    if (path === '/desk') {
      return { body: { sections: [{ key: 'mine', title: 'Mine', count: 3, items: [] }] } };
    }
    if (path.startsWith('/taskings?')) {
      const none = path.includes('view=group');
      return {
        body: {
          items: none ? [] : [...all.values()].filter((one) => one.state !== 'done'),
          total: all.size,
          counts: { open: 3, claimed: 0, overdue: 1, soon: 0, later: 2 },
        },
      };
    }
    const [, id = '', what] = /^\/taskings\/(\w+)(?:\/(\w+))?/.exec(path) ?? [];
    const one = all.get(id);
    if (!one) return undefined;
    if (method === 'POST') {
      const next =
        what === 'claim'
          ? { ...one, state: 'claimed' as const, allowed: ['complete' as const], revision: 4 }
          : { ...one, state: 'done' as const, allowed: [], revision: 4 };
      all.set(id, next);
      return { body: next };
    }
    return { body: one };
  });
}

const open = (at = '/') =>
  renderPages(
    [
      { path: '/', element: <MyDeskPage /> },
      { path: '/case-files/:id', element: <p>The file</p> },
    ],
    at,
  );

describe('my desk, with the keyboard alone', () => {
  it('goes through the taskings, claims one and opens its file', async () => {
    const sent = desk();
    const router = open();
    const user = userEvent.setup();
    await screen.findByRole('heading', { name: 'Look into t1' });
    expect(screen.getAllByText('Overdue by 2 business days').length).toBeGreaterThan(0);

    await user.keyboard('j');
    await screen.findByRole('heading', { name: 'Look into t2' });
    await user.keyboard('c');
    await waitFor(() =>
      expect(sent.some((request) => request.path === '/taskings/t2/claim')).toBe(true),
    );
    await user.keyboard('k');
    await screen.findByRole('heading', { name: 'Look into t1' });
    await user.keyboard('{Enter}');
    expect(await screen.findByText('The file')).toBeInTheDocument();
    expect(router.state.location.search).toBe('?tasking=t1');
  });

  it('goes on to the next when one is done', async () => {
    desk();
    open('/?tasking=t2');
    await screen.findByRole('heading', { name: 'Look into t2' });
    const user = userEvent.setup();
    await user.keyboard('k');
    await screen.findByRole('heading', { name: 'Look into t1' });
    await user.keyboard('a');
    expect(screen.getByLabelText('Comment')).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await screen.findByRole('heading', { name: 'Look into t2' });
  });
});

describe('my desk', () => {
  it('says what to do when nothing waits', async () => {
    desk();
    open('/?view=group');
    expect(await screen.findByText('Your groups have nothing to claim')).toBeInTheDocument();
  });

  it('narrows to what is overdue', async () => {
    const sent = desk();
    open();
    await screen.findByRole('heading', { name: 'Look into t1' });
    await userEvent.selectOptions(screen.getByLabelText('Due'), 'Overdue');
    await waitFor(() =>
      expect(sent.some((request) => request.path.includes('due=overdue'))).toBe(true),
    );
  });
});
