import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderPages } from '../testing/around';
import { ITEM } from '../testing/item';
import { serve } from '../testing/server';
import { NewMenu } from './NewMenu';

beforeEach(() => {
  sessionStorage.clear();
  // The browser's dialog is not here.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});
afterEach(() => vi.unstubAllGlobals());

function desk(status = 201, body: unknown = { ...ITEM, id: 'new' }) {
  const sent = serve(({ method }) => (method === 'POST' ? { status, body } : undefined));
  const onTaken = vi.fn();
  renderPages([{ path: '/', element: <NewMenu onTaken={onTaken} /> }], '/');
  return { sent, onTaken };
}

describe('what is put on the desk without a file', () => {
  it('is a phone call, written down with the keyboard alone', async () => {
    const { sent, onTaken } = desk();
    const user = userEvent.setup();
    await user.tab();
    expect(screen.getByRole('button', { name: 'New' })).toHaveFocus();
    await user.keyboard('{Enter}{Enter}');
    await user.type(screen.getByLabelText(/Who called/), 'Ada Moss');
    await user.type(screen.getByLabelText(/What was said/), 'She asks about a grant.');
    await user.click(screen.getByLabelText(/They wait for a call back/));
    await user.click(screen.getByRole('button', { name: 'Put it on the desk' }));
    // A call back needs a number.
    expect(await screen.findByText('At which number can they be called back?')).toBeVisible();
    expect(sent).toHaveLength(0);
    await user.type(screen.getByLabelText(/Their number/), '956 555 0142');
    await user.click(screen.getByRole('button', { name: 'Put it on the desk' }));

    await waitFor(() => expect(onTaken).toHaveBeenCalledOnce());
    expect(sent[0]?.path).toBe('/intake/phone-calls');
    expect(sent[0]?.body).toMatchObject({
      caller: 'Ada Moss',
      summary: 'She asks about a grant.',
      phone: '956 555 0142',
      callBack: true,
    });
    expect(sessionStorage).toHaveLength(0);
  });

  it('keeps what was typed until it is taken', async () => {
    desk(400, {
      type: 'urn:x',
      title: 'Some values are not allowed',
      status: 400,
      detail: 'The text is too long.',
      code: 'invalid',
      problems: { text: 'may have at most 500,000 characters' },
    });
    const user = userEvent.setup();
    await user.keyboard('t');
    await user.type(await screen.findByLabelText(/The text/), 'Some words');
    await user.click(screen.getByRole('button', { name: 'Put it on the desk' }));
    expect((await screen.findAllByText(/500,000/))[0]).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await user.keyboard('t');
    expect(await screen.findByLabelText(/The text/)).toHaveValue('Some words');
    expect(screen.getByText('What you had typed is here again.')).toBeVisible();
  });
});
