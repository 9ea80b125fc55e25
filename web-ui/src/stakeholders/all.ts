import { doubles } from '../doubles/pages';
import { imports } from '../imports/pages';
import { erasing } from '../privacy/erasurePages';
import { outreach } from '../outreach/pages';
import { privacy } from '../privacy/pages';
import { reach } from '../reach/pages';
import type { Capability } from './capability';
import { stakeholders } from './pages';

const ALL: Capability[] = [stakeholders, reach, outreach, doubles, imports, privacy, erasing];

/** Every address below Stakeholders. */
export const stakeholderRoutes = ALL.flatMap((each) => each.routes);

/** Where the navigation of the stakeholders leads; in this order within each section. */
export const stakeholderEntries = ALL.flatMap((each) => each.entries);
