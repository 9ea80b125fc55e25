import { describe, expect, it } from 'vitest';
import { markWords, queryWords } from './words';

describe('queryWords', () => {
  it('takes the words and leaves the syntax', () => {
    expect(queryWords('"Travel grant" AND subject:flood* NOT (storm~ OR x)')).toEqual([
      'travel',
      'grant',
      'flood',
      'storm',
      'x',
    ]);
  });
});

describe('markWords', () => {
  it('marks whole words and what begins with longer ones', () => {
    const parts = markWords('Grants for a grand grant, a cat and a category', ['grant', 'cat']);
    expect(parts.filter((part) => part.hit).map((part) => part.text)).toEqual([
      'Grants',
      'grant',
      'cat',
    ]);
    expect(parts.map((part) => part.text).join('')).toBe(
      'Grants for a grand grant, a cat and a category',
    );
  });

  it('takes letters of every alphabet as parts of words', () => {
    expect(markWords('naïve résumé', ['sum']).some((part) => part.hit)).toBe(false);
  });
});
