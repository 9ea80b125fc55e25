import { newKey } from '../api/key';
import type { NewPerson } from './contract';
import type { Found, StakeholderKind } from './finding';

/** Somebody there already. */
export interface Known {
  kind: StakeholderKind;
  id: string;
  name: string;
}

/** A person to be entered with the interaction. */
export interface NewcomerPerson {
  kind: 'new-person';
  key: string;
  salutation: string;
  firstName: string;
  lastName: string;
  position: string;
  organization?: Known | NewcomerOrganization;
}

/** An organization to be entered with it. */
export interface NewcomerOrganization {
  kind: 'new-organization';
  key: string;
  name: string;
}

export type Newcomer = NewcomerPerson | NewcomerOrganization;

/** Whom one spoke to. */
export type Party = Known | Newcomer;

export function isNew(party: Party): party is Newcomer {
  return party.kind === 'new-person' || party.kind === 'new-organization';
}

export function keyOf(party: Party): string {
  return isNew(party) ? party.key : party.id;
}

export function nameOf(party: Party): string {
  return party.kind === 'new-person'
    ? [party.firstName, party.lastName].filter(Boolean).join(' ')
    : party.name;
}

export function known(found: Found): Known {
  return { kind: found.kind, id: found.id, name: found.name };
}

const SALUTATION =
  /^(mr|mrs|ms|miss|dr|prof|hon|sen|rep|gov|mayor|sheriff|chief|rev|fr|sr|judge)\.?\s+/i;

/** "Dr. Jane Roe" and "Roe, Jane" as the parts of a name; the last word is the family name where no comma tells. */
export function personOf(text: string): NewcomerPerson {
  let rest = text.trim().replace(/\s+/g, ' ');
  const salutation = SALUTATION.exec(rest)?.[0].trim() ?? '';
  rest = rest.slice(salutation.length).trim();
  const comma = rest.indexOf(',');
  const cut = rest.lastIndexOf(' ');
  const [lastName, firstName] =
    comma >= 0
      ? [rest.slice(0, comma), rest.slice(comma + 1)]
      : [rest.slice(cut + 1), rest.slice(0, Math.max(0, cut))];
  return {
    kind: 'new-person',
    key: newKey(),
    salutation: capital(salutation),
    firstName: capitals(firstName.trim()),
    lastName: capitals(lastName.trim()),
    position: '',
  };
}

export function organizationOf(text: string): NewcomerOrganization {
  return { kind: 'new-organization', key: newKey(), name: text.trim().replace(/\s+/g, ' ') };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Names typed in small letters throughout begin with large ones; all others stay as they are. */
function capitals(name: string): string {
  return name === name.toLowerCase() ? name.split(' ').map(capital).join(' ') : name;
}

/** What is sent to enter the person; `organization` is the id of theirs, once that is known. */
export function newPersonOf(
  party: NewcomerPerson,
  organization: string | undefined,
  component: string | undefined,
  confirmed: boolean,
): NewPerson {
  const text = (value: string) => value.trim() || undefined;
  return {
    person: {
      salutation: text(party.salutation),
      firstName: text(party.firstName),
      lastName: party.lastName.trim(),
      position: text(party.position),
    },
    affiliations: organization ? [{ organization, role: text(party.position) }] : undefined,
    component,
    confirmed: confirmed || undefined,
  };
}
