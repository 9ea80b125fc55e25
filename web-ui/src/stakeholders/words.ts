import type { PersonFields, RelationKind, TimelineItem, TimelineKind } from './types';

export const TIMELINE_KINDS: readonly [TimelineKind, string][] = [
  ['interaction', 'Interactions'],
  ['event', 'Events'],
  ['letter', 'Letters'],
  ['note', 'Notes'],
  ['verification', 'Verifications'],
  ['ownership', 'Hand-overs'],
  ['request', 'Contact requests'],
  ['renewal', 'Renewals'],
];

const MODES: Record<string, string> = {
  phone: 'Phone call',
  email: 'E-mail',
  letter: 'Letter',
  meeting: 'Meeting',
  event: 'At an event',
  web: 'Web',
};

const RELATIONS: Record<RelationKind, { there: string; back: string }> = {
  'assistant-of': { there: 'Assistant of', back: 'Assisted by' },
  'reports-to': { there: 'Reports to', back: 'Is reported to by' },
  predecessor: { there: 'Predecessor of', back: 'Preceded by' },
  successor: { there: 'Successor of', back: 'Succeeded by' },
};

/** Who the one is to the other, read from the one or, inverse, from the other. */
export function relationWords(kind: RelationKind, inverse = false): string {
  return RELATIONS[kind][inverse ? 'back' : 'there'];
}

export const RELATION_KINDS = Object.keys(RELATIONS) as RelationKind[];

/** What an item of the timeline is called: interactions come with their mode for a title. */
export function timelineTitle(item: TimelineItem): string {
  return item.kind === 'interaction' ? (MODES[item.title] ?? item.title) : item.title;
}

/** "July 2024 to now", from days as the server writes them. */
export function showSpan(from: string | undefined, to: string | undefined): string {
  const month = new Intl.DateTimeFormat('en-US', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const shown = (day: string) => month.format(new Date(day));
  if (from && to) return `${shown(from)} to ${shown(to)}`;
  if (from) return `since ${shown(from)}`;
  if (to) return `until ${shown(to)}`;
  return '';
}

/** City, state and ZIP code as on an envelope. */
export function placeLine(at: {
  city?: string | null;
  state?: string | null;
  zip?: string | null;
}) {
  return [at.city, [at.state, at.zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

/** What somebody is called before there is an entry that says so. */
export function typedName(person: PersonFields): string {
  return [person.salutation, person.firstName, person.middleName, person.lastName, person.suffix]
    .filter(Boolean)
    .join(' ');
}
