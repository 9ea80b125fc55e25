import type { DeskSection } from '../api/types';

/** Where somebody begins the day, by role: each at what is theirs to do. */
export type Landing = '/' | '/intake' | '/ledger' | '/records';

/** Roles whose work comes to them as taskings, whatever else they may do. */
const BY_TASKINGS = [
  'DRAFTER',
  'REVIEWER',
  'SUPERVISOR',
  'COMPONENT_REPRESENTATIVE',
  'EXECUTIVE_SECRETARY',
];

export function landingOf(roles: readonly string[]): Landing {
  if (roles.some((role) => BY_TASKINGS.includes(role))) {
    return '/';
  }
  if (roles.includes('CLERK')) {
    return '/intake';
  }
  if (roles.includes('RECORDS_OFFICER')) {
    return '/records';
  }
  return roles.includes('ISSO') ? '/ledger' : '/';
}

export type View = 'mine' | 'group' | 'assigned' | 'all';

/**
 * What of the desk somebody sees first: a supervisor the group's, the others their own; or the next in which there is
 * anything.
 */
export function firstView(roles: readonly string[], sections: readonly Section[] = []): View {
  const usual: View[] = roles.includes('SUPERVISOR')
    ? ['group', 'mine', 'assigned']
    : ['mine', 'group', 'assigned'];
  const waits = (view: View) =>
    sections.some((section) => section.key === view && section.count > 0);
  return usual.find(waits) ?? usual[0] ?? 'mine';
}

type Section = Pick<DeskSection, 'key' | 'count'>;

/** Parts of the desk that hold taskings: who has something in one of them has a desk. */
const OF_TASKINGS: readonly DeskSection['key'][] = [
  'overdue',
  'mine',
  'group',
  'assigned',
  'signatures',
];

export function hasDesk(sections: readonly Section[]): boolean {
  return sections.some((section) => section.count > 0 && OF_TASKINGS.includes(section.key));
}
