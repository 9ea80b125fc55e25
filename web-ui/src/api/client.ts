import { apiBase, HttpClient, StandaloneHost } from './http';

/** The one connection of this page. */
export const host = new StandaloneHost(apiBase(document));
export const http = new HttpClient(host);
