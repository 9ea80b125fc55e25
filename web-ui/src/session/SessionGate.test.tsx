import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { http } from '../api/client';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import { SessionGate } from './SessionGate';

afterEach(() => vi.unstubAllGlobals());

const SESSION = {
  user: 'clerk',
  displayName: 'Ann Clerk',
  affirmed: false,
  csrf: 'token',
  roles: [],
  components: [],
  capabilities: [],
  idleMinutes: 15,
};

function page() {
  renderPages([{ path: '/', element: <SessionGate>The desk</SessionGate> }], '/');
}

describe('SessionGate', () => {
  it('lets nobody past who has not actively affirmed the three responsibilities', async () => {
    const sent = serve(({ method, path }) => {
      if (path === '/me') return { status: 401, body: { code: 'sign-in-required' } };
      if (method === 'POST' && path === '/session') return { body: SESSION };
      if (path === '/session/affirmation') return { body: { ...SESSION, affirmed: true } };
      return undefined;
    });
    page();
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText('User name'), 'clerk');
    await user.type(screen.getByLabelText('Password'), 'secret');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));

    const go = await screen.findByRole('button', { name: 'Affirm and continue' });
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(3);
    expect(go).toBeDisabled();
    expect(screen.queryByText('The desk')).not.toBeInTheDocument();

    await user.click(screen.getByRole('checkbox'));
    await user.click(go);
    expect(await screen.findByText('The desk')).toBeInTheDocument();
    const affirmation = sent.find((request) => request.path === '/session/affirmation');
    expect(affirmation?.body).toEqual({ accepted: true });
    expect(affirmation?.headers['X-CSRF-Token']).toBe('token');
  });

  it('keeps the page behind the lock screen and goes on with it for the same person', async () => {
    let signedIn = true;
    const sent = serve(({ method, path }) => {
      if (path === '/me') {
        return signedIn
          ? { body: { ...SESSION, affirmed: true } }
          : { status: 401, body: { code: 'sign-in-required' } };
      }
      if (method === 'POST' && path === '/session') {
        signedIn = true;
        return { body: { ...SESSION, affirmed: true, csrf: 'another' } };
      }
      return undefined;
    });
    renderPages(
      [
        {
          path: '/',
          element: (
            <SessionGate>
              <label>
                Note <input />
              </label>
            </SessionGate>
          ),
        },
      ],
      '/',
    );
    const user = userEvent.setup();
    const note = await screen.findByLabelText('Note');
    await user.type(note, 'half a sentence');

    signedIn = false;
    await http.get('/me').catch(() => undefined);
    expect(await screen.findByRole('heading', { name: 'Locked' })).toBeInTheDocument();
    expect(note).not.toBeVisible();

    await user.type(screen.getByLabelText('Password'), 'secret');
    await user.click(screen.getByRole('button', { name: 'Unlock' }));
    await waitFor(() => expect(note).toBeVisible());
    expect(note).toHaveValue('half a sentence');
    const again = sent.find((request) => request.method === 'POST' && request.path === '/session');
    expect(again?.body).toEqual({ user: 'clerk', password: 'secret' });
  });

  it('forgets the page for somebody else', async () => {
    let signedIn = true;
    serve(({ path }) =>
      path === '/me' && signedIn
        ? { body: { ...SESSION, affirmed: true } }
        : { status: 401, body: { code: 'sign-in-required' } },
    );
    page();
    await screen.findByText('The desk');
    signedIn = false;
    await http.get('/me').catch(() => undefined);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Sign in as someone else' }));
    expect(await screen.findByLabelText('User name')).toBeInTheDocument();
    expect(screen.queryByText('The desk')).not.toBeInTheDocument();
  });

  it('says the same for a wrong name and a wrong password', async () => {
    serve(({ path }) =>
      path === '/me'
        ? { status: 401, body: { code: 'sign-in-required' } }
        : { status: 401, body: { code: 'sign-in-failed', detail: 'no' } },
    );
    page();
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText('User name'), 'x');
    await user.type(screen.getByLabelText('Password'), 'y');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('do not fit together');
    await waitFor(() => expect(screen.getByLabelText('Password')).toHaveFocus());
  });
});
