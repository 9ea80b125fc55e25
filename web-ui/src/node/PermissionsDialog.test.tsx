import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Node } from '../api/types';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import { PermissionsDialog } from './PermissionsDialog';

afterEach(() => vi.unstubAllGlobals());

const DOCUMENTS = {
  id: 'p1',
  type: 'cor:documentsPart',
  title: 'Documents',
  allowed: ['READ', 'CHANGE_PERMISSIONS'],
} as unknown as Node;

const OPEN = {
  inherits: true,
  grants: [],
  effective: [{ authority: 'GROUP_ROLE_X', role: 'COORDINATOR', label: 'Executive secretary' }],
};

describe('PermissionsDialog', () => {
  it('locks to read only, until a moment, and leaves the key with whom it suggests', async () => {
    const sent = serve(({ path }) =>
      path === '/nodes/p1/permissions' ? { body: OPEN } : undefined,
    );
    const element = <PermissionsDialog node={DOCUMENTS} onClose={() => undefined} />;
    renderPages([{ path: '/', element }], '/');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /Lock it/ }));
    await user.click(screen.getByLabelText(/No, it is locked/));
    expect(screen.getByText(/earlier versions are locked with the documents/)).toBeInTheDocument();
    expect(screen.queryByLabelText(/Greyed/)).not.toBeInTheDocument();
    await user.click(screen.getByLabelText(/Read only/));
    fireEvent.change(screen.getByLabelText('Until'), { target: { value: '2030-01-02T03:04' } });
    await user.click(screen.getByRole('button', { name: 'Executive secretary' }));
    await user.type(screen.getByLabelText(/Reason/), 'Under inquiry');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() => expect(sent.some((request) => request.method === 'PUT')).toBe(true));
    expect(sent.find((request) => request.method === 'PUT')?.body).toEqual({
      inherits: false,
      grants: [{ authority: 'GROUP_ROLE_X', role: 'COORDINATOR' }],
      reason: 'Under inquiry',
      mode: 'read-only',
      until: new Date('2030-01-02T03:04').toISOString(),
    });
  });
});
