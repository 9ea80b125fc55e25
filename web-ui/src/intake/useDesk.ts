import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as api from '../api/calls';
import type { IntakeItem, IntakeList, IntakeState } from '../api/types';

export interface DeskView {
  key: string;
  label: string;
  states: readonly IntakeState[];
}

export const VIEWS: readonly [DeskView, ...DeskView[]] = [
  { key: 'all', label: 'All unfiled', states: [] },
  { key: 'ready', label: 'Ready', states: ['ready'] },
  { key: 'reading', label: 'On the way', states: ['arriving', 'received', 'reading'] },
  { key: 'aside', label: 'Set aside', states: ['quarantined'] },
  { key: 'filed', label: 'Filed', states: ['filed'] },
];

/** While something is on its way the desk looks often; else now and then. */
const LIVE_MS = 2_500;
const CALM_MS = 15_000;

const ON_THE_WAY: IntakeState[] = ['arriving', 'received', 'reading'];

export function onTheWay(counts: IntakeList['counts'] | undefined): number {
  return ON_THE_WAY.reduce((sum, state) => sum + (counts?.[state] ?? 0), 0);
}

export function isOnTheWay(item: Pick<IntakeItem, 'state'>): boolean {
  return ON_THE_WAY.includes(item.state);
}

export function useDesk(view: DeskView) {
  const queries = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ['intake', 'list', view.key],
    queryFn: async ({ pageParam }) => {
      const page = await api.intake.list(view.states, pageParam);
      // The number in the masthead is the same as the desk's.
      queries.setQueryData(['intake', 'counts'], page);
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    refetchInterval: (q) => (onTheWay(q.state.data?.pages[0]?.counts) > 0 ? LIVE_MS : CALM_MS),
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  return { query, items, counts: query.data?.pages[0]?.counts };
}

export function useItem(id: string | undefined, state: IntakeState | undefined) {
  return useQuery({
    queryKey: ['intake', 'item', id],
    queryFn: () => api.intake.item(id ?? ''),
    // A file that is still arriving is no node yet, so there is nothing to ask for.
    enabled: id !== undefined && state !== 'arriving',
    refetchInterval: (q) => (q.state.data && isOnTheWay(q.state.data) ? LIVE_MS : false),
  });
}
