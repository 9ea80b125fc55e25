import { useState } from 'react';
import { Problem } from '../api/problem';
import { useAction } from '../ui/useAction';
import { movedFields, type FieldSpec } from './fields';

/**
 * Corrections to what was seen. When somebody else has been faster, theirs is taken up where one has typed nothing,
 * one is told of it, and asked to send once more.
 *
 * @param seen what is there, with its revision
 * @param specs the fields
 * @param asTyped what is there as text by field
 */
export function useCorrection<T extends { revision: number }>(
  seen: T,
  specs: readonly FieldSpec[],
  asTyped: (whom: T) => Record<string, string>,
  send: (
    revision: number,
    before: Record<string, string>,
    now: Record<string, string>,
  ) => Promise<T>,
  again: () => Promise<T>,
  onDone: (now: T) => void,
) {
  const [base, setBase] = useState(seen);
  const [edits, setEdits] = useState<Record<string, string>>({});
  const [moved, setMoved] = useState<string[]>();
  const before = asTyped(base);
  const values = { ...before, ...edits };
  const save = useAction(async () => {
    try {
      onDone(await send(base.revision, before, values));
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) {
        window.scrollTo(0, 0);
        throw error;
      }
      const now = await again();
      setMoved(movedFields(specs, before, asTyped(now)));
      setBase(now);
      window.scrollTo(0, 0);
    }
  });
  return {
    base,
    values,
    /** The fields that somebody else has changed meanwhile; undefined while nobody has. */
    moved,
    save,
    fields: {
      values,
      errors: (name: string) => save.problem?.about(name),
      onChange: (name: string, value: string) => setEdits({ ...edits, [name]: value }),
    },
  };
}
