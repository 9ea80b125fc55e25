import { describe, expect, it } from 'vitest';
import { drawn } from './reportChart';

describe('a report’s chart', () => {
  it('draws what is counted, one bar for each name, and leaves sizes to the table', () => {
    const chart = drawn('Volume', {
      columns: [
        { name: 'series', title: 'Series' },
        { name: 'state', title: 'State' },
        { name: 'folders', title: 'Folders' },
        { name: 'bytes', title: 'Size' },
      ],
      rows: [
        { series: 'CORR-PERM', state: 'running', folders: 3, bytes: 9_000_000 },
        { series: 'CORR-PERM', state: 'due', folders: 4, bytes: 1 },
        { series: 'CORR-TEMP', state: 'due', folders: 5, bytes: 1 },
      ],
    });
    expect(chart?.series).toEqual([
      { key: 'folders', title: 'Folders', unit: 'count', values: [7, 5] },
    ]);
    expect(chart?.rows.map((row) => row.label)).toEqual(['CORR-PERM', 'CORR-TEMP']);
  });

  it('is none where nothing is counted', () => {
    expect(
      drawn('Holds', { columns: [{ name: 'kind', title: 'Kind' }], rows: [{ kind: 'foia' }] }),
    ).toBeUndefined();
  });
});
