import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Tasking } from '../api/types';
import { renderPages } from '../testing/around';
import { tasking } from '../testing/routing';
import { serve, type Sent } from '../testing/server';
import { TaskingPanel } from './TaskingPanel';

afterEach(() => vi.unstubAllGlobals());

/** A server on which somebody else may have changed the tasking meanwhile. */
function server(now: Tasking): Sent[] {
  return serve(({ method, path, headers }) => {
    if (method === 'POST' && path.startsWith('/taskings/t1/')) {
      return headers['If-Match'] === `"${now.revision}"`
        ? { body: { ...now, state: 'done', allowed: [], revision: now.revision + 1 } }
        : { status: 412, body: { title: 'Changed', status: 412, code: 'stale', detail: '' } };
    }
    return path === '/taskings/t1' ? { body: now } : undefined;
  });
}

function open(shown: Tasking, onDone = vi.fn()) {
  renderPages([{ path: '/', element: <TaskingPanel tasking={shown} onDone={onDone} /> }], '/');
  return onDone;
}

const posted = (sent: Sent[]) => sent.filter((request) => request.method === 'POST');

describe('a tasking', () => {
  it('is answered by the button of its outcome, with what was typed', async () => {
    const sent = server(tasking('t1'));
    const onDone = open(tasking('t1'));
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Comment'), 'Found both.');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(posted(sent)).toMatchObject([
      {
        path: '/taskings/t1/complete',
        headers: { 'If-Match': '"3"' },
        body: { outcome: 'done', comment: 'Found both.' },
      },
    ]);
  });

  it('is not sent back without a word', async () => {
    const sent = server(tasking('t1'));
    open(tasking('t1'));
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Not possible' }));
    expect(screen.getByRole('alert')).toHaveTextContent('“Not possible” needs a comment.');
    expect(posted(sent)).toHaveLength(0);
  });

  it('shows what somebody else has changed, and keeps what was typed', async () => {
    const now = tasking('t1', { due: '2026-12-04', revision: 8 });
    const sent = server(now);
    const onDone = open(tasking('t1'));
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Comment'), 'My half hour of work');
    await user.click(screen.getByRole('button', { name: 'Done' }));

    await screen.findByText('Somebody else has changed this meanwhile');
    const row = screen.getByRole('row', { name: /Due/ });
    expect(within(row).getByText('Nov 27, 2026')).toBeInTheDocument();
    expect(within(row).getByText('Dec 4, 2026')).toBeInTheDocument();
    expect(screen.getByLabelText('Comment')).toHaveValue('My half hour of work');
    expect(onDone).not.toHaveBeenCalled();

    await user.click(screen.getByRole('button', { name: 'Do it all the same' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(posted(sent).at(-1)).toMatchObject({
      headers: { 'If-Match': '"8"' },
      body: { outcome: 'done', comment: 'My half hour of work' },
    });
  });

  it('offers nothing more once somebody else has done it', async () => {
    server(tasking('t1', { state: 'done', outcomeLabel: 'Done', allowed: [], revision: 8 }));
    open(tasking('t1'));
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await screen.findByText('Somebody else has changed this meanwhile');
    expect(screen.queryByRole('button', { name: 'Do it all the same' })).not.toBeInTheDocument();
  });

  it('has what was typed again after a session has been locked', async () => {
    server(tasking('t1'));
    open(tasking('t1'));
    await userEvent.type(screen.getByLabelText('Comment'), 'Half a sen');
    const { cleanup } = await import('@testing-library/react');
    cleanup();
    open(tasking('t1'));
    expect(screen.getByText('What you had typed is here again.')).toBeInTheDocument();
    expect(screen.getByLabelText('Comment')).toHaveValue('Half a sen');
  });

  it('is extended only with a reason', async () => {
    const sent = server(tasking('t1'));
    open(tasking('t1'));
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Extend' }));
    const dialog = screen.getByRole('dialog');
    const due = within(dialog).getByLabelText(/Due/);
    await user.clear(due);
    await user.type(due, '2026-12-18');
    await user.click(within(dialog).getByRole('button', { name: 'Extend' }));
    expect(within(dialog).getByText('A reason is needed.')).toBeInTheDocument();
    expect(posted(sent)).toHaveLength(0);
    await user.type(within(dialog).getByLabelText(/Reason/), 'Waits for the field office');
    await user.click(within(dialog).getByRole('button', { name: 'Extend' }));
    await waitFor(() =>
      expect(posted(sent)).toMatchObject([
        {
          path: '/taskings/t1/extend',
          body: { due: '2026-12-18', reason: 'Waits for the field office' },
        },
      ]),
    );
  });

  it('offers only what its reader may do', () => {
    server(tasking('t1'));
    open(tasking('t1', { allowed: ['claim'], trail: [] }));
    expect(screen.getByRole('button', { name: 'Claim' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Return' })).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Comment')).not.toBeInTheDocument();
  });
});
