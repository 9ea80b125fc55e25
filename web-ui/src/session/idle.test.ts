import { describe, expect, it } from 'vitest';
import { clock, idleState } from './idle';

const minutes = (n: number) => n * 60_000;

describe('idleState', () => {
  it('leaves a working person alone', () => {
    expect(idleState(0, minutes(12), 15)).toEqual({ state: 'active' });
  });

  it('warns two minutes before the end', () => {
    expect(idleState(0, minutes(13), 15)).toEqual({ state: 'warning', secondsLeft: 120 });
    expect(idleState(0, minutes(14.5), 15)).toEqual({ state: 'warning', secondsLeft: 30 });
  });

  it('ends the session on the minute', () => {
    expect(idleState(0, minutes(15), 15)).toEqual({ state: 'ended' });
  });

  it('warns at half time when the period is very short', () => {
    expect(idleState(0, 29_000, 1)).toEqual({ state: 'active' });
    expect(idleState(0, 31_000, 1)).toEqual({ state: 'warning', secondsLeft: 29 });
  });

  it('does not end what has no limit', () => {
    expect(idleState(0, minutes(1000), 0)).toEqual({ state: 'active' });
  });
});

describe('clock', () => {
  it('writes minutes and seconds', () => {
    expect(clock(65)).toBe('1:05');
    expect(clock(9)).toBe('0:09');
  });
});
