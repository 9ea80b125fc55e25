import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import * as api from '../api/calls';
import type { Node } from '../api/types';

/** How often a document that is being read is looked at, and for how long after it came. */
const READING_MS = 4_000;
const WRITING_MS = 1_000;
/** How often a printed letter is looked at whose signed paper is awaited. */
const SIGNING_MS = 5_000;
const READING_PATIENCE_MS = 10 * 60_000;

/** Whether a letter is being written from its template, or laid out to be printed. */
export function isBeingWritten(node: Node): boolean {
  return node.aspects.includes('cor:merging') || node.properties['cor:printState'] === 'waiting';
}

/** Whether a letter was printed, and its signed paper has not come back yet. */
export function isOutForSignature(node: Node): boolean {
  return (
    node.properties['cor:printState'] === 'ready' &&
    node.properties['cor:signedPaper'] === undefined
  );
}

/** Whether a document has come so lately that its pages and text are still on their way. */
export function isBeingRead(node: Node): boolean {
  const state = node.properties['cor:intakeState'];
  const unread =
    isBeingWritten(node) ||
    (node.aspects.includes('cor:draft') &&
      'cm:content' in node.contents &&
      !node.aspects.includes('cor:read')) ||
    state === 'received' ||
    state === 'reading' ||
    (node.contents['cm:content']?.mediaType === 'application/octet-stream' &&
      !('cor:text' in node.contents));
  return unread && Date.now() - Date.parse(node.modifiedAt) < READING_PATIENCE_MS;
}

export function useNode(id: string | undefined) {
  return useQuery({
    queryKey: ['node', id],
    queryFn: () => api.nodes.get(id ?? ''),
    enabled: id !== undefined,
    refetchInterval: (q) =>
      !q.state.data
        ? false
        : isBeingWritten(q.state.data)
          ? WRITING_MS
          : isOutForSignature(q.state.data)
            ? SIGNING_MS
            : isBeingRead(q.state.data)
              ? READING_MS
              : false,
  });
}

export function useChildren(id: string | undefined) {
  return useQuery({
    queryKey: ['children', id],
    queryFn: async () => {
      const all: Node[] = [];
      let cursor: string | undefined;
      // A folder is shown whole: it is sorted and filtered on the page.
      do {
        const page = await api.nodes.children(id ?? '', cursor);
        all.push(...page.items);
        cursor = page.cursor;
      } while (cursor && all.length < MOST);
      return all;
    },
    enabled: id !== undefined,
    refetchInterval: (q) => (q.state.data?.some(isBeingRead) ? READING_MS : false),
  });
}

/** More than this many in one folder nobody looks through by eye. */
export const MOST = 2_000;

/** Takes a changed node into what the pages already know. */
export function useNodeChanged() {
  const queries = useQueryClient();
  return useCallback(
    (node: Node | undefined) => {
      if (node) {
        queries.setQueryData(['node', node.id], node);
      }
      for (const key of ['node', 'children', 'versions', 'history', 'search', 'recent-files']) {
        void queries.invalidateQueries({ queryKey: [key] });
      }
    },
    [queries],
  );
}

export function may(node: Node, permission: Node['allowed'][number]): boolean {
  return node.allowed.includes(permission);
}
