import { describe, expect, it } from 'vitest';
import { shadeOf, shades, showShade } from './scale';

describe('the shades of the map', () => {
  it('hold about as many places each, and leave out what is none', () => {
    const all = shades([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 900, 1000]);
    expect(all).toEqual([
      { from: 1, to: 2 },
      { from: 3, to: 4 },
      { from: 5, to: 6 },
      { from: 7, to: 8 },
      { from: 9, to: 1000 },
    ]);
    expect([0, 1, 2, 3, 8, 9, 1000].map((each) => shadeOf(each, all))).toEqual([
      0, 1, 1, 2, 4, 5, 5,
    ]);
    expect(all.map(showShade)[4]).toBe('9 to 1,000');
  });

  it('are as many as there are different figures when these are few', () => {
    const all = shades([3, 3, 7, 0]);
    expect(all.map(showShade)).toEqual(['3', '7']);
    expect([0, 3, 7].map((each) => shadeOf(each, all))).toEqual([0, 1, 5]);
    expect(shadeOf(4, shades([4]))).toBe(3);
    expect(shades([0])).toEqual([]);
  });

  it('part figures that are mostly alike without an empty shade', () => {
    const all = shades([1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6]);
    expect(all.every((shade) => shade.from <= shade.to)).toBe(true);
    expect(all[0]).toEqual({ from: 1, to: 1 });
  });
});
