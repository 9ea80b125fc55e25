import { describe, expect, it } from 'vitest';
import { isBackground, noteActivity } from './activity';

describe('isBackground', () => {
  it('takes what follows an action for its result, and what comes later for polling', () => {
    noteActivity(1_000_000);
    expect(isBackground(1_010_000)).toBe(false);
    expect(isBackground(1_020_000)).toBe(true);
  });
});
