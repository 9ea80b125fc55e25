import { useInfiniteQuery } from '@tanstack/react-query';
import * as api from '../api/calls';
import type { Hit } from '../api/types';

import type { Kind } from './types';

export type { Kind };

const TYPES: Record<Kind, string> = { person: 'stk:person', organization: 'stk:organization' };

/** What is asked of the index for the beginnings of words, whatever marks were typed with them. */
export function beginnings(words: string): string {
  return words
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}'-]/gu, ''))
    .filter(Boolean)
    .map((word) => `${word}*`)
    .join(' ');
}

/** What people read: the name of a person's node has what tells two of one name apart. */
export function nameOfHit(hit: Hit): string {
  const names = ['stk:lastName', 'stk:firstName'].map((name) => hit.properties[name]);
  return (hit.type === 'stk:person' && names.filter(Boolean).join(', ')) || hit.title;
}

/** People or organizations by the beginnings of their words. */
export function useFound(kinds: readonly Kind[], words: string, limit = 50, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['stakeholders', 'found', kinds, words, limit],
    queryFn: ({ pageParam }) =>
      api.search({
        q: beginnings(words),
        type: kinds.map((kind) => TYPES[kind]),
        sort: 'title',
        cursor: pageParam,
        limit,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    placeholderData: (before) => before,
    enabled,
  });
}
