import { describe, expect, it } from 'vitest';
import { asked, replaced, toggled } from './asked';

describe('what is asked for', () => {
  it('is what the address has of criteria, and nothing else', () => {
    const params = new URLSearchParams('q=&state=TX&state=NY&tab=2&never=true&sort=-contact');
    expect(asked(params)).toEqual({ state: ['TX', 'NY'], never: ['true'], sort: '-contact' });
  });

  it('gains a value and loses it again, and keeps the others', () => {
    const some = new URLSearchParams('state=TX&issue=floods');
    const more = toggled(some, 'state', 'NY');
    expect(more.toString()).toBe('issue=floods&state=TX&state=NY');
    expect(toggled(more, 'state', 'TX').toString()).toBe('issue=floods&state=NY');
    expect(some.toString()).toBe('state=TX&issue=floods');
  });

  it('never asks for no contact at all together with days of contact', () => {
    const since = new URLSearchParams('lastContactFrom=2026-01-01');
    expect(replaced(since, 'never', 'true').toString()).toBe('never=true');
    expect(
      replaced(new URLSearchParams('never=true'), 'lastContactTo', '2026-01-01').toString(),
    ).toBe('lastContactTo=2026-01-01');
    expect(replaced(since, 'lastContactFrom', ' ').toString()).toBe('');
  });
});
