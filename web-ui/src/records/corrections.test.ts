import { describe, expect, it } from 'vitest';
import type { Node } from '../api/types';
import { correctionsAmong } from './RelationsNotice';

const node = (id: string, of?: string) =>
  ({ id, name: `${id}.txt`, properties: of ? { 'rec:correctionOf': of } : {} }) as unknown as Node;

describe('What corrects what in a list', () => {
  it('is said on both', () => {
    const words = correctionsAmong([node('letter'), node('fix', 'letter'), node('other')]);
    expect(words.get('letter')).toEqual(['Corrected by fix.txt']);
    expect(words.get('fix')).toEqual(['Corrects letter.txt']);
    expect(words.has('other')).toBe(false);
  });

  it('names no record that the list does not show', () => {
    const words = correctionsAmong([node('fix', 'hidden')]);
    expect(words.get('fix')).toEqual(['Corrects a record elsewhere']);
  });

  it('counts each of several, and a correction of a correction', () => {
    const words = correctionsAmong([node('a'), node('b', 'a'), node('c', 'a'), node('d', 'b')]);
    expect(words.get('a')).toEqual(['Corrected by b.txt', 'Corrected by c.txt']);
    expect(words.get('b')).toEqual(['Corrects a.txt', 'Corrected by d.txt']);
  });
});
