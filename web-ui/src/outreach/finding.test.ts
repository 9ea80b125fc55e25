import { afterEach, describe, expect, it, vi } from 'vitest';
import { serve } from '../testing/server';
import { findStakeholders, wordsOf } from './finding';

afterEach(() => vi.unstubAllGlobals());

describe('looking somebody up while one types', () => {
  it('leaves out what the search would read as its own signs', () => {
    expect(wordsOf('O’Hara-"Roe" (AND) x:y*')).toEqual(["O'Hara", 'Roe', 'x', 'y']);
    expect(wordsOf('***')).toEqual([]);
  });

  it('asks nothing for signs alone', async () => {
    const sent = serve(() => undefined);
    expect(await findStakeholders('**', ['person'])).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('asks for the beginnings of names, and tells two of one name apart', async () => {
    const one = (id: string, city: string) => ({
      id,
      kind: 'person',
      name: 'Jane Roe',
      position: 'Mayor',
      place: { city, state: 'AZ' },
      knownBy: [],
      issues: [],
      doNotContact: false,
    });
    const sent = serve(() => ({
      body: { total: 2, items: [one('1', 'Yuma'), one('2', 'Mesa')], facets: {} },
    }));
    const found = await findStakeholders('roe, ja', ['person']);
    expect(sent.map(({ path }) => path)).toEqual(['/stakeholders?name=roe+ja&kind=person&limit=8']);
    expect(found.map(({ name, about }) => [name, about])).toEqual([
      ['Jane Roe', 'Mayor · Yuma, AZ'],
      ['Jane Roe', 'Mayor · Mesa, AZ'],
    ]);
  });
});
