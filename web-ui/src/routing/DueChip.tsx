import type { Tasking } from '../api/types';
import { showDay } from '../ui/show';
import { dueText, urgencyOf } from './due';

const KIND = { overdue: 'quarantined', soon: 'warm', later: '', none: 'plain' };

/** How long there is left, in business days; the day itself beside it for those who ask. */
export function DueChip({ tasking }: { tasking: Tasking }) {
  const text = dueText(tasking);
  if (!tasking.due) {
    return null;
  }
  return (
    <span className={`chip ${KIND[urgencyOf(tasking)]}`} title={`Due ${showDay(tasking.due)}`}>
      {text || `Due ${showDay(tasking.due)}`}
    </span>
  );
}

/** What a tasking is called: its step on a route; of one made by hand, what is asked. */
export function taskingTitle(tasking: Tasking): string {
  return (tasking.route ? '' : firstLine(tasking.instruction)) || tasking.stepName || 'Tasking';
}

function firstLine(text: string | undefined): string {
  return text?.split('\n')[0]?.trim() ?? '';
}
