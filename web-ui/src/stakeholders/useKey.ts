import { useRef } from 'react';
import { newKey } from '../api/key';

/** One key for as long as the very same is sent, so that trying again after a lost answer makes nothing twice. */
export function useKey() {
  const last = useRef<{ body: string; key: string }>(undefined);
  return {
    of(body: unknown): string {
      const text = JSON.stringify(body);
      if (last.current?.body !== text) {
        last.current = { body: text, key: newKey() };
      }
      return last.current.key;
    },
    /** Once it has been made; the same may be made again. */
    used() {
      last.current = undefined;
    },
  };
}
