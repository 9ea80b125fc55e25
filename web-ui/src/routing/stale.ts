import type { Tasking } from '../api/types';
import { showDay } from '../ui/show';

/** One thing about a tasking that somebody else has changed meanwhile. */
export interface Moved {
  what: string;
  was: string;
  now: string;
}

const STATES: Record<string, string> = {
  open: 'Open',
  claimed: 'Being worked on',
  done: 'Done',
  withdrawn: 'Withdrawn',
};

export function taskingState(state: string): string {
  return STATES[state] ?? state;
}

/** What differs between the tasking one saw and the one there is, in the words of the page. */
export function movedIn(was: Tasking, now: Tasking): Moved[] {
  const rows: [string, (tasking: Tasking) => string | undefined][] = [
    ['State', (t) => taskingState(t.state)],
    ['Assigned to', (t) => t.assignee.label],
    ['Claimed by', (t) => t.claimedBy?.label],
    ['Due', (t) => showDay(t.due)],
    ['Answer', (t) => t.outcomeLabel ?? t.outcome],
    ['Comment', (t) => t.comment],
    ['What is asked', (t) => t.instruction],
  ];
  return rows
    .map(([what, of]) => ({ what, was: of(was) ?? '', now: of(now) ?? '' }))
    .filter((row) => row.was !== row.now);
}
