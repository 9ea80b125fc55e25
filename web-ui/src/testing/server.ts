import { vi } from 'vitest';

export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
}

type Answer = { status?: number; body?: unknown };

/** Stands in for the server: answers by method and path, and remembers what was sent. */
export function serve(answer: (request: Sent) => Answer | undefined): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    const request: Sent = {
      method: init.method ?? 'GET',
      path: url.replace(/^.*\/api\/v1/, ''),
      headers: (init.headers ?? {}) as Record<string, string>,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    };
    sent.push(request);
    const { status = 200, body } = answer(request) ?? {
      status: 404,
      body: {
        title: 'Not found',
        status: 404,
        code: 'not-found',
        detail: 'There is nothing here.',
      },
    };
    return Promise.resolve(
      new Response(status === 204 || body === undefined ? null : JSON.stringify(body), { status }),
    );
  });
  return sent;
}
