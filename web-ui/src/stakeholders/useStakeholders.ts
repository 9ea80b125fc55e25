import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import * as calls from './calls';
import type { Kind, NoteFlag, TimelineKind } from './types';

/** Everything the pages know of stakeholders begins so, and is asked again when one was changed. */
export const STAKEHOLDERS = 'stakeholders';

export function usePerson(id: string) {
  return useQuery({
    queryKey: [STAKEHOLDERS, 'person', id],
    queryFn: () => calls.people.get(id),
  });
}

export function useOrganization(id: string) {
  return useQuery({
    queryKey: [STAKEHOLDERS, 'organization', id],
    queryFn: () => calls.organizations.get(id),
  });
}

export function useOrganizationPeople(id: string) {
  return useQuery({
    queryKey: [STAKEHOLDERS, 'organization-people', id],
    queryFn: () => calls.organizations.people(id),
  });
}

export function useTimeline(kind: Kind, id: string, kinds: readonly TimelineKind[]) {
  return useInfiniteQuery({
    queryKey: [STAKEHOLDERS, 'timeline', kind, id, kinds],
    queryFn: ({ pageParam }) => calls.either.timeline(kind, id, kinds, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    placeholderData: (before) => before,
  });
}

export function usePriorities() {
  return useQuery({
    queryKey: [STAKEHOLDERS, 'priorities'],
    queryFn: calls.priorities,
    staleTime: 60_000,
  });
}

/** What an issue is called; its code while that is not known. */
export function useIssueTitles(): (code: string) => string {
  const { data } = usePriorities();
  return (code) =>
    data?.items.flatMap((priority) => priority.issues).find((issue) => issue.code === code)
      ?.title ?? code;
}

export function useVerificationsDue(component: string) {
  return useInfiniteQuery({
    queryKey: [STAKEHOLDERS, 'verifications-due', component],
    queryFn: ({ pageParam }) => calls.verificationsDue(component || undefined, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    placeholderData: (before) => before,
  });
}

export function useNoteFlags(state: NoteFlag['state']) {
  return useInfiniteQuery({
    queryKey: [STAKEHOLDERS, 'note-flags', state],
    queryFn: ({ pageParam }) => calls.screening.flags(state, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  });
}

/** To be called when something about stakeholders was changed. */
export function useStakeholdersChanged() {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: [STAKEHOLDERS] }), [queries]);
}
