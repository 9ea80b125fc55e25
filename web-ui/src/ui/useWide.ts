import { useSyncExternalStore } from 'react';

/** Below this width what stands in two columns stands in one; as in the styles. */
const NARROW = '(max-width: 56rem)';

function follow(changed: () => void): () => void {
  const query = window.matchMedia?.(NARROW);
  query?.addEventListener('change', changed);
  return () => query?.removeEventListener('change', changed);
}

/** Whether the window has room for two columns. */
export function useWide(): boolean {
  return useSyncExternalStore(follow, () => !window.matchMedia?.(NARROW).matches);
}
