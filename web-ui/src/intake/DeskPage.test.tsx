import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Route } from '../api/types';
import { renderPages } from '../testing/around';
import { node } from '../testing/node';
import { CITIZEN, CONGRESS, route } from '../testing/routing';
import { ITEM } from '../testing/item';
import { TYPES } from '../testing/model';
import { serve, type Sent } from '../testing/server';
import { DeskPage } from './DeskPage';

// Pages are drawn by the browser's canvas, which is not here.
vi.mock('../viewer/DocumentView', () => ({ DocumentView: () => <p>The pages</p> }));

afterEach(() => vi.unstubAllGlobals());

const SECOND = { ...ITEM, id: 'i2', name: 'scan_2.pdf' };

/** A desk with two letters that are ready and one that is being read. */
function desk(routes: Route[] = []): Sent[] {
  const filed = new Set<string>();
  const items = () => [
    { ...ITEM, id: 'i0', name: 'scan_0.pdf', state: 'reading', pageCount: 5, pagesRead: 2 },
    ...[ITEM, SECOND].filter((item) => !filed.has(item.id)),
  ];
  return serve(({ method, path }) => {
    if (path.startsWith('/intake?')) {
      return { body: { items: items(), counts: { reading: 1, ready: 2 - filed.size } } };
    }
    if (path === '/model') return { body: { types: TYPES } };
    if (path === '/nodes/f1') {
      return {
        body: node('f1', 'cor:caseFile', {
          title: 'Delay of a grant',
          properties: { 'cor:source': 'congress', 'cor:component': ['EXECSEC'] },
        }),
      };
    }
    if (path === '/templates') return { body: { items: [CITIZEN, CONGRESS] } };
    if (path.startsWith('/authorities')) return { body: { items: [] } };
    if (path === '/case-files/f1/routes') {
      return method === 'POST' ? { status: 201, body: route() } : { body: { items: routes } };
    }
    const id = /^\/intake\/(\w+)/.exec(path)?.[1];
    if (method === 'POST' && path.endsWith('/file')) {
      filed.add(id ?? '');
      const node = (of: string) => ({ id: of, title: 'Delay of a grant' });
      return {
        body: { document: node('d1'), caseFile: node('f1'), caseFolder: node('c1') },
      };
    }
    if (method === 'POST' && path.endsWith('/unfile')) {
      filed.delete(id ?? '');
      return { body: ITEM };
    }
    const item = [ITEM, SECOND].find((one) => one.id === id);
    return item && { body: item };
  });
}

function open() {
  return renderPages([{ path: '/intake/:id?', element: <DeskPage /> }], '/intake');
}

const filings = (sent: Sent[]) => sent.filter((request) => request.path.endsWith('/file'));

describe('the intake desk, with the keyboard alone', () => {
  it('files and routes a ready letter in three keystrokes, and goes on to the next', async () => {
    const sent = desk();
    const router = open();
    const user = userEvent.setup();
    await screen.findByText('Same writer');
    expect(router.state.location.pathname).toBe('/intake/i1');

    await user.keyboard('1');
    expect(screen.getByRole('radio', { name: /Delay of a grant/ })).toBeChecked();
    await user.keyboard('{Control>}{Enter}{/Control}');

    await waitFor(() => expect(filings(sent)).toHaveLength(1));
    expect(filings(sent)[0]?.path).toBe('/intake/i1/file');
    expect(filings(sent)[0]?.body).toMatchObject({ caseFile: 'f1' });

    await waitFor(() => expect(screen.getByRole('button', { name: /Route it/ })).toHaveFocus());
    expect(screen.getByRole('radio', { name: /Congressional inquiry/ })).toBeChecked();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(
        sent.find((request) => request.path === '/case-files/f1/routes' && request.body),
      ).toMatchObject({
        body: { template: 'congressionalInquiry', lead: 'GROUP_COMPONENT_EXECSEC' },
      }),
    );
    await waitFor(() => expect(router.state.location.pathname).toBe('/intake/i2'));
  });

  it('files into a new case folder within five actions', async () => {
    const sent = desk();
    open();
    const user = userEvent.setup();
    await screen.findByText('Same writer');

    await user.keyboard('n');
    // The first field that is still needed has the focus, so that the next action fills it.
    await waitFor(() => expect(screen.getByLabelText(/Source/)).toHaveFocus());
    await user.selectOptions(screen.getByLabelText(/Source/), 'Public');
    await user.keyboard('{Control>}{Enter}{/Control}');

    await waitFor(() => expect(filings(sent)).toHaveLength(1));
    expect(filings(sent)[0]?.body).toMatchObject({
      newCaseFolder: { holderKind: 'individual', holderName: 'Castellanos, Ines' },
      newCaseFile: { subject: 'Travel grant', source: 'public' },
    });
  });

  it('goes on without a route when that is left for later', async () => {
    const sent = desk();
    const router = open();
    const user = userEvent.setup();
    await screen.findByText('Same writer');
    await user.keyboard('1{Control>}{Enter}{/Control}');
    await screen.findByRole('button', { name: /Route it/ });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/intake/i2'));
    expect(sent.some((request) => request.method === 'POST' && /routes$/.test(request.path))).toBe(
      false,
    );
  });

  it('does not start a second route for a file that is on its way', async () => {
    desk([route()]);
    const router = open();
    const user = userEvent.setup();
    await screen.findByText('Same writer');
    await user.keyboard('1{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.getByRole('button', { name: /Next letter/ })).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/intake/i2'));
  });

  it('undoes the filing', async () => {
    const sent = desk();
    const router = open();
    const user = userEvent.setup();
    await screen.findByText('Same writer');
    await user.keyboard('1{Control>}{Enter}{/Control}');
    await screen.findByRole('button', { name: /Undo/ });
    await user.keyboard('z');
    await waitFor(() =>
      expect(sent.some((request) => request.path === '/intake/i1/unfile')).toBe(true),
    );
    await waitFor(() => expect(router.state.location.pathname).toBe('/intake/i1'));
  });

  it('sends nothing while no place is chosen or something is missing', async () => {
    const sent = desk();
    open();
    const user = userEvent.setup();
    await screen.findByText('Same writer');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Choose where it is filed.')).toBeInTheDocument();
    await user.keyboard('n');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Source is needed.')).toBeInTheDocument();
    expect(filings(sent)).toHaveLength(0);
  });

  it('types digits into a field as digits', async () => {
    desk();
    open();
    const user = userEvent.setup();
    const sender = await screen.findByLabelText('SenderName');
    await user.type(sender, '1');
    expect(sender).toHaveValue('Ines Castellanos1');
    expect(screen.getByRole('radio', { name: /Delay of a grant/ })).not.toBeChecked();
  });
});

describe('the intake desk', () => {
  it('shows how far the reading of a letter has come', async () => {
    desk();
    open();
    const list = await screen.findByRole('listbox', { name: 'Letters' });
    expect(within(list).getByText(/page 3 of 5/)).toBeInTheDocument();
  });

  it('brings back what was typed for a letter', async () => {
    desk();
    open();
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText('SenderName'), ' (by her son)');
    const { cleanup } = await import('@testing-library/react');
    cleanup();
    open();
    expect(await screen.findByText(/What you had typed is here again/)).toBeInTheDocument();
    expect(screen.getByLabelText('SenderName')).toHaveValue('Ines Castellanos (by her son)');
  });
});
