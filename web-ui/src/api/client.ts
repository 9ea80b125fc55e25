import { ShareHost, StandaloneHost, type Host } from './host';
import { hostingOf } from './hosting';
import { HttpClient } from './http';

/** Who serves this page. */
export const hosting = hostingOf(document);

/** The one connection of this page. */
export const host: Host = hosting.share
  ? new ShareHost(hosting.api, document)
  : new StandaloneHost(hosting.api);
export const http = new HttpClient(host);
