import { useState } from 'react';
import { Problem } from '../api/problem';

/** Runs one thing at a time, and keeps what went wrong. */
export function useAction<A extends unknown[]>(act: (...args: A) => Promise<unknown>) {
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const run = async (...args: A) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await act(...args);
    } catch (error) {
      setProblem(error instanceof Problem ? error : Problem.offline());
    } finally {
      setBusy(false);
    }
  };
  return {
    problem,
    busy,
    run: (...args: A) => void run(...args),
    clear: () => setProblem(undefined),
  };
}
