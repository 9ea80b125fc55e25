import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { Office, type MockNode } from './office.ts';

/**
 * A made-up office for working on the pages without a server (`npm run dev`). It is never part of the build. A folder of
 * PDF files to show as pages can be named in CHANCERY_SCANS.
 */
export function mockServer(): Plugin {
  return {
    name: 'chancery-mock',
    configureServer(server) {
      mount(server.middlewares);
    },
    configurePreviewServer(server) {
      // The built pages are looked at under the policy that the real server sends.
      server.middlewares.use((_request, response, next) => {
        response.setHeader('Content-Security-Policy', POLICY);
        next();
      });
      mount(server.middlewares);
    },
  };
}

const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; " +
  "worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

function mount(middlewares: Connect.Server): void {
  const office = new Office(process.env.CHANCERY_SCANS);
  middlewares.use('/api/v1', (request, response) => {
    void body(request).then((bytes) => answer(office, request, response, bytes));
  });
}

function body(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly more: Record<string, unknown> = {},
  ) {
    super(detail);
  }
}

function answer(
  office: Office,
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const parts = url.pathname.split('/').filter(Boolean);
  const json = (status: number, value?: unknown) => {
    response.statusCode = status;
    response.setHeader('Content-Type', 'application/json');
    response.end(value === undefined ? undefined : JSON.stringify(value));
  };
  try {
    const isJson = (request.headers['content-type'] ?? '').startsWith('application/json');
    const data = isJson ? (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>) : {};
    route(office, request, response, url, parts, data, bytes, json);
  } catch (error) {
    const refusal =
      error instanceof Refusal
        ? error
        : new Refusal(500, 'error', `The mock failed: ${String(error)}`);
    if (!(error instanceof Refusal)) console.error(error);
    json(refusal.status, {
      type: 'about:blank',
      title: refusal.code === 'not-found' ? 'Not found' : 'This was refused',
      status: refusal.status,
      code: refusal.code,
      detail: refusal.detail,
      ...refusal.more,
    });
  }
}

function route(
  office: Office,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  parts: string[],
  data: Record<string, unknown>,
  bytes: Buffer,
  json: (status: number, value?: unknown) => void,
): void {
  const method = request.method ?? 'GET';
  const [first, id, action] = parts;
  const at = `${method} ${first ?? ''}${id ? '/x' : ''}${action ? `/${action}` : ''}`;
  const query = url.searchParams;
  const node = (): MockNode => {
    const found = office.node(id ?? '');
    if (!found) throw new Refusal(404, 'not-found', 'There is nothing here that you can see.');
    return found;
  };
  const fresh = (n: MockNode): MockNode => {
    const match = request.headers['if-match'];
    if (!match) throw new Refusal(428, 'if-match-required', 'Say which state you have changed.');
    if (match !== `"${n.revision}"`) {
      throw new Refusal(412, 'stale', 'Somebody else has changed this meanwhile.', {
        currentRevision: n.revision,
      });
    }
    return n;
  };

  if (at === 'GET health') {
    return json(200, {
      status: 'up',
      checks: [
        { name: 'database', status: 'up' },
        { name: 'search index', status: 'up' },
        { name: 'reading workers', status: 'up', detail: '2 ready' },
      ],
    });
  }
  if (at === 'POST session') {
    if (data.password !== 'demo') {
      throw new Refusal(401, 'sign-in-failed', 'Name and password do not fit together.');
    }
    office.signIn(String(data.user));
    return json(200, office.session);
  }
  if (!office.session) throw new Refusal(401, 'sign-in-required', 'Sign in first.');
  if (at === 'GET me') return json(200, office.session);
  if (at === 'POST session/x') {
    office.session.affirmed = true;
    return json(200, office.session);
  }
  if (at === 'DELETE session') {
    office.session = undefined;
    return json(204);
  }
  if (!office.session.affirmed) {
    throw new Refusal(403, 'affirmation-required', 'Affirm the three responsibilities first.');
  }
  switch (at) {
    case 'GET search':
      return json(200, office.search(query));
    case 'GET intake':
      return json(200, office.intake(query.getAll('state'), Number(query.get('limit') ?? 50)));
    case 'GET intake/x':
      return json(200, office.intakeDetail(node()));
    case 'POST intake/x/file':
      return json(200, office.file(node(), data));
    case 'POST intake/x/unfile':
      return json(200, office.unfile(node()));
    case 'POST intake/x/retry':
      return json(202, office.retry(node()));
    case 'POST documents':
      return json(201, office.receive(bytes, request.headers['content-type'] ?? ''));
    case 'GET nodes/x':
      return json(200, office.view(node()));
    case 'DELETE nodes/x':
      office.remove(fresh(node()));
      return json(204);
    case 'PUT nodes/x/properties':
      return json(200, office.update(fresh(node()), data.properties as Record<string, unknown>));
    case 'GET nodes/x/children':
      return json(200, { items: office.children(node()).map((n) => office.view(n)) });
    case 'POST nodes/x/children':
      return json(
        201,
        office.view(
          office.add(
            node(),
            String(data.type),
            String(data.name),
            (data.properties ?? {}) as never,
          ),
        ),
      );
    case 'POST nodes/x/move':
      return json(200, office.move(fresh(node()), data));
    case 'GET nodes/x/versions':
      return json(200, { items: office.versions(node()) });
    case 'GET nodes/x/history':
      return json(200, { items: office.history(node()) });
    case 'PUT nodes/x/content': {
      const changed = fresh(node());
      changed.revision++;
      return json(200, office.view(changed));
    }
    case 'GET nodes/x/content':
      return content(office, node(), query.get('rendition'), response);
    case 'GET nodes/x/permissions':
      return json(200, office.permissions(node()));
    case 'PUT nodes/x/permissions':
      return json(200, office.setPermissions(node(), data));
    case 'GET authorities':
      return json(200, { items: office.authorities(query.get('q') ?? '') });
    case 'POST case-folders':
      return json(201, office.view(office.newFolder(data)));
    case 'POST case-folders/x/case-files':
      return json(201, office.view(office.newFile(node(), data)));
    case 'GET model':
      return json(200, office.model);
    case 'GET audit':
      return json(200, office.audit(query));
    case 'GET integrity':
      return json(200, office.integrity(query.get('verify') === '1'));
    default: {
      const routed = office.routing.answer(at, id ?? '', query, data, office);
      if (routed !== undefined) {
        return json(method === 'POST' && /case-files/.test(at) ? 201 : 200, routed);
      }
      throw new Refusal(404, 'not-found', 'There is nothing here that you can see.');
    }
  }
}

function content(
  office: Office,
  node: MockNode,
  rendition: string | null,
  response: ServerResponse,
): void {
  const path = office.fileOf(node);
  if (rendition === 'text') {
    const truth = path?.replace(/\.pdf$/, '.truth.txt');
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end(truth && existsSync(truth) ? readFileSync(truth) : 'Dear Secretary,\n');
    return;
  }
  if (!path || rendition === 'thumbnail') {
    throw new Refusal(404, 'not-found', 'There is nothing here that you can see.');
  }
  response.setHeader('Content-Type', 'application/pdf');
  response.end(readFileSync(path));
}
