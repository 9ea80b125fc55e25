import { useEffect, useState } from 'react';
import { screen } from './calls';
import type { ScreenedFlag } from './contract';

const PAUSE_MS = 500;

/** What is flagged of a text, asked while it is written; what the server found on sending counts as well. */
export function useScreening(text: string) {
  const [flags, setFlags] = useState<readonly ScreenedFlag[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const timer = window.setTimeout(
      () => {
        if (text.trim() === '') {
          setFlags([]);
          return;
        }
        screen(text, abort.signal)
          .then((result) => setFlags(result.flags))
          // It is screened again when it is sent; until then its writer is not kept from writing.
          .catch(() => undefined);
      },
      text.trim() === '' ? 0 : PAUSE_MS,
    );
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [text]);
  return [flags, setFlags] as const;
}

/** The kinds of what is flagged, each once, with all its words. */
export function kindsOf(flags: readonly ScreenedFlag[]) {
  const kinds = new Map<string, { flag: string; label: string; words: string[] }>();
  for (const each of flags) {
    const kind = kinds.get(each.flag) ?? { flag: each.flag, label: each.label, words: [] };
    if (!kind.words.includes(each.words)) {
      kind.words.push(each.words);
    }
    kinds.set(each.flag, kind);
  }
  return [...kinds.values()];
}
