import { useCallback, useState } from 'react';
import { useSession } from './SessionContext';

/**
 * What somebody types into a form, kept while it is not sent, so that it outlives the end of a session (requirement
 * P7) and the closing of a dialog.
 */
export function useDraft<T>(key: string, start: T) {
  const { drafts } = useSession();
  const [kept] = useState(() => drafts.read<T>(key));
  const [value, setValue] = useState<T>(kept ?? start);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      drafts.keep(key, next);
    },
    [drafts, key],
  );
  const drop = useCallback(
    (then: T) => {
      setValue(then);
      drafts.drop(key);
    },
    [drafts, key],
  );
  return {
    value,
    set,
    /** Forgets it, once it has been sent; the form goes on from there. */
    drop,
    /** Whether the form began with what had been typed before. */
    restored: kept !== undefined,
  };
}
