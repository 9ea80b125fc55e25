import type { Problem } from '../api/problem';

/** One thing in a template that is not accepted. */
export interface Refusal {
  element?: string;
  line?: number;
  message: string;
}

/** What the server says is wrong with a template, element by element. */
export function refusalsOf(problem: Problem): Refusal[] {
  return problem.problems.map(({ field, message }) => {
    // Where an element has no id, the line stands in its place.
    const line = /^(?:line )?(\d+)$/i.exec(field)?.[1];
    return line === undefined ? { element: field, message } : { line: Number(line), message };
  });
}
