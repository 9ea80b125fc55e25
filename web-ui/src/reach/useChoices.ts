import { useQuery } from '@tanstack/react-query';
import { reach } from './api';

const LONG_MS = 600_000;

/** The priorities with their issues, to choose from. */
export function usePriorities() {
  return useQuery({ queryKey: ['priorities'], queryFn: reach.priorities, staleTime: LONG_MS });
}

/** The lists one sees, and the components there are. */
export function useLists() {
  return useQuery({ queryKey: ['reach', 'lists'], queryFn: reach.lists });
}
