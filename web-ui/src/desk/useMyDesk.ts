import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as api from '../api/calls';
import type { TaskingQuery } from '../api/calls';

const LIVE_MS = 20_000;

/** What waits for the person, counted, section by section. */
export function useDeskSections() {
  return useQuery({ queryKey: ['desk'], queryFn: () => api.desk(), refetchInterval: LIVE_MS });
}

export function useUnreadMessages() {
  return useQuery({
    queryKey: ['routing', 'messages', 'unread'],
    queryFn: () => api.messages.unread().then((page) => page.items),
    refetchInterval: LIVE_MS,
  });
}

export function useTaskings(asked: TaskingQuery) {
  const query = useInfiniteQuery({
    queryKey: ['routing', 'taskings', asked],
    queryFn: ({ pageParam }) => api.taskings.list({ ...asked, cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    placeholderData: (before) => before,
    refetchInterval: LIVE_MS,
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  return { query, items, first: query.data?.pages[0] };
}

export function useTasking(id: string | undefined) {
  return useQuery({
    queryKey: ['routing', 'tasking', id],
    queryFn: () => api.taskings.get(id ?? ''),
    enabled: id !== undefined,
    refetchInterval: LIVE_MS,
  });
}
