import { describe, expect, it } from 'vitest';
import { layOut } from './knownBy';
import type { KnownBy } from './types';

function known(component: string, count: number, last?: string): KnownBy {
  return { component, label: component, people: [], count, ...(last ? { last } : {}) };
}

describe('the picture of who knows somebody', () => {
  it.each([1, 2, 3, 5, 8])('keeps %i components within it', (n) => {
    const all = Array.from({ length: n }, (_, i) => known(`C${i}`, i, '2026-01-02'));
    for (const { x, y, r } of layOut(all, 320, 210)) {
      expect(x - r).toBeGreaterThanOrEqual(0);
      expect(x + r).toBeLessThanOrEqual(320);
      expect(y - r).toBeGreaterThanOrEqual(0);
      expect(y + r).toBeLessThanOrEqual(210);
    }
  });

  it('draws the larger who had more contact, and marks who had the latest', () => {
    const [fema, cbp] = layOut(
      [known('FEMA', 9, '2026-01-02'), known('CBP', 1, '2026-02-02')],
      320,
      210,
    );
    expect(fema?.r).toBeGreaterThan(cbp?.r ?? 0);
    expect([fema?.first, cbp?.first]).toEqual([false, true]);
  });

  it('marks nobody as the latest before there was contact', () => {
    expect(layOut([known('FEMA', 0)], 320, 210)[0]?.first).toBe(false);
  });
});
