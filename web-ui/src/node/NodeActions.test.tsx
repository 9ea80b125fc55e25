import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Node } from '../api/types';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import { NodeActions } from './NodeActions';
import { RecordChip } from './RecordChip';

afterEach(() => vi.unstubAllGlobals());

const DOCUMENT = {
  id: 'd1',
  type: 'cor:document',
  name: 'letter.pdf',
  title: 'A letter',
  revision: 7,
  properties: {},
  contents: {},
  locked: false,
  allowed: ['READ', 'WRITE', 'ADD_CHILD', 'DELETE', 'CHANGE_PERMISSIONS'],
} as unknown as Node;

const RECORD: Node = {
  ...DOCUMENT,
  revision: 8,
  allowed: ['READ', 'CHANGE_PERMISSIONS'],
  record: {
    recordId: 'R-2026-000042',
    declaredAt: '2026-11-22T12:00:00Z',
    declaredBy: 'ann',
    digest: '0'.repeat(64),
  },
};

function show(node: Node) {
  renderPages(
    [
      {
        path: '/',
        element: (
          <>
            <RecordChip node={node} />
            <NodeActions node={node} movable declarable after="/library" />
          </>
        ),
      },
    ],
    '/',
  );
}

describe('declaring', () => {
  it('asks first, then declares what the person saw', async () => {
    const sent = serve(({ method }) => (method === 'POST' ? { body: RECORD } : undefined));
    show(DOCUMENT);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Declare a record' }));
    expect(screen.getByText(/cannot be undone/)).toBeInTheDocument();
    const posted = () => sent.filter(({ method }) => method === 'POST');
    expect(posted()).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Declare it' }));
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(posted()[0]?.path).toBe('/nodes/d1/declare');
    expect(posted()[0]?.headers['If-Match']).toBe('"7"');
  });

  it('says why it was refused', async () => {
    serve(() => ({
      status: 409,
      body: { code: 'wrong-state', title: 'Not possible', detail: 'It is still to be read.' },
    }));
    show(DOCUMENT);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Declare a record' }));
    await user.click(screen.getByRole('button', { name: 'Declare it' }));
    expect(await screen.findByText('It is still to be read.')).toBeInTheDocument();
  });

  it('tells why a change failed when it was declared meanwhile', async () => {
    serve(() => ({
      status: 409,
      body: {
        code: 'declared-record',
        title: 'A declared record',
        detail: 'Nobody changes it. Put a correction beside it.',
      },
    }));
    show(DOCUMENT);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete it' }));
    expect(await screen.findByText(/Put a correction beside it/)).toBeInTheDocument();
  });

  it('shows a record as one, with nothing to change it by', () => {
    serve(() => undefined);
    show(RECORD);
    expect(screen.getByText('Record R-2026-000042')).toBeInTheDocument();
    for (const name of ['Declare a record', 'Rename', 'Move', 'Delete']) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
    expect(screen.getByRole('button', { name: 'Who can see this' })).toBeInTheDocument();
  });
});
