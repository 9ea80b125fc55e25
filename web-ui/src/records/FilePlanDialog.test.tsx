import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import { FilePlanDialog } from './FilePlanDialog';
import { TEMPORARY } from './samples';

afterEach(() => vi.unstubAllGlobals());

const NOTHING = { applied: false, faults: [], added: [], changed: [], removed: [] };

async function choose(text: string, answer: object) {
  const sent = serve(({ body }) => ({
    body: (body as { check?: boolean }).check ? answer : { ...answer, applied: true },
  }));
  const element = <FilePlanDialog onClose={() => undefined} />;
  renderPages([{ path: '/', element }], '/');
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('No field for a file');
  await userEvent.upload(input, new File([text], 'plan.csv', { type: 'text/csv' }));
  return sent;
}

describe('a changed file plan', () => {
  it('is refused with every fault by its row and column', async () => {
    const sent = await choose('code\nA\n', {
      ...NOTHING,
      faults: [{ row: 2, column: 'period', message: 'must be a whole number' }],
    });
    expect(
      await screen.findByRole('row', { name: '2 period must be a whole number' }),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Change the plan' })).not.toBeInTheDocument();
    expect(sent.map(({ body }) => body)).toEqual([{ csv: 'code\nA\n', check: true }]);
  });

  it('shows what would change, and changes it with a reason', async () => {
    const sent = await choose('code\nB\n', {
      ...NOTHING,
      changed: [
        {
          series: TEMPORARY,
          folders: 12,
          columns: [{ name: 'period', from: '10', to: '7' }],
        },
      ],
    });
    expect(await screen.findByText('12 folders computed anew')).toBeVisible();
    await userEvent.type(screen.getByLabelText(/^Why/), 'New schedule');
    await userEvent.click(screen.getByRole('button', { name: 'Change the plan' }));
    expect(await screen.findByText(/The file plan is changed/)).toBeVisible();
    expect(sent[1]?.body).toEqual({ csv: 'code\nB\n', reason: 'New schedule' });
  });
});
