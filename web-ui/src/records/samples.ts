import type { Hold, RecordSeries, Retention } from '../api/types';

/* Small made-up records, for tests alone. */

export const PERMANENT: RecordSeries = {
  code: 'CORR-PERM',
  title: 'Permanent case folders',
  authority: 'EXAMPLE-1-A',
  authorityStatus: 'example',
  permanence: 'permanent',
  cutoffEvent: 'last-activity',
  period: 10,
  unit: 'years',
  finalAction: 'transfer',
  why: 'It is of lasting value.',
};

export const TEMPORARY: RecordSeries = {
  ...PERMANENT,
  code: 'CORR-TEMP',
  title: 'Temporary case folders',
  permanence: 'temporary',
  finalAction: 'destroy',
  why: 'It is of no lasting value.',
};

export const RETENTION: Retention = {
  series: PERMANENT,
  appliedAt: {
    id: 'cases',
    name: 'Case folders',
    by: { name: 'system', label: 'system' },
    at: '2026-01-02T12:00:00Z',
    reason: 'Permanent until reviewed',
  },
  unit: { id: 'folder', name: 'Moss, Ada' },
  why: 'It is of lasting value.',
  until: 'Until 20 November 2036.',
  then: 'Then it is transferred to the National Archives.',
  state: 'running',
  standing: 'It is kept until 20 November 2036.',
  cutoffOn: '2026-11-20',
  eligibleOn: '2036-11-20',
  awaitsReview: true,
  clock: [
    { at: '2026-11-20T12:00:00Z', kind: 'close', effect: 'started', eligibleOn: '2036-11-20' },
  ],
  holds: [],
};

export const HOLD: Hold = {
  id: 'h1',
  kind: 'foia',
  reason: 'Request 2026-17',
  placedBy: { name: 'records', label: 'Walter Kim' },
  placedAt: '2026-11-21T12:00:00Z',
  items: 1,
  inForce: true,
};
