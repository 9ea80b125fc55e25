import type { Tasking } from '../api/types';
import { showCount } from '../ui/show';

/** How pressing a tasking is; in business days, which the server counts (federal holidays left out). */
export type Urgency = 'overdue' | 'soon' | 'later' | 'none';

/** Within so many business days a due date is soon, for the server too. */
const SOON_DAYS = 2;

type Due = Pick<Tasking, 'state' | 'due' | 'overdue' | 'businessDaysLeft'>;

export function isOpen(tasking: Pick<Tasking, 'state'>): boolean {
  return tasking.state === 'open' || tasking.state === 'claimed';
}

export function urgencyOf(tasking: Due): Urgency {
  if (!isOpen(tasking)) {
    return 'none';
  }
  if (tasking.overdue) {
    return 'overdue';
  }
  return tasking.businessDaysLeft <= SOON_DAYS ? 'soon' : 'later';
}

/** "Overdue by 2 business days", "Due today", "Due in 4 business days". */
export function dueText(tasking: Due): string {
  const left = tasking.businessDaysLeft;
  if (!isOpen(tasking)) {
    return '';
  }
  if (tasking.overdue) {
    return left < 0 ? `Overdue by ${showCount(-left, 'business day')}` : 'Overdue';
  }
  return left <= 0 ? 'Due today' : `Due in ${showCount(left, 'business day')}`;
}
