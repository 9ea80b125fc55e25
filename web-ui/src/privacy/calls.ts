import { http } from '../api/client';
import type * as T from './types';

export type Kind = 'person' | 'organization';

const of = (kind: Kind, id: string) => `/${kind === 'person' ? 'people' : 'organizations'}/${id}`;

export const noContact = {
  record: (id: string, request: T.NewNoContact, kind: Kind = 'person') =>
    http.post<unknown>(`${of(kind, id)}/do-not-contact`, request),
  restrict: (id: string, reason: string, kind: Kind = 'person') =>
    http.post<unknown>(`${of(kind, id)}/restriction`, { reason }),
  end: (id: string, reason: string, kind: Kind = 'person') =>
    http.post<unknown>(`${of(kind, id)}/contact-again`, { reason }),
  list: (kind: Kind, state: T.NoContactState, mine: boolean, cursor?: string) =>
    http.get<T.NoContactList>('/do-not-contact', {
      query: { kind, state, mine: mine ? 'true' : undefined, cursor, limit: 50 },
    }),
};

export const oneYear = {
  list: (kind: Kind, mine: boolean, cursor?: string) =>
    http.get<T.ExpiringList>('/expiring', {
      query: { kind, mine: mine ? 'true' : undefined, cursor, limit: 50 },
    }),
  renew: (id: string, reason: string, kind: Kind = 'person') =>
    http.post<unknown>(`${of(kind, id)}/renewal`, { reason }),
  delete: (id: string, kind: Kind = 'person') => http.post<unknown>(`${of(kind, id)}/deletion`, {}),
};

export const subjects = {
  find: (firstName: string, lastName: string) =>
    http.get<T.SubjectCandidates>('/subject-access', { query: { firstName, lastName } }),
  pack: (request: T.SubjectRequest) => http.file('/subject-access', request),
};

export const exports = {
  personUrl: (id: string, format: 'vcard' | 'csv') => http.url(`/people/${id}/export`, { format }),
  peopleUrl: (query: {
    format: 'vcard' | 'csv';
    component: string;
    state: string;
    issue: string;
  }) => http.url('/exports/people', query),
};
