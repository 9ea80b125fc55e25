import { describe, expect, it } from 'vitest';
import { asTyped, changesOf, linesOf, movedFields, type FieldSpec } from './fields';

const SPECS: FieldSpec[] = [
  { name: 'lastName', label: 'Last name' },
  { name: 'city', label: 'City' },
  { name: 'interests', label: 'Interests', many: true },
];

describe('the fields of a form', () => {
  it('sends only what was changed, and null for what was emptied', () => {
    const before = { lastName: 'Hartwell', city: 'Mobile', interests: 'Levees\nPorts' };
    const now = { lastName: ' Hartwell ', city: ' ', interests: 'Levees\n\n Harbors ' };
    expect(changesOf(SPECS, before, now)).toEqual({
      city: null,
      interests: ['Levees', 'Harbors'],
    });
  });

  it('sends nothing when nothing was typed', () => {
    const values = asTyped(SPECS, { lastName: 'Hartwell', city: null, interests: ['Levees'] });
    expect(values).toEqual({ lastName: 'Hartwell', city: '', interests: 'Levees' });
    expect(changesOf(SPECS, values, values)).toEqual({});
  });

  it('empties a list by null', () => {
    expect(changesOf(SPECS, { interests: 'Levees' }, { interests: '\n' })).toEqual({
      interests: null,
    });
    expect(linesOf(' a \n\n b')).toEqual(['a', 'b']);
  });

  it('names the fields that somebody else has changed', () => {
    expect(movedFields(SPECS, { lastName: 'A', city: 'B' }, { lastName: 'A', city: 'C' })).toEqual([
      'City',
    ]);
  });
});
