import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Metric } from '../api/types';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import MetricsPage from './MetricsPage';

const LIST = {
  items: [
    {
      name: 'volume',
      title: 'Volume',
      description: 'Case files received and closed in the period.',
      by: [
        { key: 'period', title: 'Period' },
        { key: 'component', title: 'Component' },
      ],
    },
    {
      name: 'pending',
      title: 'Pending workload',
      description: 'Not closed.',
      by: [{ key: 'component', title: 'Component' }],
    },
  ],
};

function metric(by: string, label: string): Metric {
  return {
    name: 'volume',
    title: 'Volume',
    description: 'Case files received and closed in the period.',
    by,
    at: '2026-11-23T00:00:00Z',
    ofTaskings: false,
    columns: [
      { key: 'received', title: 'Received', unit: 'count', drawn: true },
      { key: 'rate', title: 'On-time rate', unit: 'percent', drawn: false },
    ],
    rows: [
      {
        key: label,
        label,
        figures: { received: 1234 },
        searches: { received: 'q=date%3A%5B2026-11-01+TO+2026-11-30%5D&type=cor%3AcaseFile' },
      },
    ],
    total: { key: '', label: 'All', figures: { received: 1234, rate: 66.7 }, searches: {} },
    series: [{ key: 'received', title: 'Received', unit: 'count', values: [1234] }],
  };
}

function open(at = '/metrics') {
  const sent = serve((request) => {
    if (request.path === '/metrics') return { body: LIST };
    if (request.path.startsWith('/metrics/')) {
      return {
        body: request.path.includes('by=component')
          ? metric('component', 'Office of Public Affairs')
          : metric('period', '2026-11'),
      };
    }
    if (request.path === '/model') return { body: { types: [] } };
    return undefined;
  });
  renderPages(
    [
      { path: '/metrics', element: <MetricsPage /> },
      { path: '/search', element: <p>Found</p> },
    ],
    at,
  );
  return sent;
}

describe('metrics', () => {
  it('are shown as a chart and as a table, and a figure leads to what it counts', async () => {
    open();
    expect(await screen.findByRole('heading', { level: 1, name: 'Volume' })).toBeVisible();
    expect(await screen.findByRole('img', { name: /^Volume: Received/ })).toBeVisible();
    const row = within(screen.getByRole('row', { name: /^Nov 2026/ }));
    expect(row.getByRole('link', { name: 'Nov 2026, Received: 1,234' })).toHaveAttribute(
      'href',
      '/search?q=date%3A%5B2026-11-01+TO+2026-11-30%5D&type=cor%3AcaseFile',
    );
    expect(row.getByText('–')).toBeVisible();
    expect(screen.getByRole('row', { name: /^All/ })).toHaveTextContent('66.7 %');
  });

  it('are narrowed down, and the address keeps how', async () => {
    const sent = open();
    await screen.findByRole('img');
    const user = userEvent.setup();
    await user.selectOptions(screen.getByLabelText('Rows by'), 'component');
    await user.type(screen.getByLabelText('Issue’s code'), 'VISA');
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(await screen.findByRole('row', { name: /^Office of Public Affairs/ })).toBeVisible();
    const asked = sent.map((request) => request.path).filter((path) => path.includes('issue=VISA'));
    expect(asked).toEqual([expect.stringContaining('by=component')]);
  });

  it('can be taken along as a sheet', async () => {
    open('/metrics?by=component&component=OPA');
    expect(await screen.findByRole('link', { name: 'Download as CSV' })).toHaveAttribute(
      'href',
      expect.stringMatching(/metrics\/volume\?.*component=OPA.*format=csv/),
    );
  });
});
