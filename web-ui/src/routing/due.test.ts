import { describe, expect, it } from 'vitest';
import { tasking } from '../testing/routing';
import { dueText, urgencyOf } from './due';

describe('how long there is left', () => {
  it('counts business days, in words', () => {
    expect(dueText(tasking('t', { businessDaysLeft: 4 }))).toBe('Due in 4 business days');
    expect(dueText(tasking('t', { businessDaysLeft: 1 }))).toBe('Due in 1 business day');
    expect(dueText(tasking('t', { businessDaysLeft: 0 }))).toBe('Due today');
    expect(dueText(tasking('t', { businessDaysLeft: -2, overdue: true }))).toBe(
      'Overdue by 2 business days',
    );
  });

  it('is overdue on a weekend after the day, though no business day has passed', () => {
    const late = tasking('t', { businessDaysLeft: 0, overdue: true });
    expect(dueText(late)).toBe('Overdue');
    expect(urgencyOf(late)).toBe('overdue');
  });

  it('is soon within two business days', () => {
    expect(urgencyOf(tasking('t', { businessDaysLeft: 2 }))).toBe('soon');
    expect(urgencyOf(tasking('t', { businessDaysLeft: 3 }))).toBe('later');
  });

  it('does not press when it is over', () => {
    const done = tasking('t', { state: 'done', businessDaysLeft: -9, overdue: true });
    expect(urgencyOf(done)).toBe('none');
    expect(dueText(done)).toBe('');
  });
});
