import type { Hold, RecordSeries, Retention } from '../api/types';
import { showCode, showDay } from '../ui/show';
import type { Disposition, DispositionState, QueueName } from './contract';

/* The words of records management, as the pages say them. */

export type HoldKind = Hold['kind'];

export const HOLD_KINDS: readonly (readonly [HoldKind, string])[] = [
  ['litigation', 'Litigation'],
  ['foia', 'FOIA request'],
  ['audit', 'Audit'],
];

export function holdKind(kind: string): string {
  return HOLD_KINDS.find(([each]) => each === kind)?.[1] ?? showCode(kind);
}

/** How a clock's state is called, and the colour of its chip. */
const STATES: Record<Retention['state'], readonly [string, string]> = {
  none: ['No clock', ''],
  active: ['In use', 'open'],
  running: ['Kept', 'received'],
  eligible: ['Due', 'warm'],
  proposed: ['Proposed', 'warm'],
  approved: ['Approved', 'warm'],
  'in-transfer': ['In transfer', 'double'],
  exception: ['Needs a person', 'quarantined'],
};

export function clockState(state: string): readonly [label: string, colour: string] {
  return STATES[state as Retention['state']] ?? [showCode(state), ''];
}

const ACTIVITIES: Record<string, string> = {
  opened: 'Opened',
  received: 'Something came in',
  filed: 'A letter was filed',
  version: 'A new version was saved',
  tasking: 'A tasking was worked on',
  'routing-step': 'A routing step was taken',
  note: 'A note was written',
  dispatch: 'An answer was sent',
  close: 'A case file was closed',
  reopen: 'A case file was opened again',
  series: 'A series was applied or changed',
  superseded: 'It was superseded',
  unneeded: 'It was said to be no longer needed',
  clock: 'Its day came',
  disposition: 'Its disposition went on',
};

/** What happened in a folder that moved its clock. */
export function activity(kind: string | undefined | null): string {
  return kind ? (ACTIVITIES[kind] ?? showCode(kind)) : '';
}

/** What came of it for the clock. */
export function effect(of: string, eligibleOn?: string): string {
  const until = eligibleOn ? `: kept until ${showDay(eligibleOn)}` : '';
  switch (of) {
    case 'started':
      return `the time began to run${until}`;
    case 'restarted':
      return `the time began anew${until}`;
    case 'stopped':
      return 'the time no longer runs';
    case 'recomputed':
      return `computed anew${until}`;
    case 'eligible':
      return 'due from then on';
    default:
      return clockState(of)[0].toLowerCase();
  }
}

const EVENTS: Record<RecordSeries['cutoffEvent'], string> = {
  'case-closed': 'the last case file was closed',
  'last-activity': 'the latest activity',
  date: 'the day named',
  superseded: 'it is superseded',
  'no-longer-needed': 'it is no longer needed',
};

/** "10 years after the latest activity". */
export function period(series: RecordSeries): string {
  const event =
    series.cutoffEvent === 'date' && series.cutoffDate
      ? showDay(series.cutoffDate)
      : EVENTS[series.cutoffEvent];
  if (series.period === 0) {
    return `Once ${event}`;
  }
  const unit = series.period === 1 ? series.unit.slice(0, -1) : series.unit;
  return `${series.period} ${unit} after ${event}`;
}

export function finalAction(action: string): string {
  return action.toLowerCase() === 'transfer' ? 'To the National Archives' : 'Destroyed';
}

const QUEUE_WORDS: Record<QueueName, readonly [title: string, about: string, none: string]> = {
  due: [
    'Due',
    'Their time is over. What was reviewed and is on no hold is proposed for disposition by the next daily run.',
    'Nothing is due that is not proposed already.',
  ],
  'awaiting-review': [
    'Awaiting review',
    'Nobody has decided yet whether they are permanent or temporary; nothing is proposed before that.',
    'Everything has been reviewed.',
  ],
  'awaiting-approval': [
    'Awaiting approval',
    'Proposed for disposition. Destruction takes two persons’ approval, a transfer one’s.',
    'Nothing waits for approval.',
  ],
  'in-transfer': [
    'In transfer',
    'Approved for transfer, packaged or on their way to the National Archives.',
    'Nothing is on its way to the National Archives.',
  ],
  'on-hold': [
    'On hold',
    'Nothing of these is disposed of while a hold is on them.',
    'Nothing is on hold.',
  ],
  exceptions: [
    'Exceptions',
    'Something stands in the way of these that somebody has to look at.',
    'Nothing stands in the way of anything.',
  ],
};

export function queueTitle(queue: QueueName): string {
  return QUEUE_WORDS[queue][0];
}

export function queueAbout(queue: QueueName): string {
  return QUEUE_WORDS[queue][1];
}

export function queueNone(queue: QueueName): string {
  return QUEUE_WORDS[queue][2];
}

const DISPOSITION_STATES: Record<DispositionState, readonly [string, string]> = {
  PROPOSED: ['Proposed', 'warm'],
  APPROVED: ['Approved', 'open'],
  EXECUTING: ['Being carried out', 'reading'],
  DONE: ['Done', 'plain'],
  REJECTED: ['Rejected', 'quarantined'],
};

/** How a disposition's state is called, and the colour of its chip. */
export function dispositionState(
  state: DispositionState,
): readonly [label: string, colour: string] {
  return DISPOSITION_STATES[state];
}

export function dispositionAction(action: Disposition['action']): string {
  return action === 'TRANSFER' ? 'Transfer to the National Archives' : 'Destruction';
}
