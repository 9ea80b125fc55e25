import { showDay } from '../ui/show';
import type { Expiry, Medium } from './types';

export const MEDIA: { value: Medium; label: string }[] = [
  { value: 'phone', label: 'Phone' },
  { value: 'email', label: 'E-mail' },
  { value: 'letter', label: 'Letter' },
  { value: 'meeting', label: 'In a meeting' },
  { value: 'event', label: 'At an event' },
  { value: 'web', label: 'On the web' },
];

const BY: Record<Medium, string> = {
  phone: 'by phone',
  email: 'by e-mail',
  letter: 'by letter',
  meeting: 'in a meeting',
  event: 'at an event',
  web: 'on the web',
};

export const byMedium = (via: Medium): string => BY[via];

/** Why the one-year rule lists somebody. */
export function whyExpiring(reason: Expiry['reason'], lastContact?: string): string {
  if (reason === 'inactive-issues') {
    return 'All of their issues are inactive';
  }
  return lastContact
    ? `No contact since ${showDay(lastContact)}`
    : 'No contact since they were entered';
}
