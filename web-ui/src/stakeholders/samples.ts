import type { Person } from './types';

/** A person for tests. */
export function person(part: Partial<Person> = {}): Person {
  return {
    id: 'p1',
    revision: 3,
    name: 'Ada Hartwell',
    person: { firstName: 'Ada', lastName: 'Hartwell', position: 'Director', city: 'Mobile' },
    privateContactWithheld: false,
    affiliations: [],
    relations: [],
    issues: [],
    owner: {
      user: { name: 'femaclerk', label: 'Maria Ortiz' },
      component: { code: 'FEMA', label: 'Federal Emergency Management Agency' },
    },
    knownBy: [],
    contacts: 0,
    openFollowUps: [],
    documents: [],
    allowed: ['correct', 'note', 'verify'],
    ...part,
  };
}
