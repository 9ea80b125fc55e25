import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import * as calls from './calls';
import type { Import, Which } from './contract';
import { isBusy } from './words';

const WORKING_MS = 1500;

export function useImports() {
  return useQuery({
    queryKey: ['imports', 'all'],
    queryFn: calls.all,
    refetchInterval: (q) => (q.state.data?.items.some(isBusy) ? WORKING_MS : false),
  });
}

export function useImport(id: string) {
  return useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: () => calls.get(id),
    refetchInterval: (q) => (q.state.data && isBusy(q.state.data) ? WORKING_MS : false),
  });
}

export function useRows(id: string, which: Which) {
  return useInfiniteQuery({
    queryKey: ['imports', 'rows', id, which],
    queryFn: ({ pageParam }) => calls.rows(id, which, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  });
}

/** Takes over what an action has answered, and asks for the rest anew. */
export function useTaken() {
  const queries = useQueryClient();
  return async (now: Import) => {
    queries.setQueryData(['imports', 'one', now.id], now);
    await queries.invalidateQueries({ queryKey: ['imports', 'all'] });
    await queries.invalidateQueries({ queryKey: ['imports', 'rows', now.id] });
  };
}
