import { newKey } from '../api/key';
import { Problem } from '../api/problem';
import * as calls from './calls';
import {
  isNew,
  nameOf,
  newPersonOf,
  type Known,
  type Newcomer,
  type NewcomerPerson,
  type Party,
} from './who';

/** Somebody there already whom a newcomer may be. */
export interface Candidate {
  id: string;
  name: string;
  organization?: string;
  component?: string;
  why: string[];
}

/** A newcomer may be there already; whoever enters them says. */
export class PossibleDoubles extends Error {
  constructor(
    readonly newcomer: Newcomer,
    readonly candidates: Candidate[],
  ) {
    super('Possibly there already');
  }
}

/** Keys for requests: the same one for the same body, so that what is sent again is done once. */
export class Keys {
  private readonly keys = new Map<string, string>();

  of(body: unknown): string {
    const text = JSON.stringify(body);
    const key = this.keys.get(text) ?? newKey();
    this.keys.set(text, key);
    return key;
  }
}

export interface Entering {
  /** That is to own them. */
  component?: string;
  /** Newcomers said to be nobody of the candidates. */
  confirmed: ReadonlySet<string>;
  keys: Keys;
  /** Told of each that was entered, so that it is not entered again when something later fails. */
  onEntered: (key: string, as: Known) => void;
}

/**
 * Enters whoever is not there yet, in turn.
 *
 * @throws PossibleDoubles when somebody may be there already and nobody has said otherwise
 */
export async function enterAll(parties: readonly Party[], how: Entering): Promise<Known[]> {
  const all: Known[] = [];
  for (const party of parties) {
    if (!isNew(party)) {
      all.push(party);
    } else if (party.kind === 'new-person') {
      all.push(await enterPerson(party, how));
    } else {
      all.push(await enter(party, how));
    }
  }
  return all;
}

async function enterPerson(party: NewcomerPerson, how: Entering): Promise<Known> {
  const theirs = party.organization;
  const organization = theirs && (isNew(theirs) ? (await enter(theirs, how)).id : theirs.id);
  return enter(party, how, organization);
}

async function enter(party: Newcomer, how: Entering, organization?: string): Promise<Known> {
  const sure = how.confirmed.has(party.key);
  try {
    let id: string;
    if (party.kind === 'new-person') {
      const body = newPersonOf(party, organization, how.component, sure);
      id = (await calls.people.create(body, how.keys.of(body))).id;
    } else {
      const body = {
        organization: { name: party.name },
        component: how.component,
        confirmed: sure || undefined,
      };
      id = (await calls.organizations.create(body, how.keys.of(body))).id;
    }
    const as: Known = {
      kind: party.kind === 'new-person' ? 'person' : 'organization',
      id,
      name: nameOf(party),
    };
    how.onEntered(party.key, as);
    return as;
  } catch (error) {
    if (error instanceof Problem && error.code === 'possible-duplicates') {
      throw new PossibleDoubles(party, (error.body.candidates ?? []) as Candidate[]);
    }
    throw error;
  }
}

/** The same parties with one newcomer, also one somebody belongs to, in the place of whom stands somebody known. */
export function replaced(parties: readonly Party[], key: string, by: Known): Party[] {
  const there = new Set<string>();
  return parties
    .map((party): Party => {
      if (isNew(party) && party.key === key) {
        return by;
      }
      const theirs = party.kind === 'new-person' ? party.organization : undefined;
      return theirs && isNew(theirs) && theirs.key === key
        ? { ...(party as NewcomerPerson), organization: by }
        : party;
    })
    .filter((party) => isNew(party) || (!there.has(party.id) && there.add(party.id)));
}
