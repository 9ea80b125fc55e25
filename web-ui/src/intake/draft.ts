import { useCallback, useRef, useState } from 'react';
import { newKey } from '../api/key';
import { useSession } from '../session/SessionContext';

/**
 * A form of plain text fields that is not lost with the session (requirement P7). Its key for the request changes with
 * what is typed, so that the same form is handed in once only.
 */
export function useTextForm<F extends string>(draft: string, start: Record<F, string>) {
  const { drafts } = useSession();
  const [values, setValues] = useState<Record<F, string>>(() => ({
    ...start,
    ...drafts.read<Record<F, string>>(draft),
  }));
  const [restored] = useState(() => drafts.read(draft) !== undefined);
  const key = useRef(newKey());
  const set = useCallback(
    (field: F, value: string) => {
      key.current = newKey();
      setValues((before) => {
        const next = { ...before, [field]: value };
        drafts.keep(draft, next);
        return next;
      });
    },
    [drafts, draft],
  );
  const done = useCallback(() => drafts.drop(draft), [drafts, draft]);
  return { values, set, restored, done, key: () => key.current };
}
