import type { RouteObject } from 'react-router';

/** What the pages of the navigation are grouped by, in this order. */
export const SECTIONS = ['People', 'Outreach', 'Analysis', 'Upkeep', 'Privacy'] as const;
export type Section = (typeof SECTIONS)[number];

/** A page in the navigation of the stakeholders, for those who may do what it is for. */
export interface Entry {
  to: string;
  label: string;
  section: Section;
  needs: string;
  /** Whether it is the page of this address alone, and not of those below it. */
  exact?: boolean;
}

/** What one folder of pages brings: its addresses, and those of them that the navigation leads to. */
export interface Capability {
  routes: RouteObject[];
  entries: Entry[];
}
