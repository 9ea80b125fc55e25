import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import * as api from '../api/calls';
import type { Disposition, DispositionState, QueueName } from './contract';

/** Everything the pages know of records; each begins so, and all are asked again when one was changed. */
const RECORDS = 'records';

export function useFilePlan() {
  return useQuery({
    queryKey: [RECORDS, 'file-plan'],
    queryFn: api.filePlan.get,
    staleTime: 60_000,
  });
}

export function useHolds(state: 'in-force' | 'all', enabled = true) {
  return useQuery({
    queryKey: [RECORDS, 'holds', state],
    queryFn: () => api.holds.list(state),
    enabled,
  });
}

export function useHold(id: string) {
  return useQuery({ queryKey: [RECORDS, 'hold', id], queryFn: () => api.holds.get(id) });
}

export function useRetention(id: string) {
  return useQuery({
    queryKey: [RECORDS, 'retention', id],
    queryFn: () => api.retention.of(id),
  });
}

/** How often work that goes on by itself is looked at. */
const WORKING_MS = 3_000;

export function useRecordsDesk() {
  return useQuery({
    queryKey: [RECORDS, 'desk'],
    queryFn: api.records.desk,
    refetchInterval: 60_000,
  });
}

export function useQueue(name: QueueName, series: string) {
  return useInfiniteQuery({
    queryKey: [RECORDS, 'queue', name, series],
    queryFn: ({ pageParam }) => api.records.queue(name, series || undefined, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  });
}

export function useDispositions(query: {
  state?: DispositionState;
  action?: Disposition['action'];
  series?: string;
}) {
  return useInfiniteQuery({
    queryKey: [RECORDS, 'dispositions', query],
    queryFn: ({ pageParam }) => api.dispositions.list({ ...query, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  });
}

export function useDisposition(id: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: [RECORDS, 'disposition', id],
    queryFn: () => api.dispositions.get(id),
    refetchInterval: (q) =>
      q.state.data && ['APPROVED', 'EXECUTING'].includes(q.state.data.state) ? WORKING_MS : false,
  });
}

export function useTransfer(id: string, enabled = true) {
  return useQuery({
    queryKey: [RECORDS, 'transfer', id],
    queryFn: () => api.transfers.get(id),
    enabled,
    refetchInterval: (q) =>
      q.state.data && ['packaging', 'in-custody'].includes(q.state.data.station)
        ? WORKING_MS
        : false,
  });
}

/** After a change that may have moved clocks, queues, holds or the plan. */
export function useRecordsChanged() {
  const queries = useQueryClient();
  return useCallback(() => {
    for (const key of [RECORDS, 'node', 'children', 'history']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  }, [queries]);
}
