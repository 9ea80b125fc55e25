import type { Host } from './host';
import { Problem } from './problem';

export type Query = Record<string, string | number | undefined | null | readonly string[]>;

export interface RequestOptions {
  query?: Query;
  body?: unknown;
  /** The revision that the change was made from; sent as If-Match. */
  revision?: number | string;
  /** Makes a repeated creation harmless. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Statuses that carry an answer although they are not a success. */
  accept?: readonly number[];
}

export interface UploadOptions {
  fields?: Record<string, string | undefined>;
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
  idempotencyKey?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Builds `?a=1&b=2&b=3`; empty values are left out. */
export function queryString(query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      value.forEach((v: string) => params.append(name, v));
    } else if (value !== undefined && value !== null && value !== '') {
      params.append(name, String(value));
    }
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** Talks JSON with the server; every failure comes out as a {@link Problem}. */
export class HttpClient {
  /** Told of every failed answer, so that an ended session is noticed wherever it happens. */
  onProblem: (problem: Problem) => void = () => undefined;
  /** Whether nobody is there who could have asked; such requests keep no session open (requirement P7). */
  isBackground: () => boolean = () => false;

  constructor(readonly host: Host) {}

  url(path: string, query?: Query): string {
    return this.host.base + path + queryString(query);
  }

  get<T>(path: string, options: Omit<RequestOptions, 'body'> = {}): Promise<T> {
    return this.send<T>('GET', path, options);
  }

  post<T>(path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
    return this.send<T>('POST', path, { ...options, body });
  }

  put<T>(path: string, body: unknown, options: RequestOptions = {}): Promise<T> {
    return this.send<T>('PUT', path, { ...options, body });
  }

  delete(path: string, options: RequestOptions = {}): Promise<unknown> {
    return this.send<unknown>('DELETE', path, options);
  }

  /** The body as text, for renditions. */
  async text(path: string, query?: Query, signal?: AbortSignal): Promise<string> {
    const response = await this.fetch(this.url(path, query), {
      headers: this.marks(),
      signal,
      credentials: 'same-origin',
    });
    return response.text();
  }

  /** What a POST answers with, as a file. */
  async file(path: string, body: unknown): Promise<Blob> {
    const response = await this.fetch(this.url(path), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...this.host.forgeryHeaders() },
      body: JSON.stringify(body),
      credentials: 'same-origin',
    });
    return response.blob();
  }

  private marks(): Record<string, string> {
    return this.isBackground() ? { 'Chancery-Background': '1' } : {};
  }

  private async send<T>(method: Method, path: string, options: RequestOptions): Promise<T> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    Object.assign(headers, method === 'GET' ? this.marks() : this.host.forgeryHeaders());
    if (options.body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    if (options.revision !== undefined) {
      headers['If-Match'] = `"${options.revision}"`;
    }
    if (options.idempotencyKey) {
      headers['Idempotency-Key'] = options.idempotencyKey;
    }
    const response = await this.fetch(
      this.url(path, options.query),
      {
        method,
        headers,
        body: options.body === undefined ? undefined : JSON.stringify(options.body),
        signal: options.signal,
        credentials: 'same-origin',
      },
      options.accept,
    );
    if (response.status === 204) {
      return undefined as T;
    }
    const text = await response.text();
    if (text === '') {
      return undefined as T;
    }
    try {
      return JSON.parse(text) as T;
    } catch {
      throw this.noticed(
        new Problem(
          response.status,
          'bad-answer',
          'The answer could not be read',
          'Something between this page and the server answered in its place. Load the page again.',
        ),
      );
    }
  }

  private async fetch(
    url: string,
    init: RequestInit,
    accept: readonly number[] = [],
  ): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(url, init);
    } catch (error) {
      if (init.signal?.aborted) {
        throw error;
      }
      throw this.noticed(Problem.offline());
    }
    if (!response.ok && !accept.includes(response.status)) {
      throw this.noticed(await Problem.of(response));
    }
    return response;
  }

  private noticed(problem: Problem): Problem {
    this.onProblem(problem);
    return problem;
  }

  /** Sends a file as a multipart form; the fields go before it, so that the server can decide while it streams. */
  upload<T>(path: string, file: File, options: UploadOptions = {}): Promise<T> {
    const form = new FormData();
    for (const [name, value] of Object.entries(options.fields ?? {})) {
      if (value) {
        form.append(name, value);
      }
    }
    form.append('file', file, file.name);
    return this.transfer<T>('POST', this.url(path, this.host.forgeryQuery()), form, {}, options);
  }

  /** Sends a file as it is, as the new content of a node. */
  replaceContent<T>(
    path: string,
    file: File,
    revision: number | string,
    query: Query,
    options: UploadOptions = {},
  ): Promise<T> {
    const headers = {
      'If-Match': `"${revision}"`,
      'Content-Type': file.type || 'application/octet-stream',
    };
    return this.transfer<T>('PUT', this.url(path, query), file, headers, options);
  }

  /** XMLHttpRequest, since fetch does not say how much has been sent. */
  private transfer<T>(
    method: Method,
    url: string,
    body: XMLHttpRequestBodyInit,
    headers: Record<string, string>,
    options: UploadOptions,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      const all = { ...headers, ...this.host.forgeryHeaders(), Accept: 'application/json' };
      Object.entries(all).forEach(([name, value]) => request.setRequestHeader(name, value));
      if (options.idempotencyKey) {
        request.setRequestHeader('Idempotency-Key', options.idempotencyKey);
      }
      request.upload.onprogress = (event) => {
        if (event.lengthComputable) {
          options.onProgress?.(event.loaded / event.total);
        }
      };
      request.onload = () => {
        let json: unknown = null;
        try {
          json = JSON.parse(request.responseText);
        } catch {
          // A problem without a JSON body is told by its status.
        }
        if (request.status >= 200 && request.status < 300) {
          resolve(json as T);
        } else {
          reject(this.noticed(Problem.from(request.status, json)));
        }
      };
      request.onerror = () => reject(this.noticed(Problem.offline()));
      request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
      options.signal?.addEventListener('abort', () => request.abort());
      request.send(body);
    });
  }
}
