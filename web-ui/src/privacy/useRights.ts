import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { STAKEHOLDERS } from './key';
import * as calls from './calls';
import type { NoContactState } from './types';

export function useNoContact(kind: calls.Kind, state: NoContactState, mine: boolean) {
  return useInfiniteQuery({
    queryKey: [STAKEHOLDERS, 'no-contact', kind, state, mine],
    queryFn: ({ pageParam }) => calls.noContact.list(kind, state, mine, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  });
}

export function useExpiring(kind: calls.Kind, mine: boolean) {
  return useInfiniteQuery({
    queryKey: [STAKEHOLDERS, 'expiring', kind, mine],
    queryFn: ({ pageParam }) => calls.oneYear.list(kind, mine, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  });
}

export function useSubject(name: { first: string; last: string } | undefined) {
  return useQuery({
    queryKey: [STAKEHOLDERS, 'subject', name],
    queryFn: () => calls.subjects.find(name?.first ?? '', name?.last ?? ''),
    enabled: name !== undefined,
    gcTime: 0,
  });
}
