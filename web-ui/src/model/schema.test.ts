import { describe, expect, it } from 'vitest';
import { property, TYPES } from '../testing/model';
import { Schema, violation } from './schema';

describe('Schema', () => {
  it('brings what a type inherits and what its mandatory aspects add', () => {
    const names = new Schema({ types: TYPES }).propertiesOf(['cor:document']).map((p) => p.name);
    expect(names).toEqual(['cor:senderName', 'cor:letterDate']);
  });
});

describe('violation', () => {
  it('asks for what is needed, unless the model has a default', () => {
    expect(violation(property('a', { mandatory: true, title: 'Subject' }), '')).toBe(
      'Subject is needed.',
    );
    expect(violation(property('a', { mandatory: true, default: 'x' }), undefined)).toBeUndefined();
    expect(violation(property('a'), null)).toBeUndefined();
  });

  it('holds length, pattern and range', () => {
    expect(violation(property('a', { maxLength: 3 }), 'abcd')).toContain('At most 3');
    const zip = property('zip', { pattern: '\\d{5}', description: 'Five digits' });
    expect(violation(zip, '1234')).toBe('Five digits');
    expect(violation(zip, '12345')).toBeUndefined();
    const n = property('n', { type: 'd:int', minimum: 1, maximum: 9 });
    expect(violation(n, 10)).toBe('9 or less, please.');
    expect(violation(n, 'x')).toBe('This must be a number.');
  });

  it('leaves an expression that only the server can read to the server', () => {
    expect(violation(property('a', { pattern: '(?i)x\\Q' }), 'y')).toBeUndefined();
  });
});
