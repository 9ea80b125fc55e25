import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPages } from '../testing/around';
import { node } from '../testing/node';
import { serve } from '../testing/server';
import { RecordsActions } from './RecordsActions';
import { RetentionCard } from './RetentionCard';
import { HOLD, PERMANENT, RETENTION, TEMPORARY } from './samples';

afterEach(() => vi.unstubAllGlobals());

const FOLDER = node('folder', 'cor:caseFolder', { title: 'Moss, Ada' });

function show(more: Partial<typeof RETENTION> = {}) {
  const sent = serve(({ method, path }) => {
    if (path === '/nodes/folder/retention') return { body: { ...RETENTION, ...more } };
    if (path === '/file-plan') {
      const items = [PERMANENT, TEMPORARY].map((series) => ({
        series,
        folders: 1,
        applied: 0,
        outdated: 0,
      }));
      return { body: { items } };
    }
    if (path === '/nodes/folder/series') return { body: FOLDER };
    if (path.startsWith('/holds') && method === 'GET') {
      return path.startsWith('/holds?')
        ? { body: { items: [HOLD] } }
        : { body: { hold: HOLD, items: [], hidden: 0 } };
    }
    if (path === '/holds') return { status: 201, body: { ...HOLD, id: 'h2' } };
    if (path.endsWith('/items') || path.endsWith('/release')) {
      return { body: { hold: HOLD, items: [], hidden: 0 } };
    }
    return undefined;
  });
  renderPages(
    [
      {
        path: '/',
        element: (
          <>
            <RecordsActions node={FOLDER} />
            <RetentionCard node={FOLDER} />
          </>
        ),
      },
    ],
    '/',
  );
  return () => sent.filter(({ method }) => method !== 'GET');
}

describe('how long something is kept', () => {
  it('is told in words and as a picture', async () => {
    show();
    expect(await screen.findByText('Until 20 November 2036.')).toBeVisible();
    expect(screen.getByText(/National Archives/)).toBeVisible();
    expect(screen.getByText('Awaits review')).toBeVisible();
    expect(screen.getByRole('img', { name: /due on Nov 20, 2036/ })).toBeVisible();
    expect(screen.getByText('A case file was closed')).toBeInTheDocument();
  });

  it('goes on while it is on hold, and says so', async () => {
    show({ holds: [{ ...HOLD }] });
    expect(await screen.findByText('On hold: FOIA request')).toBeVisible();
    expect(screen.getByText(/until every hold on it is released/i)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Release' })).toBeVisible();
  });

  it('says what others keep, once', async () => {
    show({ others: 'Others have it under a hold.' });
    expect(await screen.findByText('Others have it under a hold.')).toBeVisible();
    expect(screen.getByText('Kept by others')).toBeVisible();
  });

  it('says of what is theirs only that', async () => {
    show({ why: 'Others manage it.', others: 'Others manage it.' });
    expect(await screen.findByText('Others manage it.')).toBeVisible();
    expect(screen.queryByText('Kept by others')).toBeNull();
  });

  it('is changed by a series, with a reason, and taken back', async () => {
    const sent = show();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Apply series' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.selectOptions(await dialog.findByLabelText('Series'), 'CORR-TEMP');
    const apply = dialog.getByRole('button', { name: 'Apply the series' });
    expect(apply).toBeDisabled();
    await user.type(dialog.getByLabelText(/^Why/), 'Routine');
    await user.click(apply);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText(/Taken back: it is kept as before/);
    expect(sent().map(({ body }) => body)).toEqual([
      { series: 'CORR-TEMP', reason: 'Routine' },
      { reason: 'Taken back: Routine' },
    ]);
  });
});

describe('a hold', () => {
  it('is placed with its kind and a reason', async () => {
    const sent = show();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Hold' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByLabelText('Audit'));
    await user.type(dialog.getByLabelText(/^Why/), 'Audit 9');
    await user.click(dialog.getByRole('button', { name: 'Put on hold' }));
    expect(await screen.findByText(/is on hold/)).toBeVisible();
    expect(sent().map(({ path, body }) => [path, body])).toEqual([
      ['/holds', { kind: 'audit', reason: 'Audit 9' }],
      ['/holds/h2/items', { nodes: ['folder'] }],
    ]);
  });
});
