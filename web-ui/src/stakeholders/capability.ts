import type { RouteObject } from 'react-router';

/** A page in the navigation of the stakeholders, for those who may do what it is for. */
export interface Entry {
  to: string;
  label: string;
  needs: string;
  /** Whether it is the page of this address alone, and not of those below it. */
  exact?: boolean;
}

/** What one folder of pages brings: its addresses, and those of them that the navigation leads to. */
export interface Capability {
  routes: RouteObject[];
  entries: Entry[];
}
