import type { Query } from './http';

/**
 * What differs between the hosts that serve these pages: where the API is, and what a changing request must carry so
 * that it cannot be forged.
 */
export interface Host {
  /** Without a slash at its end. */
  readonly base: string;
  /** Called anew for each changing request, since a host may change its token between two of them. */
  forgeryHeaders(): Record<string, string>;
  /** What the address of a multipart form must carry beside the headers; called anew for each of them. */
  forgeryQuery(): Query;
  /** The token that came with the session. */
  useToken(token: string): void;
}

/** The standalone server: the token comes with the session. */
export class StandaloneHost implements Host {
  private token = '';

  constructor(readonly base: string) {}

  useToken(token: string): void {
    this.token = token;
  }

  forgeryHeaders(): Record<string, string> {
    return this.token ? { 'X-CSRF-Token': this.token } : {};
  }

  forgeryQuery(): Query {
    return {};
  }
}

/**
 * Alfresco Share: its proxy stands before the API and lets a change through only with Share's own token, which lies in
 * a cookie and changes with every page of Share that is opened, in whichever tab.
 */
export class ShareHost implements Host {
  private token = '';

  constructor(
    readonly base: string,
    private readonly cookies: { readonly cookie: string },
  ) {}

  useToken(token: string): void {
    this.token = token;
  }

  forgeryHeaders(): Record<string, string> {
    return { ...(this.token ? { 'X-CSRF-Token': this.token } : {}), ...this.shareToken() };
  }

  /** Share looks for the token of a multipart form among the request's parameters. */
  forgeryQuery(): Query {
    return this.shareToken();
  }

  /** Empty where Share's protection has been turned off: then there is no cookie. */
  private shareToken(): Record<string, string> {
    const pair = this.cookies.cookie
      .split(/;\s*/)
      .find((cookie) => cookie.startsWith(`${SHARE_TOKEN}=`));
    return pair ? { [SHARE_TOKEN]: decodeURIComponent(pair.slice(SHARE_TOKEN.length + 1)) } : {};
  }
}

/** Share's name for its cookie, its header and its parameter. */
const SHARE_TOKEN = 'Alfresco-CSRFToken';
