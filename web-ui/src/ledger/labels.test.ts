import { describe, expect, it } from 'vitest';
// The vocabulary itself: what the server may answer.
import vocabulary from '../../../core/src/main/java/org/chancery/core/audit/Action.java?raw';
import { ACTION_CHOICES } from './labels';

describe('the ledger', () => {
  it('has a readable label for every action', () => {
    const actions = [...vocabulary.matchAll(/^ {2}([A-Z][A-Z_]+)[,;]?$/gm)]
      .map((match) => match[1] ?? '')
      .sort();
    expect(actions.length).toBeGreaterThan(20);
    expect(ACTION_CHOICES.map(([action]) => action).sort()).toEqual(actions);
  });
});
