import { describe, expect, it } from 'vitest';
import { Problem } from './problem';

describe('Problem', () => {
  it('carries what the server says, with the message for each field', async () => {
    const body = {
      title: 'Check the form',
      status: 400,
      code: 'invalid',
      detail: 'Two fields are wrong.',
      problems: { 'newCaseFile.subject': 'is needed', zip: 'is not a ZIP' },
    };
    const problem = await Problem.of(new Response(JSON.stringify(body), { status: 400 }));
    expect(problem.code).toBe('invalid');
    expect(problem.detail).toBe('Two fields are wrong.');
    expect(problem.about('cor:subject')).toBe('is needed');
    expect(problem.about('cor:zip')).toBe('is not a ZIP');
    expect(problem.about('cor:source')).toBeUndefined();
    expect(problem.temporary).toBe(false);
  });

  it('says what to do when a proxy answers with a page of its own', async () => {
    const problem = await Problem.of(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(problem.title).toBe('The server could not do this');
    expect(problem.detail).toContain('Try again');
    expect(problem.temporary).toBe(true);
  });
});
