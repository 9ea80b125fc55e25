import { describe, expect, it } from 'vitest';
import type { Metric, MetricRow } from '../api/types';
import { behind } from './behind';

const ROW: MetricRow = { key: 'OPA', label: 'OPA', figures: { open: 3, rate: 50 }, searches: {} };
const NONE: MetricRow = { ...ROW, key: '', label: 'None' };
const METRIC: Metric = {
  name: 'suspenses',
  title: 'Status of suspenses',
  description: '',
  by: 'component',
  at: '2026-11-20T10:00:00Z',
  ofTaskings: true,
  columns: [
    { key: 'open', title: 'Open', unit: 'count', drawn: true },
    { key: 'soon', title: 'Soon', unit: 'count', drawn: true },
    { key: 'rate', title: 'Rate', unit: 'percent', drawn: false },
  ],
  rows: [ROW, NONE],
  total: { ...NONE, label: 'All' },
  series: [],
};

describe('behind a figure of taskings', () => {
  it('are the taskings of its row, within what was asked', () => {
    expect(behind(METRIC, ROW, 'open', { source: 'public', issue: '' })).toBe(
      '/metrics/suspenses/taskings?by=component&column=open&row=OPA&source=public',
    );
  });

  it('are those of all rows for the total', () => {
    expect(behind(METRIC, METRIC.total, 'open', {})).toBe(
      '/metrics/suspenses/taskings?by=component&column=open',
    );
  });

  it('is nothing for a share, for zero, and for what has no value', () => {
    expect(behind(METRIC, ROW, 'rate', {})).toBeUndefined();
    expect(behind(METRIC, ROW, 'soon', {})).toBeUndefined();
    expect(behind(METRIC, NONE, 'open', {})).toBeUndefined();
  });

  it('is the search for a figure of case files', () => {
    const files = { ...METRIC, ofTaskings: false };
    expect(behind(files, { ...ROW, searches: { open: 'type=x' } }, 'open', {})).toBe(
      '/search?type=x',
    );
  });
});
