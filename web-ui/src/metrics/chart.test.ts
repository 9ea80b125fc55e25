import { describe, expect, it } from 'vitest';
import { labelStep, showFigure, showPeriod, ticks } from './chart';

describe('a chart', () => {
  it('has lines at round numbers up to the largest value', () => {
    expect(ticks(0)).toEqual([0, 1]);
    expect(ticks(3)).toEqual([0, 1, 2, 3]);
    expect(ticks(17)).toEqual([0, 5, 10, 15, 20]);
    expect(ticks(100)).toEqual([0, 50, 100]);
    expect(ticks(1234)).toEqual([0, 500, 1000, 1500]);
  });

  it('never has a line between two whole numbers', () => {
    expect(ticks(1)).toEqual([0, 1]);
  });

  it('leaves labels out where they would cover each other', () => {
    expect(labelStep(12, 12)).toBe(1);
    expect(labelStep(36, 12)).toBe(3);
  });

  it('writes months and figures as people do', () => {
    expect(showPeriod('2026-11')).toBe('Nov 2026');
    expect(showPeriod('2026')).toBe('2026');
    expect(showPeriod('Office of Policy')).toBe('Office of Policy');
    expect(showFigure(1234.56, 'days')).toBe('1,234.6');
    expect(showFigure(66.7, 'percent')).toBe('66.7 %');
    expect(showFigure(undefined, 'days')).toBe('–');
  });
});
