import { describe, expect, it } from 'vitest';
import { kindOf, measureOf } from './measures';

const NONE = { people: 0, organizations: 0, interactions: 0, events: 0, overlaps: 0 };

describe('a cell', () => {
  it('is a gap with nobody, and another one with people nobody speaks to', () => {
    expect(kindOf(undefined)).toBe('nobody');
    expect(kindOf({ ...NONE, overlaps: 0 })).toBe('nobody');
    expect(kindOf({ ...NONE, organizations: 1 })).toBe('silent');
    expect(kindOf({ ...NONE, people: 1, events: 1 })).toBe('spoken');
    expect(kindOf({ ...NONE, interactions: 2 })).toBe('spoken');
  });
});

describe('a measure', () => {
  it('counts people and organizations together unless told otherwise', () => {
    const some = { ...NONE, people: 2, organizations: 3, overlaps: 1 };
    expect(measureOf('').of(some)).toBe(5);
    expect(measureOf('overlaps').of(some)).toBe(1);
    expect(measureOf('overlaps').gaps).toBe(false);
  });
});
