import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import { tasking } from '../testing/routing';
import { NewTaskingDialog } from './NewTaskingDialog';

afterEach(() => vi.unstubAllGlobals());

const ALL = ['Counsel', 'Emergency Management'].map((label, i) => ({
  name: `GROUP_${i}`,
  label,
  kind: 'GROUP',
}));

describe('asking for comments', () => {
  it('asks each of those chosen, and on a refusal goes on with those left', async () => {
    let refusing = true;
    const sent = serve(({ method, path, body }) => {
      if (path.startsWith('/authorities')) {
        const q = new URLSearchParams(path.split('?')[1]).get('q')?.toLowerCase() ?? '';
        return { body: { items: ALL.filter((one) => one.label.toLowerCase().includes(q)) } };
      }
      if (method !== 'POST') return undefined;
      return refusing && (body as { assignee: string }).assignee === 'GROUP_1'
        ? { status: 403, body: { title: 'Locked', status: 403, code: 'not-allowed', detail: '' } }
        : { status: 201, body: tasking('t9') };
    });
    const onMade = vi.fn();
    renderPages(
      [
        {
          path: '/',
          element: <NewTaskingDialog caseFile="f1" onClose={vi.fn()} onMade={onMade} />,
        },
      ],
      '/',
    );
    const user = userEvent.setup();
    await user.selectOptions(screen.getByLabelText('What for'), 'Comments on the draft');
    for (const one of ALL) {
      await user.type(screen.getByRole('combobox', { name: /Assign to/ }), one.label.slice(0, 4));
      await screen.findByRole('option', { name: one.label });
      await user.keyboard('{Enter}');
    }
    await user.type(screen.getByLabelText(/What is asked/), 'By Friday, please');
    await user.type(screen.getByLabelText(/Due/), '2026-12-04');
    await user.click(screen.getByRole('button', { name: 'Assign' }));

    expect(await screen.findByText('Locked')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText('Counsel')).not.toBeInTheDocument());
    expect(screen.getByText('Emergency Management')).toBeInTheDocument();
    refusing = false;
    await user.click(screen.getByRole('button', { name: 'Assign' }));
    await waitFor(() => expect(onMade).toHaveBeenCalled());
    const asked = sent.filter((request) => request.method === 'POST').map((r) => r.body);
    expect(asked).toMatchObject([
      { form: 'cwf:commentTask', assignee: 'GROUP_0' },
      { form: 'cwf:commentTask', assignee: 'GROUP_1' },
      { form: 'cwf:commentTask', assignee: 'GROUP_1' },
    ]);
  });
});
