import { http } from '../api/client';
import type { components } from '../api/openapi';

type Schemas = components['schemas'];

export type Kind = 'person' | 'organization';
export type Pair = Schemas['DuplicatePair'];
export type Entry = Schemas['DuplicateEntry'];
export type PairList = Schemas['Duplicates'];
export type Person = Schemas['Person'];
export type Organization = Schemas['Organization'];
export type Merged = Schemas['StakeholderMerges']['items'][number];
export type Choice = 'into' | 'from' | 'both';

const FOLDER: Record<Kind, string> = { person: 'people', organization: 'organizations' };

export const duplicates = {
  list: (kind: Kind, cursor?: string) =>
    http.get<PairList>('/duplicates', { query: { kind, cursor, limit: 25 } }),
  pair: (one: string, other: string) => http.get<Pair>(`/duplicates/${one}/${other}`),
  search: () => http.post<unknown>('/duplicates/search'),
  apart: (one: string, other: string, different = true) =>
    http.post<unknown>('/duplicates/apart', { one, other, different }),
  person: (id: string) => http.get<Person>(`/people/${id}`),
  organization: (id: string) => http.get<Organization>(`/organizations/${id}`),
  merge: (
    kind: Kind,
    into: string,
    body: { from: string; choices: Record<string, Choice>; reason: string },
  ) => http.post<Schemas['StakeholderMergeDone']>(`/${FOLDER[kind]}/${into}/merge`, body),
  merges: (kind: Kind, id: string) =>
    http.get<Schemas['StakeholderMerges']>(`/${FOLDER[kind]}/${id}/merges`),
  /** Where an entry that was merged away is found now. */
  left: (merged: string) =>
    http.get<Schemas['StakeholderLeft']>(`/duplicates/merges/${merged}/left`),
  undo: (merge: string) =>
    http.post<Schemas['StakeholderMergeUndone']>(`/duplicates/merges/${merge}/undo`),
};
