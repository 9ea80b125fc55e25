import { http } from '../api/client';
import type { components } from '../api/openapi';
import { showCount } from '../ui/show';

type Schemas = components['schemas'];

export type Preview = Schemas['ErasurePreview'];
export type Mention = Schemas['ErasureMention'];
export type Choice = Schemas['ErasureChoice'];
export type Stay = Schemas['ErasureStay'];
export type Erasure = Schemas['Erasure'];
export type Order = Schemas['ErasureOrder'];
export type StoppedEntry = Schemas['StoppedEntry'];
export type Decision = Schemas['StoppedEntryDecision']['decision'];

/** The routes that erase people. */
export const erasures = {
  preview: (person: string) => http.get<Preview>(`/people/${person}/erasure`),
  order: (person: string, order: Order, idempotencyKey: string) =>
    http.post<Erasure>(`/people/${person}/erasure`, order, { idempotencyKey }),
  list: (cursor?: string) =>
    http.get<{ items: Erasure[]; cursor?: string }>('/erasures', { query: { cursor } }),
  get: (id: string) => http.get<Erasure>(`/erasures/${id}`),
  proofUrl: (id: string) => http.url(`/erasures/${id}/proof`, {}),
  stopped: (state: StoppedEntry['state']) =>
    http.get<{ items: StoppedEntry[] }>('/stopped-entries', { query: { state } }),
  decide: (id: string, decision: Decision, reason: string) =>
    http.post<StoppedEntry>(`/stopped-entries/${id}`, { decision, reason }),
};

/** How somebody can ask, as people say it. */
export const WAYS: readonly (readonly [Order['via'], string])[] = [
  ['phone', 'By phone'],
  ['email', 'By e-mail'],
  ['letter', 'By letter'],
  ['meeting', 'In person'],
  ['event', 'At an event'],
  ['web', 'On the web'],
];

const COUNTED: Record<string, [string, string]> = {
  privateContact: ['set of private numbers and addresses', 'sets of private numbers and addresses'],
  notes: ['note', 'notes'],
  affiliations: ['affiliation', 'affiliations'],
  relations: ['working relation', 'working relations'],
  documents: ['document', 'documents'],
  interactions: ['interaction will name them no more', 'interactions will name them no more'],
  interactionsDeleted: ['interaction', 'interactions'],
  events: ['attendance at an event', 'attendances at events'],
  mentions: ['mention elsewhere', 'mentions elsewhere'],
  'imported files': ['imported file', 'imported files'],
  'journals of merges of others': ['journal of a merge of others', 'journals of merges of others'],
};

/** How much of what, in words. */
export function counted({ what, count }: { what: string; count: number }): string {
  const [one, many] = COUNTED[what] ?? [what, what];
  return showCount(count, one, many);
}

const CHOICES: Record<Choice, string> = {
  words: 'Take out what names them',
  text: 'Take out the whole text',
  delete: 'Delete it',
  keep: 'Leave it',
};

/** What can be done with a mention, in words. */
export function choiceLabel(choice: Choice, kind: string): string {
  return choice === 'keep' && kind !== 'document'
    ? 'Leave it: somebody else is meant'
    : CHOICES[choice];
}

const KINDS: Record<string, string> = {
  interaction: 'Interaction',
  note: 'Note',
  event: 'Event',
  issue: 'Issue',
  policyUpdate: 'Policy update',
  affiliation: 'Affiliation',
  person: 'Somebody else',
  organization: 'Organization',
  document: 'Document',
};

/** What a mention is in. */
export function kindLabel(kind: string): string {
  return KINDS[kind] ?? 'Other entry';
}

/** The decisions that are usual; of documents there are none. */
export function usual(mentions: readonly Mention[]): Record<string, Choice> {
  return Object.fromEntries(
    mentions.flatMap((each) => (each.preset ? [[each.node, each.preset] as const] : [])),
  );
}

const WHY: Record<StoppedEntry['why'][number], string> = {
  email: 'e-mail address',
  phone: 'phone number',
  name: 'name and ZIP code',
};

/** By what somebody was recognised. */
export function whyLabel(why: StoppedEntry['why']): string {
  return why.length === 0 ? 'marks that have been lifted' : why.map((each) => WHY[each]).join(', ');
}
