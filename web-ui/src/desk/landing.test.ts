import { describe, expect, it } from 'vitest';
import { firstView, hasDesk, landingOf } from './landing';

describe('where somebody begins', () => {
  it('is what is theirs to do', () => {
    expect(landingOf(['CLERK'])).toBe('/intake');
    expect(landingOf(['ISSO'])).toBe('/ledger');
    expect(landingOf(['RECORDS_OFFICER'])).toBe('/records');
    expect(landingOf(['DRAFTER'])).toBe('/');
    expect(landingOf(['CLERK', 'SUPERVISOR'])).toBe('/');
    expect(landingOf([])).toBe('/');
  });

  it('shows a supervisor the group first, the others their own', () => {
    const sections = [
      { key: 'mine' as const, count: 2 },
      { key: 'group' as const, count: 5 },
    ];
    expect(firstView(['SUPERVISOR'], sections)).toBe('group');
    expect(firstView(['REVIEWER'], sections)).toBe('mine');
  });

  it('shows the first in which something waits', () => {
    expect(firstView(['COMPONENT_REPRESENTATIVE'], [{ key: 'group', count: 1 }])).toBe('group');
    expect(firstView(['DRAFTER'], [])).toBe('mine');
  });

  it('is a desk only where there are taskings', () => {
    expect(hasDesk([{ key: 'intake', count: 9 }])).toBe(false);
    expect(hasDesk([{ key: 'mine', count: 0 }])).toBe(false);
    expect(hasDesk([{ key: 'assigned', count: 1 }])).toBe(true);
  });
});
