import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import type { Gaps } from './api';
import GapsPage from './GapsPage';

const NONE = { people: 0, organizations: 0, interactions: 0, events: 0, overlaps: 0 };

const GAPS: Gaps = {
  by: 'state',
  across: 'issue',
  places: [
    { place: 'NY', label: 'New York', region: '2', ...NONE },
    { place: 'TX', label: 'Texas', region: '6', ...NONE, people: 1200, overlaps: 1 },
    { place: '', label: 'No state known', ...NONE },
  ],
  rows: [{ key: 'floods', label: 'Floods' }],
  cells: [{ row: 'floods', place: 'TX', ...NONE, people: 1200 }],
  overlaps: [
    {
      stakeholder: {
        id: '1',
        kind: 'person',
        name: 'Maria Okafor',
        place: { state: 'TX' },
        issues: ['floods'],
        doNotContact: false,
        knownBy: [
          {
            component: 'OPA',
            label: 'Public Affairs',
            coordinateWith: { name: 'k', label: 'Kim' },
          },
          { component: 'CBP', label: 'Customs' },
        ],
      },
      issues: [
        {
          issue: 'floods',
          title: 'Floods',
          components: [
            { component: 'CBP', label: 'Customs', last: '2026-06-01' },
            { component: 'OPA', label: 'Public Affairs', last: '2026-05-01' },
          ],
        },
      ],
    },
  ],
  overlapTotal: 1,
};

function open() {
  const sent = serve((request) => {
    if (request.path.startsWith('/gaps')) return { body: GAPS };
    if (request.path === '/lists') {
      return { body: { items: [], components: [{ code: 'CBP', label: 'Customs' }] } };
    }
    if (request.path === '/priorities') return { body: { items: [] } };
    return undefined;
  });
  renderPages(
    [
      { path: '/stakeholders/gaps', element: <GapsPage /> },
      { path: '/stakeholders/find', element: <p>Found</p> },
    ],
    '/stakeholders/gaps',
  );
  return sent;
}

describe('the map of gaps', () => {
  it('is a picture, and a table that leads to the people, with gaps in front', async () => {
    open();
    expect(await screen.findByRole('img', { name: /^Stakeholders, by state/ })).toBeVisible();
    expect(screen.getByText('1 of 2 states and territories have none')).toBeVisible();
    const table = within(screen.getByRole('region', { name: 'Figures of each place' }));
    const rows = table.getAllByRole('row').map((row) => row.textContent);
    expect(rows[1]).toMatch(/^New York/);
    expect(table.getByRole('link', { name: 'Texas' })).toHaveAttribute(
      'href',
      '/stakeholders/find?state=TX',
    );
    expect(
      screen.getByRole('link', { name: 'Floods, Texas: 1,200 stakeholders, 0 contacts' }),
    ).toHaveAttribute('href', '/stakeholders/find?issue=floods&state=TX');
  });

  it('has for paper the places of each issue in words, since there is no room for a column of each', async () => {
    open();
    const printed = await screen.findByText('TX 1,200 · 0; nobody in 1 of 2');
    expect(printed.closest('dl')).toHaveClass('print-only');
    expect(screen.getByRole('region', { name: 'Issues by place' })).toHaveClass('no-print');
  });

  it('says who courts the same person on the same issue, and whom to ask', async () => {
    open();
    const overlaps = within(await screen.findByRole('region', { name: 'Overlaps' }));
    expect(overlaps.getByText('Kim')).toBeVisible();
    expect(overlaps.getByText(/CBP .*2026, OPA .*2026/)).toBeVisible();
  });

  it('is shaded by what one chooses, and asks for no more than is chosen', async () => {
    const sent = open();
    const user = userEvent.setup();
    await screen.findByRole('img');
    await user.selectOptions(screen.getByLabelText('Shaded by'), 'overlaps');
    expect(
      await screen.findByRole('img', { name: /^Stakeholders courted by several components/ }),
    ).toBeVisible();
    expect(screen.getByText('1 of 2 states and territories have some')).toBeVisible();
    await user.selectOptions(screen.getByLabelText('Component'), 'CBP');
    await screen.findByRole('img');
    expect(sent.map((each) => each.path).filter((path) => path.includes('component=CBP'))).toEqual([
      '/gaps?component=CBP',
    ]);
  });
});
