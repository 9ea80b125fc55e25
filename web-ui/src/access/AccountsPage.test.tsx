import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import AccountsPage from './AccountsPage';

afterEach(() => vi.unstubAllGlobals());

const CLERK = {
  user: 'clerk',
  displayName: 'Nora Whitfield',
  enabled: true,
  program: false,
  components: ['EXECSEC'],
  roles: [{ role: 'CLERK', component: 'EXECSEC' }],
  revision: 4,
};

describe('AccountsPage', () => {
  it('disables an account from the state that was seen', async () => {
    const sent = serve(({ method, path }) => {
      if (path === '/accounts') return { body: { items: [CLERK] } };
      if (path === '/components') {
        return { body: { items: [{ code: 'EXECSEC', name: 'Executive Secretariat' }] } };
      }
      if (path === '/capabilities') {
        return { body: { roles: [{ name: 'CLERK', label: 'Clerk' }], capabilities: [] } };
      }
      if (method === 'PUT') return { body: { ...CLERK, enabled: false, revision: 5 } };
      return undefined;
    });
    renderPages([{ path: '/', element: <AccountsPage /> }], '/');
    const user = userEvent.setup();
    expect(await screen.findByText('Clerk (EXECSEC)')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Change.*Nora/ }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByLabelText(/May sign in/));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));

    await waitFor(() => expect(sent.some((request) => request.method === 'PUT')).toBe(true));
    const put = sent.find((request) => request.method === 'PUT');
    expect(put?.path).toBe('/accounts/clerk');
    expect(put?.headers['If-Match']).toBe('"4"');
    expect(put?.body).toEqual({
      displayName: 'Nora Whitfield',
      components: ['EXECSEC'],
      roles: [{ role: 'CLERK', component: 'EXECSEC' }],
      enabled: false,
    });
  });
});
