import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import NoContactPage from './NoContactPage';
import OneYearPage from './OneYearPage';
import { RightsActions } from './RightsActions';
import SubjectAccessPage from './SubjectAccessPage';
import type { Expiring, NoContact } from './types';

afterEach(() => vi.unstubAllGlobals());

const ASKED: NoContact = {
  id: 'p1',
  name: 'Maria Okafor',
  owner: { user: { name: 'clerk', label: 'A Clerk' } },
  doNotContact: {
    on: '2026-11-10',
    via: 'phone',
    state: 'requested',
    reason: 'No more calls',
    answerDue: '2026-11-18',
    overdue: true,
  },
  allowed: ['contact-again', 'restrict'],
};

const DUE: Expiring = {
  id: 'p2',
  name: 'Karin Lindqvist',
  owner: { user: { name: 'clerk', label: 'A Clerk' } },
  lastContact: '2025-10-01',
  issues: [],
  expiry: {
    reason: 'no-contact',
    due: '2026-10-01',
    warned: '2026-11-01',
    deletion: '2026-12-01',
  },
  allowed: ['renew', 'delete'],
};

describe('requests not to be contacted', () => {
  it('are recorded with how they came in', async () => {
    const sent = serve(() => ({ status: 204 }));
    renderPages(
      [
        {
          path: '/',
          element: <RightsActions id="p1" name="Maria Okafor" allowed={['do-not-contact']} />,
        },
      ],
      '/',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Do not contact' }));
    await userEvent.selectOptions(screen.getByLabelText(/How they asked/), 'letter');
    await userEvent.type(screen.getByLabelText('What they asked'), 'No more calls');
    await userEvent.click(screen.getByRole('button', { name: 'Block contact' }));
    expect(await screen.findByText(/Nobody contacts Maria Okafor/)).toBeInTheDocument();
    expect(sent[0]).toMatchObject({
      method: 'POST',
      path: '/people/p1/do-not-contact',
      body: { via: 'letter', reason: 'No more calls' },
    });
  });

  it('tell when they are overdue, and are answered from the list with a reason', async () => {
    const sent = serve((request) =>
      request.method === 'GET' ? { body: { total: 1, items: [ASKED] } } : { status: 204 },
    );
    renderPages([{ path: '/', element: <NoContactPage /> }], '/?state=overdue');
    expect(await screen.findByText(/Overdue since/)).toBeInTheDocument();
    expect(sent[0]?.path).toContain('state=overdue');
    await userEvent.click(screen.getByRole('button', { name: 'Restrict' }));
    const dialog = screen.getByRole('dialog', { name: 'Restrict Maria Okafor' });
    expect(within(dialog).getByRole('button', { name: 'Restrict' })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/Why/), 'She insists');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Restrict' }));
    expect(sent.find((each) => each.path === '/people/p1/restriction')?.body).toEqual({
      reason: 'She insists',
    });
  });

  it('says so when there are none', async () => {
    serve(() => ({ body: { total: 0, items: [] } }));
    renderPages([{ path: '/', element: <NoContactPage /> }], '/');
    expect(await screen.findByText('No request waits for an answer')).toBeInTheDocument();
  });
});

describe('the one-year rule', () => {
  it('says why and when, and deletes only after asking', async () => {
    const sent = serve((request) =>
      request.method === 'GET' ? { body: { total: 1, items: [DUE] } } : { status: 204 },
    );
    renderPages([{ path: '/', element: <OneYearPage /> }], '/');
    expect(await screen.findByText(/No contact since/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Delete Karin Lindqvist' }));
    expect(sent.some((each) => each.method === 'POST')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
    expect(sent.some((each) => each.path === '/people/p2/deletion')).toBe(true);
  });

  it('renews with a reason', async () => {
    const sent = serve((request) =>
      request.method === 'GET' ? { body: { total: 1, items: [DUE] } } : { status: 204 },
    );
    renderPages([{ path: '/', element: <OneYearPage /> }], '/');
    await userEvent.click(await screen.findByRole('button', { name: 'Renew Karin Lindqvist' }));
    await userEvent.type(screen.getByLabelText(/Why/), 'Speaks in May');
    await userEvent.click(screen.getByRole('button', { name: 'Keep for a year' }));
    expect(sent.find((each) => each.path === '/people/p2/renewal')?.body).toEqual({
      reason: 'Speaks in May',
    });
  });
});

describe('subject access', () => {
  it('packs only what was chosen, and not without a reason', async () => {
    vi.stubGlobal(
      'URL',
      Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }),
    );
    const sent = serve((request) =>
      request.method === 'GET'
        ? {
            body: {
              people: [
                { id: 'p1', name: 'Maria Okafor', owner: ASKED.owner },
                { id: 'p9', name: 'Maria Okafor', owner: ASKED.owner, place: 'Reno, NV' },
              ],
              correspondents: [],
            },
          }
        : { body: {} },
    );
    renderPages([{ path: '/', element: <SubjectAccessPage /> }], '/');
    await userEvent.type(screen.getByLabelText(/Last name/), 'Okafor');
    await userEvent.click(screen.getByRole('button', { name: 'Find' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: /Reno/ }));
    expect(screen.getByRole('button', { name: 'Make the package' })).toBeDisabled();
    await userEvent.type(screen.getByLabelText(/Why/), 'Request 12');
    await userEvent.click(screen.getByRole('button', { name: 'Make the package' }));
    expect(sent.at(-1)?.body).toEqual({
      people: ['p9'],
      correspondents: [],
      reason: 'Request 12',
    });
  });
});
