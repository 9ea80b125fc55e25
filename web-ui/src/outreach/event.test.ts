import { describe, expect, it } from 'vitest';
import { codeOf } from './code';
import { eventOf, localMoment, missingInEvent, NO_EVENT } from './event';

describe('an event that is typed', () => {
  it('needs a name and a beginning, and ends after it', () => {
    expect(Object.keys(missingInEvent(NO_EVENT))).toEqual(['name', 'start']);
    const draft = { ...NO_EVENT, name: 'Forum', start: '2026-03-03T10:00' };
    expect(missingInEvent(draft)).toEqual({});
    expect(missingInEvent({ ...draft, end: '2026-03-03T09:00' })).toEqual({
      end: 'It ends before it begins',
    });
  });

  it('is sent as moments, and what is empty as nothing', () => {
    const sent = eventOf({ ...NO_EVENT, name: ' Forum ', start: '2026-03-03T10:00', state: 'tx' });
    expect(sent).toMatchObject({ name: 'Forum', state: 'TX', city: null, end: null });
    expect(localMoment(sent.start)).toBe('2026-03-03T10:00');
  });
});

describe('the code of an issue', () => {
  it.each([
    ['Wait times at ports of entry', 'wait-times-at-ports-of-entry'],
    ['  Año: 2nd round! ', 'ano-2nd-round'],
    ['---', ''],
  ])('%s', (title, code) => expect(codeOf(title)).toBe(code));
});
