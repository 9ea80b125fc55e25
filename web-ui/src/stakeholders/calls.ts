import { http } from '../api/client';
import { newKey } from '../api/key';
import type * as S from './types';

const ROOTS: Record<S.Kind, string> = { person: '/people', organization: '/organizations' };

export const people = {
  get: (id: string) => http.get<S.Person>(`/people/${id}`),
  /** One key for each try of a form, so that a repeated request enters nobody twice. */
  enter: (person: S.NewPerson, idempotencyKey: string) =>
    http.post<S.Person>('/people', person, { idempotencyKey }),
  correct: (id: string, revision: number, change: S.PersonChange) =>
    http.put<S.Person>(`/people/${id}`, change, { revision }),
  addAffiliation: (id: string, affiliation: S.NewAffiliation) =>
    http.post<S.Person>(`/people/${id}/affiliations`, affiliation, { idempotencyKey: newKey() }),
  changeAffiliation: (id: string, affiliation: string, change: S.NewAffiliation) =>
    http.put<S.Person>(`/people/${id}/affiliations/${affiliation}`, change),
  removeAffiliation: (id: string, affiliation: string) =>
    http.delete(`/people/${id}/affiliations/${affiliation}`),
  addRelation: (id: string, relation: S.NewRelation) =>
    http.post<S.Person>(`/people/${id}/relations`, relation, { idempotencyKey: newKey() }),
  removeRelation: (id: string, relation: string) =>
    http.delete(`/people/${id}/relations/${relation}`),
};

export const organizations = {
  get: (id: string) => http.get<S.Organization>(`/organizations/${id}`),
  enter: (organization: S.NewOrganization, idempotencyKey: string) =>
    http.post<S.Organization>('/organizations', organization, { idempotencyKey }),
  correct: (id: string, revision: number, change: S.OrganizationChange) =>
    http.put<S.Organization>(`/organizations/${id}`, change, { revision }),
  people: (id: string) => http.get<S.OrganizationPeople>(`/organizations/${id}/people`),
};

/** What is done alike to people and to organizations. */
export const either = {
  timeline: (kind: S.Kind, id: string, kinds: readonly S.TimelineKind[], cursor?: string) =>
    http.get<S.Timeline>(`${ROOTS[kind]}/${id}/timeline`, {
      query: { kind: kinds, cursor, limit: 30 },
    }),
  addNote: (kind: S.Kind, id: string, note: S.NewNote, idempotencyKey: string) =>
    http.post<S.Note>(`${ROOTS[kind]}/${id}/notes`, note, { idempotencyKey }),
  verify: (kind: S.Kind, id: string, on?: string) =>
    http.post<unknown>(`${ROOTS[kind]}/${id}/verification`, { on }),
  handOver: (kind: S.Kind, id: string, to: S.NewOwner) =>
    http.post<unknown>(`${ROOTS[kind]}/${id}/owner`, to),
};

export const priorities = () => http.get<S.PriorityTree>('/priorities');

export const verificationsDue = (component?: string, cursor?: string) =>
  http.get<S.DueVerifications>('/verifications/due', { query: { component, cursor, limit: 50 } });

export const handOvers = {
  order: (order: S.OwnersHandOver, idempotencyKey: string) =>
    http.post<S.HandOverProgress>('/owners/hand-over', order, { idempotencyKey }),
  get: (id: string) => http.get<S.HandOverProgress>(`/owners/hand-over/${id}`),
};

export const screening = {
  of: (text: string, signal?: AbortSignal) =>
    http.post<{ flags: S.ScreenedFlag[] }>('/screenings', { text }, { signal }),
  flags: (state: S.NoteFlag['state'], cursor?: string) =>
    http.get<S.NoteFlags>('/note-flags', { query: { state, cursor, limit: 50 } }),
  decide: (flag: string, decision: S.FlagDecision) =>
    http.post<S.NoteFlag>(`/note-flags/${flag}`, decision),
  list: () => http.get<S.ScreeningList>('/screening-list'),
  changeList: (text: string) => http.put<S.ScreeningList>('/screening-list', { text }),
};
