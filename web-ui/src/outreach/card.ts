import type { BusinessCard, CardField, NewPerson } from './contract';
import type { Known, NewcomerOrganization } from './who';

export type CardFieldName = Exclude<CardField['field'], 'organization'>;

export const CARD_FIELDS: readonly [CardFieldName, string][] = [
  ['salutation', 'Salutation'],
  ['firstName', 'First name'],
  ['middleName', 'Middle name'],
  ['lastName', 'Family name'],
  ['suffix', 'Suffix'],
  ['position', 'Position'],
  ['officePhone', 'Office phone'],
  ['officeFax', 'Office fax'],
  ['mobilePhone', 'Mobile phone'],
  ['email', 'E-mail'],
  ['url', 'Web address'],
  ['workStreet', 'Street'],
  ['city', 'City'],
  ['state', 'State'],
  ['zip', 'ZIP code'],
];

/** What is seen by the owning component alone. */
export const PRIVATE: readonly CardFieldName[] = ['mobilePhone', 'email'];

export type CardValues = Record<CardFieldName, string>;

/** What was read, field by field; what was not read is empty. */
export function valuesOf(card: BusinessCard): CardValues {
  const read = new Map(card.fields.map((each) => [each.field, each.value]));
  return Object.fromEntries(
    CARD_FIELDS.map(([name]) => [name, read.get(name) ?? '']),
  ) as CardValues;
}

export function lineOf(card: BusinessCard, field: CardField['field']): string | undefined {
  return card.fields.find((each) => each.field === field)?.line;
}

/** Fields that were read and that nobody has confirmed, changed or emptied. */
export function unconfirmed(
  card: BusinessCard,
  values: CardValues,
  confirmed: ReadonlySet<string>,
): CardFieldName[] {
  const read = valuesOf(card);
  return CARD_FIELDS.map(([name]) => name).filter(
    (name) => read[name] !== '' && values[name] === read[name] && !confirmed.has(name),
  );
}

/** The person that is sent. */
export function personOfCard(
  card: BusinessCard,
  values: CardValues,
  organization: Known | NewcomerOrganization | undefined,
  sure: boolean,
): NewPerson {
  const text = (name: CardFieldName) => values[name].trim() || undefined;
  const list = (name: CardFieldName) => (text(name) ? [values[name].trim()] : undefined);
  const role = text('position');
  return {
    person: {
      salutation: text('salutation'),
      firstName: text('firstName'),
      middleName: text('middleName'),
      lastName: values.lastName.trim(),
      suffix: text('suffix'),
      position: role,
      officePhone: text('officePhone'),
      officeFax: text('officeFax'),
      url: text('url'),
      workStreet: text('workStreet'),
      city: text('city'),
      state: text('state')?.toUpperCase(),
      zip: text('zip'),
    },
    privateContact: { mobilePhone: list('mobilePhone'), email: list('email') },
    affiliations: organization
      ? [
          organization.kind === 'new-organization'
            ? { newOrganization: organization.name, role }
            : { organization: organization.id, role },
        ]
      : undefined,
    confirmed: sure || undefined,
    card: card.id,
  };
}
