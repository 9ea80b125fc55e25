import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { duplicates, type Kind } from './calls';

const DUPLICATES = 'duplicates';

/** How often it is asked whether they have been looked for. */
const SEARCHING_MS = 2_000;

export function usePairs(kind: Kind) {
  return useInfiniteQuery({
    queryKey: [DUPLICATES, 'list', kind],
    queryFn: ({ pageParam }) => duplicates.list(kind, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    refetchInterval: (query) => (query.state.data?.pages[0]?.searching ? SEARCHING_MS : false),
  });
}

/** Two entries, each whole, with why they may be one. */
export function useTwo(one: string, other: string) {
  return useQuery({
    queryKey: [DUPLICATES, 'two', one, other],
    queryFn: async () => {
      const pair = await duplicates.pair(one, other);
      const kind = pair.one.kind;
      const whole = (id: string) =>
        kind === 'person' ? duplicates.person(id) : duplicates.organization(id);
      const [left, right] = await Promise.all([whole(one), whole(other)]);
      return { pair, kind, left, right };
    },
  });
}

export function useMerges(kind: Kind, id: string) {
  return useQuery({
    queryKey: [DUPLICATES, 'merges', kind, id],
    queryFn: () => duplicates.merges(kind, id),
  });
}

/** Has everything asked again: a merge changes more than the two. */
export function useAskAgain() {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries(), [queries]);
}
