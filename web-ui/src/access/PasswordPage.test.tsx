import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import PasswordPage from './PasswordPage';

afterEach(() => vi.unstubAllGlobals());

async function fill(again: string) {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText(/so far/), 'old one');
  await user.type(screen.getByLabelText(/^The new password \*$/), 'Tall-horse7');
  await user.type(screen.getByLabelText(/once more/), again);
  await user.click(screen.getByRole('button', { name: 'Change the password' }));
}

describe('one’s own password', () => {
  it('is changed with the old one', async () => {
    const sent = serve(() => ({ status: 204 }));
    renderPages([{ path: '/password', element: <PasswordPage /> }], '/password');
    await fill('Tall-horse7');
    expect(sent.find((each) => each.path === '/me/password')?.body).toEqual({
      old: 'old one',
      password: 'Tall-horse7',
    });
  });

  it('is not sent when the two differ', async () => {
    const sent = serve(() => ({ status: 204 }));
    renderPages([{ path: '/password', element: <PasswordPage /> }], '/password');
    await fill('Tall-horse8');
    expect(await screen.findByText('The two new passwords are not the same.')).toBeVisible();
    expect(sent.filter((each) => each.path === '/me/password')).toEqual([]);
  });

  it('shows what the server refuses', async () => {
    serve(() => ({
      status: 403,
      body: {
        title: 'Not your password',
        status: 403,
        code: 'old-password-wrong',
        detail: 'The old password is not the one you sign in with.',
      },
    }));
    renderPages([{ path: '/password', element: <PasswordPage /> }], '/password');
    await fill('Tall-horse7');
    expect(await screen.findByText('Not your password')).toBeVisible();
  });
});
