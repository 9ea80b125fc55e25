import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, type ReactNode } from 'react';
import { useToasts } from '../ui/Toasts';
import * as calls from './calls';

/** Everything these pages know of contact; each begins so. */
const OUTREACH = 'outreach';

export function useInteraction(id: string) {
  return useQuery({
    queryKey: [OUTREACH, 'interaction', id],
    queryFn: () => calls.interactions.get(id),
  });
}

export function useFollowUps(query: Omit<calls.FollowUpQuery, 'cursor'>) {
  return useInfiniteQuery({
    queryKey: [OUTREACH, 'follow-ups', query],
    queryFn: ({ pageParam }) => calls.followUps({ ...query, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  });
}

export function useEvents(query: Omit<calls.EventQuery, 'cursor'>) {
  return useInfiniteQuery({
    queryKey: [OUTREACH, 'events', query],
    queryFn: ({ pageParam }) => calls.events.list({ ...query, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  });
}

export function useEvent(id: string) {
  return useQuery({ queryKey: [OUTREACH, 'event', id], queryFn: () => calls.events.get(id) });
}

export function useIssue(code: string) {
  return useQuery({ queryKey: [OUTREACH, 'issue', code], queryFn: () => calls.issues.get(code) });
}

/** How often a card that is being read is looked at. */
const READING_MS = 2_000;

export function useCards() {
  return useQuery({
    queryKey: [OUTREACH, 'cards'],
    queryFn: calls.cards.list,
    refetchInterval: (query) =>
      query.state.data?.items.some((card) => card.state === 'reading') ? READING_MS : false,
  });
}

export function useCard(id: string) {
  return useQuery({
    queryKey: [OUTREACH, 'card', id],
    queryFn: () => calls.cards.get(id),
    refetchInterval: (query) => (query.state.data?.state === 'reading' ? READING_MS : false),
  });
}

/** Says that something was done, asks the pages to look again, and offers to take it back where that can be. */
export function useDone() {
  const queries = useQueryClient();
  const toasts = useToasts();
  return useCallback(
    (text: ReactNode, back?: { undo: () => Promise<unknown>; undone: string }) => {
      // What follows from contact is shown on the pages of everybody it was with.
      const again = () => void queries.invalidateQueries();
      again();
      const undo = () => {
        back
          ?.undo()
          .then(() => {
            again();
            toasts.show({ text: back.undone });
          })
          .catch((error: unknown) =>
            toasts.show({
              text: error instanceof Error ? error.message : String(error),
              problem: true,
            }),
          );
      };
      toasts.show({ text, action: back && { label: 'Undo', run: undo } });
    },
    [queries, toasts],
  );
}
