import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { refusalsOf } from './refusals';

describe('what is wrong with a template', () => {
  it('is told by element, and by line where an element has no name', () => {
    const problem = Problem.from(422, {
      code: 'template-refused',
      problems: { script1: 'A script is not accepted.', 'line 12': 'Not a BPMN element.' },
    });
    expect(refusalsOf(problem)).toEqual([
      { element: 'script1', message: 'A script is not accepted.' },
      { line: 12, message: 'Not a BPMN element.' },
    ]);
  });
});
