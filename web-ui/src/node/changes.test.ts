import { describe, expect, it } from 'vitest';
import type { Node } from '../api/types';
import { changesOf, clashesOf } from './changes';

const node = (properties: Node['properties']) => ({ properties }) as Node;

describe('changesOf', () => {
  it('sends only what was changed, and null for what was cleared', () => {
    expect(
      changesOf({ a: 'x', b: 'y', c: ['1'] }, { a: 'x', b: '', c: ['1', '2'], d: null }),
    ).toEqual({ b: null, c: ['1', '2'] });
  });
});

describe('clashesOf', () => {
  it('names what somebody else has changed, with what one typed oneself', () => {
    const clashes = clashesOf(node({ a: '1', b: '1', c: '1' }), node({ a: '2', b: '2', c: '1' }), {
      a: '3',
      c: '9',
    });
    expect(clashes).toEqual([
      { name: 'a', was: '1', theirs: '2', mine: '3' },
      { name: 'b', was: '1', theirs: '2', mine: undefined },
    ]);
  });
});
