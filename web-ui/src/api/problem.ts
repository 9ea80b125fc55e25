/** What is wrong with one field, as the server says it. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** Codes of our own, for answers that never came from the server. */
export type LocalCode = 'offline' | 'bad-answer';

/** An answer that is not what was asked for: RFC 9457 problem details, or the lack of any answer. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly problems: FieldProblem[] = [],
    readonly body: Record<string, unknown> = {},
  ) {
    super(detail || title);
  }

  /** Whether asking again, unchanged, may well work. */
  get temporary(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** What is wrong with this field, whether the server names it with its prefix or without. */
  about(field: string): string | undefined {
    const bare = field.replace(/^\w+:/, '');
    return this.problems.find((p) => p.field === field || p.field.replace(/^.*[.:]/, '') === bare)
      ?.message;
  }

  static offline(): Problem {
    return new Problem(
      0,
      'offline',
      'The server cannot be reached',
      'Check the network connection. What you typed is still here; try again in a moment.',
    );
  }

  /** Reads a response that is not a success. Never fails, whatever the body is. */
  static async of(response: Response): Promise<Problem> {
    let body: unknown = null;
    try {
      body = JSON.parse(await response.text());
    } catch {
      // Not JSON, for example a proxy's error page: the status alone has to say it.
    }
    return Problem.from(response.status, body);
  }

  static from(status: number, body: unknown): Problem {
    const b = isRecord(body) ? body : {};
    const title = text(b.title) ?? defaultTitle(status);
    return new Problem(
      status,
      text(b.code) ?? `http-${status}`,
      title,
      text(b.detail) ?? defaultDetail(status),
      fieldProblems(b.problems),
      b,
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fieldProblems(value: unknown): FieldProblem[] {
  if (!isRecord(value)) {
    return [];
  }
  return Object.entries(value).map(([field, message]) => ({ field, message: String(message) }));
}

function defaultTitle(status: number): string {
  if (status === 404) return 'Not found';
  if (status === 403) return 'Not allowed';
  if (status === 413) return 'The file is too large';
  if (status >= 500) return 'The server could not do this';
  return 'This did not work';
}

function defaultDetail(status: number): string {
  if (status >= 500)
    return 'Nothing was changed. Try again; if it stays so, tell your administrator.';
  if (status === 404) return 'There is nothing here that you can see.';
  return '';
}
