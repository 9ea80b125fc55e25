import { http } from '../api/client';
import type { UploadOptions } from '../api/http';
import type * as O from './contract';

export const interactions = {
  get: (id: string) => http.get<O.Interaction>(`/interactions/${id}`),
  record: (what: O.NewInteraction, idempotencyKey: string) =>
    http.post<O.Interaction>('/interactions', what, { idempotencyKey }),
  change: (id: string, revision: number, what: O.NewInteraction) =>
    http.put<O.Interaction>(`/interactions/${id}`, what, { revision }),
  remove: (id: string) => http.delete(`/interactions/${id}`),
  followedUp: (id: string) => http.post<O.Interaction>(`/interactions/${id}/follow-up-done`, {}),
};

export interface FollowUpQuery {
  mine?: boolean;
  overdue?: boolean;
  component?: string;
  cursor?: string;
}

export const followUps = ({ mine, overdue, ...query }: FollowUpQuery) =>
  http.get<O.FollowUps>('/follow-ups', {
    query: {
      ...query,
      mine: mine ? 'true' : undefined,
      overdue: overdue ? 'true' : undefined,
      limit: 50,
    },
  });

export const priorities = {
  tree: () => http.get<O.PriorityTree>('/priorities'),
  add: (priority: O.NewPriority, idempotencyKey: string) =>
    http.post<O.PriorityTree>('/priorities', priority, { idempotencyKey }),
  change: (id: string, revision: number, priority: O.NewPriority) =>
    http.put<O.PriorityTree>(`/priorities/${id}`, priority, { revision }),
};

export const issues = {
  get: (code: string) => http.get<O.Issue>(`/issues/${encodeURIComponent(code)}`),
  add: (issue: O.NewIssue, idempotencyKey: string) =>
    http.post<O.PriorityTree>('/issues', issue, { idempotencyKey }),
  change: (code: string, revision: number, change: O.IssueChange) =>
    http.put<O.PriorityTree>(`/issues/${encodeURIComponent(code)}`, change, { revision }),
  update: (code: string, update: O.NewPolicyUpdate, idempotencyKey: string) =>
    http.post<O.PolicyUpdate>(`/issues/${encodeURIComponent(code)}/updates`, update, {
      idempotencyKey,
    }),
};

export interface EventQuery {
  when: 'upcoming' | 'past';
  issue?: string;
  cursor?: string;
}

export const events = {
  list: (query: EventQuery) => http.get<O.EventList>('/events', { query: { ...query, limit: 50 } }),
  get: (id: string) => http.get<O.OutreachEvent>(`/events/${id}`),
  create: (event: O.NewEvent, idempotencyKey: string) =>
    http.post<O.OutreachEvent>('/events', event, { idempotencyKey }),
  change: (id: string, revision: number, change: O.EventChange) =>
    http.put<O.OutreachEvent>(`/events/${id}`, change, { revision }),
  attend: (id: string, who: { people: string[]; organizations: string[] }) =>
    http.post<O.OutreachEvent>(`/events/${id}/attendees`, who),
  absent: (id: string, attendee: string) => http.delete(`/events/${id}/attendees/${attendee}`),
  interaction: (id: string, what: O.EventInteraction, idempotencyKey: string) =>
    http.post<O.OutreachEvent>(`/events/${id}/interactions`, what, { idempotencyKey }),
};

export const people = {
  create: (person: O.NewPerson, idempotencyKey: string) =>
    http.post<O.Person>('/people', person, { idempotencyKey }),
};

export const organizations = {
  create: (organization: O.NewOrganization, idempotencyKey: string) =>
    http.post<O.Organization>('/organizations', organization, { idempotencyKey }),
};

export const cards = {
  list: () => http.get<{ items: O.BusinessCard[] }>('/business-cards'),
  get: (id: string) => http.get<O.BusinessCard>(`/business-cards/${id}`),
  receive: (file: File, options: UploadOptions) =>
    http.upload<O.BusinessCard>('/business-cards', file, options),
  discard: (id: string) => http.delete(`/business-cards/${id}`),
};

/** What of a text may say more of somebody than may be kept (requirement S3). */
export const screen = (text: string, signal?: AbortSignal) =>
  http.post<{ flags: O.ScreenedFlag[] }>('/screenings', { text }, { signal });
