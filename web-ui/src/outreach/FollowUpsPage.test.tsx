import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import FollowUpsPage from './FollowUpsPage';
import { QuickEntry } from './QuickEntry';

afterEach(() => vi.unstubAllGlobals());

const routes = [
  {
    path: '/stakeholders/follow-ups',
    element: (
      <QuickEntry>
        <FollowUpsPage />
      </QuickEntry>
    ),
  },
];
const PROMISE = {
  interaction: 'i',
  date: '2026-11-02',
  text: 'Send the maps',
  due: '2026-11-05',
  overdue: true,
  people: [{ id: 'p', name: 'Jane Roe' }],
  organizations: [],
};

describe('the desk of follow-ups', () => {
  it('shows mine, says what is late, and marks what is done', async () => {
    let open = true;
    const sent = serve(({ method, path }) => {
      if (method === 'POST' && path === '/interactions/i/follow-up-done') {
        open = false;
        return { body: {} };
      }
      return path.startsWith('/follow-ups')
        ? { body: { total: open ? 1 : 0, items: open ? [PROMISE] : [] } }
        : undefined;
    });
    renderPages(routes, '/stakeholders/follow-ups');

    expect(await screen.findByText('Overdue: Nov 5, 2026')).toBeVisible();
    expect(sent[0]?.path).toContain('mine=true');
    await userEvent.click(screen.getByRole('button', { name: 'Done: Send the maps' }));
    expect(await screen.findByText('Nothing is promised')).toBeVisible();
  });

  it('opens the entry of an interaction with E', async () => {
    serve(({ path }) =>
      path.startsWith('/follow-ups') ? { body: { total: 0, items: [] } } : { body: { items: [] } },
    );
    renderPages(routes, '/stakeholders/follow-ups');
    await screen.findByText('Nothing is promised');

    // What comes when it is first asked for is here already, so that only the key is waited for.
    await import('./InteractionDialog');
    await userEvent.keyboard('e');
    expect(
      await screen.findByRole('combobox', { name: /^With whom/ }, { timeout: 15_000 }),
    ).toHaveFocus();
  }, 20_000);
});
