import { describe, expect, it } from 'vitest';
import { timeline } from './timeline';

const CLOSED = { at: '2016-01-01T12:00:00Z', kind: 'close', effect: 'started' };
const REOPENED = { at: '2018-01-01T12:00:00Z', kind: 'reopen', effect: 'stopped' };
const CLOSED_AGAIN = { at: '2019-01-01T12:00:00Z', kind: 'close', effect: 'started' };
const NOW = new Date('2021-01-01T12:00:00Z');

describe('a clock’s timeline', () => {
  it('runs, stands still while a file is open, and runs to its end', () => {
    const drawn = timeline(
      {
        clock: [CLOSED_AGAIN, REOPENED, CLOSED],
        cutoffOn: '2019-01-01',
        eligibleOn: '2029-01-01',
      },
      NOW,
    );
    expect(drawn?.spans.map((span) => span.running)).toEqual([true, false, true]);
    expect(drawn?.spans[2]?.to).toBe(1);
    expect(drawn?.eligible).toBe(1);
    expect(drawn?.today).toBeCloseTo(5 / 13, 2);
    expect(drawn?.marks).toHaveLength(3);
  });

  it('goes on to today when its end has passed', () => {
    const drawn = timeline({ clock: [CLOSED], eligibleOn: '2020-01-01' }, NOW);
    expect(drawn?.today).toBe(1);
    expect(drawn?.eligible).toBeCloseTo(0.8, 2);
  });

  it('draws as one what happened at once', () => {
    const drawn = timeline(
      {
        clock: [{ at: '2016-01-02T12:00:00Z', kind: 'note', effect: 'restarted' }, CLOSED],
        eligibleOn: '2026-01-02',
      },
      NOW,
    );
    expect(drawn?.marks).toEqual([{ at: 0, count: 2 }]);
  });

  it('is nothing before anything happened', () => {
    expect(timeline({ clock: [] }, NOW)).toBeUndefined();
  });
});
