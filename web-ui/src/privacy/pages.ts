import type { Capability } from '../stakeholders/capability';
import { rights } from './rights';

/** What somebody asks about themselves: no contact, erasure, a copy of all; and what is kept for a year. */
export const privacy: Capability = {
  routes: [...rights.routes],
  entries: [...rights.entries],
};
