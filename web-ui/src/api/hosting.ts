/** Alfresco Share around these pages. */
export interface ShareHosting {
  /** Where Share is, such as `/share`; without a slash at its end. */
  readonly context: string;
  /** Set on the page that leads to the affirmation: where to go once it has been given, within Share. */
  readonly affirmThen?: string;
}

/** What the page that holds the application says about its host. */
export interface Hosting {
  /** Where the API is; without a slash at its end. */
  readonly api: string;
  /** Absent on the standalone server. */
  readonly share?: ShareHosting;
}

/** Reads what the host has written into the page. */
export function hostingOf(document: Document): Hosting {
  const said = (name: string) =>
    document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? undefined;
  const api = (said('chancery-api') || '/api/v1').replace(/\/$/, '');
  const context = said('chancery-share');
  if (context === undefined) {
    return { api };
  }
  const then = said('chancery-affirm-then');
  return {
    api,
    share: { context, affirmThen: then === undefined ? undefined : within(context, then) },
  };
}

/** Only an address of Share itself is followed, or an address in a link could lead anywhere. */
function within(context: string, address: string): string {
  const here = 'https://share.invalid';
  const url = URL.canParse(address, here) ? new URL(address, here) : undefined;
  return url?.origin === here && url.pathname.startsWith(`${context}/page/`)
    ? url.pathname + url.search + url.hash
    : `${context}/page/`;
}
