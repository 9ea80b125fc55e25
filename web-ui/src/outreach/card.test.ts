import { describe, expect, it } from 'vitest';
import { personOfCard, unconfirmed, valuesOf } from './card';
import type { BusinessCard } from './contract';
import { organizationOf } from './who';

const CARD: BusinessCard = {
  id: 'c',
  name: 'Business card a.png',
  state: 'ready',
  at: '2026-11-23T12:00:00Z',
  fields: [
    { field: 'lastName', value: 'Lark', line: 'Ivo Lark' },
    { field: 'mobilePhone', value: '928 555 0100', line: 'M: 928 555 0100' },
    { field: 'state', value: 'AZ', line: 'Yuma, AZ 85364' },
  ],
};

describe('a card that was read', () => {
  it('waits until each field that was read is confirmed, changed or emptied', () => {
    const values = valuesOf(CARD);
    expect(unconfirmed(CARD, values, new Set())).toEqual(['lastName', 'mobilePhone', 'state']);
    const changed = { ...values, mobilePhone: '', state: 'CA' };
    expect(unconfirmed(CARD, changed, new Set(['lastName']))).toEqual([]);
  });

  it('is sent as a person with private numbers apart, and with the card', () => {
    const sent = personOfCard(CARD, valuesOf(CARD), organizationOf('City of Yuma'), false);
    expect(sent.person).toMatchObject({ lastName: 'Lark', state: 'AZ' });
    expect(sent.person).not.toHaveProperty('mobilePhone');
    expect(sent.privateContact).toEqual({ mobilePhone: ['928 555 0100'], email: undefined });
    expect(sent.affiliations).toEqual([{ newOrganization: 'City of Yuma', role: undefined }]);
    expect(sent.card).toBe('c');
  });
});
