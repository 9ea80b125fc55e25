import { afterEach, describe, expect, it, vi } from 'vitest';
import { serve } from '../testing/server';
import { enterAll, Keys, PossibleDoubles, replaced } from './entering';
import { organizationOf, personOf, type Known, type Party } from './who';

afterEach(() => vi.unstubAllGlobals());

const how = (entered: [string, Known][] = [], confirmed = new Set<string>()) => ({
  component: 'FEMA',
  confirmed,
  keys: new Keys(),
  onEntered: (key: string, as: Known) => entered.push([key, as]),
});

describe('entering who is not there yet', () => {
  it('enters the organization before the person who works there', async () => {
    const sent = serve(({ path }) => ({ status: 201, body: { id: `id of ${path}` } }));
    const organization = organizationOf('Relief Network');
    const entered: [string, Known][] = [];

    const all = await enterAll([{ ...personOf('Jane Roe'), organization }], how(entered));

    expect(sent.map((one) => one.path)).toEqual(['/organizations', '/people']);
    expect(sent[1]?.body).toMatchObject({
      affiliations: [{ organization: 'id of /organizations' }],
    });
    expect(all).toEqual([{ kind: 'person', id: 'id of /people', name: 'Jane Roe' }]);
    expect(entered.map(([key]) => key)[0]).toBe(organization.key);
  });

  it('asks who may be there already, and enters them once somebody has said so', async () => {
    const candidates = [{ id: 'p', name: 'Jane Roe', why: ['Same name'] }];
    const sent = serve(({ body }) =>
      (body as { confirmed?: boolean }).confirmed
        ? { status: 201, body: { id: 'new' } }
        : { status: 409, body: { code: 'possible-duplicates', title: 'x', candidates } },
    );
    const jane = personOf('Jane Roe');

    const refused = await enterAll([jane], how()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PossibleDoubles);
    expect((refused as PossibleDoubles).candidates).toEqual(candidates);

    const all = await enterAll([jane], how([], new Set([jane.key])));
    expect(all[0]?.id).toBe('new');
    const keys = sent.map((one) => one.headers['Idempotency-Key']);
    expect(new Set(keys).size).toBe(2);
  });

  it('puts whom somebody is in their place, once', () => {
    const jane = personOf('Jane Roe');
    const known: Known = { kind: 'person', id: 'p', name: 'Jane Roe' };
    const parties: Party[] = [known, jane];
    expect(replaced(parties, jane.key, known)).toEqual([known]);
  });
});
