import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { screening } from './calls';
import type { FlagConfirmation, ScreenedFlag } from './types';

const PAUSE_MS = 500;

/**
 * What is flagged in a text while it is being written, a moment after each pause; what is kept of a text that has
 * changed since is nothing.
 */
export function useScreening(text: string) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(text), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  const { data } = useQuery({
    // Not among what is kept for long: the text is somebody's.
    queryKey: ['screening', asked],
    queryFn: ({ signal }) => screening.of(asked, signal),
    enabled: asked.trim() !== '',
    staleTime: 60_000,
    gcTime: 0,
  });
  return {
    flags: asked === text && text.trim() ? (data?.flags ?? []) : [],
    settled: asked === text,
  };
}

/** The kinds that are flagged, each once, with the words it was found by. */
export function flagKinds(flags: readonly ScreenedFlag[]) {
  const kinds = new Map<string, { flag: string; label: string; words: string[] }>();
  for (const { flag, label, words } of flags) {
    const kind = kinds.get(flag) ?? { flag, label, words: [] };
    if (!kind.words.includes(words)) {
      kind.words.push(words);
    }
    kinds.set(flag, kind);
  }
  return [...kinds.values()];
}

/** The reasons given for what is flagged; undefined while one is missing. */
export function confirmationsOf(
  flags: readonly ScreenedFlag[],
  reasons: Readonly<Record<string, string>>,
): FlagConfirmation[] | undefined {
  const kinds = flagKinds(flags);
  const given = kinds.map(({ flag }) => ({ flag, reason: (reasons[flag] ?? '').trim() }));
  return given.every(({ reason }) => reason) ? given : undefined;
}
