import { afterEach, describe, expect, it, vi } from 'vitest';
import { serve } from '../testing/server';
import { StandaloneHost } from './host';
import { HttpClient, queryString } from './http';
import type { Problem } from './problem';

afterEach(() => vi.unstubAllGlobals());

function client() {
  const host = new StandaloneHost('/api/v1');
  host.useToken('secret');
  return new HttpClient(host);
}

describe('HttpClient', () => {
  it('sends the forgery token with changes only', async () => {
    const sent = serve(() => ({ body: {} }));
    await client().get('/me');
    await client().post('/x', { a: 1 }, { idempotencyKey: 'k' });
    expect(sent[0]?.headers['X-CSRF-Token']).toBeUndefined();
    expect(sent[1]?.headers['X-CSRF-Token']).toBe('secret');
    expect(sent[1]?.headers['Idempotency-Key']).toBe('k');
  });

  it('says which state a change was made from', async () => {
    const sent = serve(() => ({ body: {} }));
    await client().put('/nodes/1/properties', {}, { revision: 7 });
    expect(sent[0]?.headers['If-Match']).toBe('"7"');
  });

  it('turns a refusal into a problem, and tells whoever listens', async () => {
    serve(() => ({ status: 401, body: { code: 'sign-in-required', detail: 'Sign in.' } }));
    const http = client();
    const seen: Problem[] = [];
    http.onProblem = (problem) => seen.push(problem);
    await expect(http.get('/me')).rejects.toMatchObject({ code: 'sign-in-required', status: 401 });
    expect(seen).toHaveLength(1);
  });

  it('says that the server cannot be reached', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    await expect(client().get('/me')).rejects.toMatchObject({ code: 'offline', temporary: true });
  });

  it('takes the answer of a refusal that carries one', async () => {
    serve(() => ({ status: 503, body: { status: 'down', checks: [] } }));
    await expect(client().get('/health', { accept: [503] })).resolves.toMatchObject({
      status: 'down',
    });
  });

  it('answers nothing for 204', async () => {
    serve(() => ({ status: 204 }));
    await expect(client().delete('/session')).resolves.toBeUndefined();
  });
});

describe('queryString', () => {
  it('repeats lists and leaves out blanks', () => {
    expect(queryString({ q: 'a b', facet: ['x:1', 'y:2'], from: '', to: undefined })).toBe(
      '?q=a+b&facet=x%3A1&facet=y%3A2',
    );
  });
});
