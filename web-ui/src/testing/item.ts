import type { IntakeDetail } from '../api/types';

export const ITEM: IntakeDetail = {
  id: 'i1',
  name: 'scan_1.pdf',
  state: 'ready',
  size: 1000,
  mediaType: 'application/pdf',
  channel: 'watched-folder',
  receivedAt: '2026-11-20T10:00:00Z',
  duplicateOf: [],
  revision: 1,
  suggestions: {
    letterDate: { value: '2026-11-10', reason: 'First lines' },
    subject: { value: 'Travel grant', reason: 'After “Re:”' },
    sender: {
      first: 'Ines',
      last: 'Castellanos',
      street: '118 Cottonwood Lane',
      city: 'Fargo',
      state: 'ND',
      zip: '58102',
      reason: 'Under the signature',
    },
    matches: [
      { kind: 'caseFile', id: 'f1', title: 'Delay of a grant', reason: 'Same writer', score: 0.9 },
      { kind: 'person', id: 'p1', title: 'Castellanos, Ines', reason: 'Same name', score: 0.7 },
    ],
  },
};
