import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import type { Disposition, QueueItem, Transfer } from './contract';
import DispositionPage from './DispositionPage';
import RecordsDeskPage from './RecordsDeskPage';
import { PERMANENT } from './samples';
import TransferPage from './TransferPage';

afterEach(() => vi.unstubAllGlobals());

function item(id: string, name: string): QueueItem {
  return {
    folder: { id, name },
    series: { code: 'CORR-PERM', title: 'Permanent', permanence: 'permanent' },
    state: 'eligible',
    since: '2026-11-20T00:00:00Z',
    activityAt: '2016-11-01T00:00:00Z',
    activityKind: 'close',
    cutoffOn: '2016-11-01',
    eligibleOn: '2026-11-01',
    why: 'Its time was over.',
    holds: [],
    files: 2,
  };
}

const DISPOSITION: Disposition = {
  id: 'd1',
  number: 'D-2026-0001',
  action: 'DESTROY',
  state: 'PROPOSED',
  series: { code: 'CORR-TEMP', title: 'Temporary', authority: 'X-1', authorityStatus: 'approved' },
  proposedAt: '2026-11-20T00:00:00Z',
  approvals: [
    {
      by: { name: 'records', label: 'Walter Kim' },
      at: '2026-11-21T00:00:00Z',
      reason: 'Looked at all',
    },
  ],
  needed: 2,
  counts: { items: 1, done: 0, withdrawn: 0, files: 3, bytes: 1000 },
  certificate: false,
  allowed: ['approve', 'reject'],
};

const TRANSFER: Transfer = {
  id: 'd1',
  station: 'refused',
  faults: [
    {
      code: 'no-lasting-copy',
      path: 'data/1/plan.dwg',
      what: 'The National Archives take no such format.',
      todo: 'Add a copy in PDF/A.',
      node: { id: 'n1', name: 'plan.dwg' },
    },
  ],
  allowed: ['package', 'copies'],
};

function open(at: string) {
  const sent = serve(({ method, path }) => {
    if (path === '/records/desk') {
      const counts = {
        due: 0,
        awaitingReview: 2,
        awaitingApproval: 1,
        inTransfer: 0,
        onHold: 0,
        exceptions: 0,
      };
      return { body: { counts, allowed: ['REVIEW_RECORDS'] } };
    }
    if (path.startsWith('/records/queues/')) {
      return { body: { items: [item('a', 'Moss, Ada'), item('b', 'Byrne, Tom')] } };
    }
    if (path === '/file-plan') {
      return { body: { items: [{ series: PERMANENT, folders: 2, applied: 1, outdated: 0 }] } };
    }
    if (path === '/reviews') {
      const refused = [{ id: 'b', name: 'Byrne, Tom', reason: 'A case file in it is open.' }];
      return { body: { reviewed: 1, refused } };
    }
    if (path.startsWith('/dispositions/d1/items')) return { body: { items: [] } };
    if (path.startsWith('/dispositions/d1')) {
      return { body: method === 'GET' ? DISPOSITION : { ...DISPOSITION, state: 'APPROVED' } };
    }
    if (path === '/transfers/d1') return { body: TRANSFER };
    return undefined;
  });
  renderPages(
    [
      { path: '/records', element: <RecordsDeskPage /> },
      { path: '/records/dispositions/:id', element: <DispositionPage /> },
      { path: '/records/transfers/:id', element: <TransferPage /> },
    ],
    at,
  );
  return () => sent.filter(({ method }) => method !== 'GET');
}

describe('the records desk', () => {
  it('begins at the first queue in which anything waits, and decides on many at once', async () => {
    const sent = open('/records');
    const user = userEvent.setup();
    expect(await screen.findByRole('link', { name: /Awaiting review\s*2/ })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await user.click(await screen.findByLabelText('Choose all that are shown'));
    expect(screen.getByText('2 folders chosen')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Permanent…' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText(/^Why/), 'Leadership’s letters');
    await user.click(dialog.getByRole('button', { name: 'They are permanent' }));
    expect(await screen.findByText('Byrne, Tom: A case file in it is open.')).toBeVisible();
    expect(sent().map(({ body }) => body)).toEqual([
      {
        folders: ['a', 'b'],
        decision: 'permanent',
        series: 'CORR-PERM',
        reason: 'Leadership’s letters',
      },
    ]);
  });
});

describe('a disposition', () => {
  it('says who is still needed, and what the last approval does', async () => {
    const sent = open('/records/dispositions/d1');
    const user = userEvent.setup();
    expect(await screen.findByText('One more approval is needed')).toBeVisible();
    expect(screen.getByText(/other than Walter Kim, who has approved/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Approve…' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/destroyed with everything in them, for good/)).toBeVisible();
    await user.type(dialog.getByLabelText(/^Why/), 'Seen');
    await user.click(dialog.getByRole('button', { name: 'Approve the destruction' }));
    await vi.waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]).toMatchObject({ path: '/dispositions/d1/approve', body: { reason: 'Seen' } });
  });
});

describe('a transfer', () => {
  it('shows where it is stuck, and what to do about each fault', async () => {
    open('/records/transfers/d1');
    expect(await screen.findByText('Add a copy in PDF/A.')).toBeVisible();
    expect(screen.getByText('Refused').closest('li')).toHaveAttribute('aria-current', 'step');
    expect(screen.getByRole('button', { name: /Add a copy of plan.dwg/ })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Package it again' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'It was sent…' })).not.toBeInTheDocument();
  });
});
