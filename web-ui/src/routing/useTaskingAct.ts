import { useState } from 'react';
import * as api from '../api/calls';
import { Problem } from '../api/problem';
import type { Tasking } from '../api/types';
import { useRoutingChanged } from './useRouting';

/** What is done to a tasking, made from the revision that the person saw. */
export type TaskingAct = (id: string, revision: number) => Promise<Tasking>;

/**
 * Does something to a tasking. When somebody else was faster, nothing is done: what they changed is told, and the
 * person decides whether it still holds. What was typed stays where it is.
 *
 * @param then after it has been done
 * @param follow whether what the page now shows counts as seen, although it came by itself; a dialog has been opened on
 *     one state, and a form somebody is typing into was begun on one
 */
export function useTaskingAct(tasking: Tasking, then: (changed: Tasking) => void, follow = false) {
  const changed = useRoutingChanged();
  const [base, setBase] = useState(tasking);
  if (follow && base.revision !== tasking.revision) {
    setBase(tasking);
  }
  const [problem, setProblem] = useState<Problem>();
  const [theirs, setTheirs] = useState<Tasking>();
  const [busy, setBusy] = useState(false);

  const attempt = async (act: TaskingAct, revision: number) => {
    setBusy(true);
    setProblem(undefined);
    setTheirs(undefined);
    try {
      const done = await act(tasking.id, revision);
      setBase(done);
      changed(done);
      then(done);
    } catch (error) {
      const found = error instanceof Problem ? error : Problem.offline();
      setProblem(found);
      if (found.status === 412 || found.status === 409) {
        setTheirs(await api.taskings.get(tasking.id).catch(() => undefined));
      }
    } finally {
      setBusy(false);
    }
  };

  return {
    problem,
    busy,
    /** As the person saw it. */
    base,
    /** As it is now, when that is the reason for a refusal. */
    theirs,
    run: (act: TaskingAct) => void attempt(act, base.revision),
    /** Takes what there is now as seen. */
    accept: () => {
      if (theirs) {
        setBase(theirs);
        changed(theirs);
      }
      setProblem(undefined);
      setTheirs(undefined);
    },
    /** Does it all the same, on top of what the other did. */
    again: (act: TaskingAct) => (theirs ? void attempt(act, theirs.revision) : undefined),
  };
}
