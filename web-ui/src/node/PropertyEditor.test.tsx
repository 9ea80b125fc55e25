import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Node } from '../api/types';
import { Schema } from '../model/schema';
import { renderPages } from '../testing/around';
import { TYPES } from '../testing/model';
import { serve } from '../testing/server';
import { PropertyEditor } from './PropertyEditor';

afterEach(() => vi.unstubAllGlobals());

const NODE = {
  id: 'n1',
  type: 'cor:caseFile',
  aspects: [] as string[],
  revision: 3,
  modifiedBy: 'ann',
  properties: { 'cor:subject': 'Grant', 'cor:source': 'public' },
} as unknown as Node;

const THEIRS = {
  ...NODE,
  revision: 4,
  modifiedBy: 'bob',
  properties: { 'cor:subject': 'Travel grant', 'cor:source': 'public' },
};

function edit(saved: (node: Node) => void) {
  renderPages(
    [
      {
        path: '/',
        element: (
          <PropertyEditor
            node={NODE}
            schema={new Schema({ types: TYPES })}
            onSaved={saved}
            onCancel={() => undefined}
          />
        ),
      },
    ],
    '/',
  );
}

describe('PropertyEditor', () => {
  it('shows what somebody else saved meanwhile, keeps the typed text, and saves it when told to', async () => {
    const sent = serve(({ method, headers }) => {
      if (method === 'GET') return { body: THEIRS };
      return headers['If-Match'] === '"4"'
        ? { body: { ...THEIRS, revision: 5 } }
        : { status: 412, body: { code: 'stale', title: 'Stale', detail: 'Changed meanwhile.' } };
    });
    const saved = vi.fn();
    edit(saved);
    const user = userEvent.setup();
    const subject = screen.getByLabelText(/Subject/);
    await user.clear(subject);
    await user.type(subject, 'Grant delayed');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    const row = (await screen.findByRole('rowheader', { name: 'Subject' })).closest('tr');
    expect(row).toHaveTextContent('Grant');
    expect(row).toHaveTextContent('Travel grant');
    expect(row).toHaveTextContent('Grant delayed');
    expect(subject).toHaveValue('Grant delayed');
    expect(saved).not.toHaveBeenCalled();

    await user.click(screen.getByRole('button', { name: 'Save mine on top of theirs' }));
    await vi.waitFor(() => expect(saved).toHaveBeenCalled());
    const puts = sent.filter((request) => request.method === 'PUT');
    expect(puts.map((request) => request.headers['If-Match'])).toEqual(['"3"', '"4"']);
    expect(puts[1]?.body).toEqual({ properties: { 'cor:subject': 'Grant delayed' } });
  });

  it('brings back what was typed before the session ended, on the state it was typed on', async () => {
    serve(() => ({ status: 401, body: { code: 'sign-in-required', detail: 'Sign in.' } }));
    edit(() => undefined);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText(/Subject/), ' for spring');
    const { cleanup } = await import('@testing-library/react');
    cleanup();

    edit(() => undefined);
    expect(screen.getByText(/What you had typed is here again/)).toBeInTheDocument();
    expect(screen.getByLabelText(/Subject/)).toHaveValue('Grant for spring');
  });
});
