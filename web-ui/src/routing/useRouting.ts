import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import * as api from '../api/calls';
import type { Tasking } from '../api/types';

/** How often a page looks whether others have moved something. */
const LIVE_MS = 20_000;

export function useRoutes(caseFile: string) {
  return useQuery({
    queryKey: ['routing', 'routes', caseFile],
    queryFn: () => api.routes.of(caseFile).then((page) => page.items),
    refetchInterval: LIVE_MS,
  });
}

/** All taskings of a case file, those made by hand and those of its routes. */
export function useTaskingsOf(caseFile: string) {
  return useQuery({
    queryKey: ['routing', 'taskings', 'of', caseFile],
    queryFn: () => api.taskings.of(caseFile).then((page) => page.items),
    refetchInterval: LIVE_MS,
  });
}

export function useTemplates() {
  return useQuery({
    queryKey: ['routing', 'templates'],
    queryFn: () => api.templates.list().then((page) => page.items),
    staleTime: 60_000,
  });
}

/** A version of a template, with its diagram; a version never changes. */
export function useTemplate(key: string | undefined, version?: number) {
  return useQuery({
    queryKey: ['routing', 'templates', key, version],
    queryFn: () => api.templates.get(key ?? '', version),
    enabled: key !== undefined,
    staleTime: version === undefined ? 60_000 : Infinity,
  });
}

export function useMessages(caseFile: string) {
  return useQuery({
    queryKey: ['routing', 'messages', caseFile],
    queryFn: () => api.messages.of(caseFile).then((page) => page.items),
    refetchInterval: LIVE_MS,
  });
}

export function useClearances(caseFile: string) {
  return useQuery({
    queryKey: ['routing', 'clearances', caseFile],
    queryFn: () => api.clearances(caseFile).then((found) => found.rounds),
    refetchInterval: LIVE_MS,
  });
}

/** After something was routed, tasked, answered or written: whatever pages show of it is asked for anew. */
export function useRoutingChanged() {
  const queries = useQueryClient();
  return useCallback(
    (tasking?: Tasking) => {
      if (tasking) {
        queries.setQueryData(['routing', 'tasking', tasking.id], tasking);
      }
      for (const key of ['routing', 'desk', 'node', 'children', 'search', 'recent-files']) {
        void queries.invalidateQueries({ queryKey: [key] });
      }
    },
    [queries],
  );
}
