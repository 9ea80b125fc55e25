import { describe, expect, it } from 'vitest';
import { readSearch, toggleFacet, writeSearch } from './query';

describe('a search in the address', () => {
  it('comes back as it was written', () => {
    const address =
      'q=travel+grant&type=cor%3Adocument&facet=year%3A2026&from=2026-01-01&sort=-date&within=w&in=W';
    const state = readSearch(new URLSearchParams(address));
    expect(new URLSearchParams(writeSearch(state)).toString()).toBe(address);
  });

  it('leaves out what is not asked', () => {
    expect(writeSearch(readSearch(new URLSearchParams('q=a')))).toBe('q=a');
  });

  it('chooses a facet, and takes it back', () => {
    const start = readSearch(new URLSearchParams('q=a'));
    const chosen = toggleFacet(start, 'source', 'public');
    expect(chosen.facets).toEqual(['source:public']);
    expect(toggleFacet(chosen, 'source', 'public').facets).toEqual([]);
  });
});
