import { describe, expect, it } from 'vitest';
import { blank, dueOf, interactionOf, missingIn, saidIn } from './interaction';
import { organizationOf, personOf } from './who';

describe('an interaction that is typed', () => {
  it('has no due day without a promise', () => {
    expect(dueOf(blank('FEMA'))).toBeUndefined();
    expect(dueOf(blank('FEMA', { followUp: 'Call', due: 'none' }))).toBeUndefined();
  });

  it.each([
    ['tomorrow', '2026-02-01'],
    ['week', '2026-02-07'],
    ['fortnight', '2026-02-14'],
    // February has no 31st.
    ['month', '2026-02-28'],
  ] as const)('is due, counted from the last of January: %s', (due, day) => {
    const today = new Date(2026, 0, 31, 12);
    expect(dueOf(blank('FEMA', { followUp: 'Call', due }), today)).toBe(day);
  });

  it('needs somebody, with a family name, and a day', () => {
    expect(missingIn(blank('FEMA'), true).parties).toBeDefined();
    expect(missingIn(blank('FEMA'), false)).toEqual({});
    const nameless = { ...personOf('Roe'), lastName: ' ' };
    expect(missingIn(blank('FEMA', { parties: [nameless] }), true).parties).toMatch(/family name/);
    expect(missingIn(blank('FEMA', { parties: [organizationOf('A')] }), true)).toEqual({});
    const due = blank('FEMA', { followUp: 'Call', due: 'day' });
    expect(missingIn(due, false).dueDay).toBeDefined();
  });

  it('is sent with people and organizations apart, and with reasons that are given', () => {
    const draft = blank('FEMA', {
      outcome: ' Well. ',
      reasons: { health: ' She asked for it ', race: ' ' },
    });
    expect(
      interactionOf(draft, [
        { kind: 'organization', id: 'o', name: 'O' },
        { kind: 'person', id: 'p', name: 'P' },
      ]),
    ).toMatchObject({
      people: ['p'],
      organizations: ['o'],
      outcome: 'Well.',
      followUp: undefined,
      confirmations: [{ flag: 'health', reason: 'She asked for it' }],
    });
  });

  it('is screened as the server does it, and not at all while nothing is said', () => {
    expect(saidIn({ outcome: ' ', followUp: '' })).toBe('');
    expect(saidIn({ outcome: 'A', followUp: 'B' })).toBe('A\nB');
  });
});
