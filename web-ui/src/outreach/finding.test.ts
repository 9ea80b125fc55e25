import { afterEach, describe, expect, it, vi } from 'vitest';
import { serve } from '../testing/server';
import { findStakeholders, wordsOf } from './finding';

afterEach(() => vi.unstubAllGlobals());

describe('looking somebody up while one types', () => {
  it('leaves out what the search would read as its own signs', () => {
    expect(wordsOf('O’Hara-"Roe" (AND) x:y*')).toEqual(['O’Hara', 'Roe', 'x', 'y']);
    expect(wordsOf('***')).toEqual([]);
  });

  it('asks nothing for signs alone', async () => {
    const sent = serve(() => undefined);
    expect(await findStakeholders('**', ['person'])).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('puts those in front whose name begins so, and tells two of one name apart', async () => {
    const hit = (id: string, first: string, last: string, city: string) => ({
      id,
      type: 'stk:person',
      title: `${last}, ${first} (12345678)`,
      properties: { 'stk:firstName': first, 'stk:lastName': last, 'stk:city': city },
    });
    serve(() => ({
      body: { hits: [hit('1', 'Ann', 'Smith', 'Rome'), hit('2', 'Jane', 'Roe', 'Yuma')] },
    }));
    const found = await findStakeholders('ro', ['person']);
    expect(found.map((one) => [one.name, one.about])).toEqual([
      ['Jane Roe', 'Yuma'],
      ['Ann Smith', 'Rome'],
    ]);
  });
});
