import type { Retention } from '../api/types';

const DAY_MS = 86_400_000;

/** What is drawn of a clock: places from 0 (its first event) to 1 (its end, or today when that is later). */
export interface Timeline {
  from: Date;
  to: Date;
  today: number;
  /** When what is kept is due; absent while nothing runs. */
  eligible?: number;
  cutoff?: number;
  /** From place to place; running, or standing still because something is open. */
  spans: { from: number; to: number; running: boolean }[];
  /** Events, with those too near to each other to be told apart as one. */
  marks: { at: number; count: number }[];
}

/** Nearer than this, two marks would cover each other. */
const NEAR = 0.025;

function dayOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(`${text.slice(0, 10)}T12:00:00Z`);
}

/** Lays out the clock of a folder; nothing when nothing has happened in it yet. */
export function timeline(
  clock: Pick<Retention, 'clock' | 'activityAt' | 'cutoffOn' | 'eligibleOn'>,
  now: Date,
): Timeline | undefined {
  const events = [...clock.clock].reverse();
  const moments = events.map((event) => Date.parse(event.at));
  const known = [...moments, dayOf(clock.cutoffOn), dayOf(clock.activityAt)].filter(
    (each) => each !== undefined,
  );
  if (known.length === 0) {
    return undefined;
  }
  const from = Math.min(...known);
  const end = dayOf(clock.eligibleOn);
  const to = Math.max(end ?? 0, now.getTime(), ...known, from + DAY_MS);
  const place = (moment: number) => (moment - from) / (to - from);

  const spans: Timeline['spans'] = [];
  let since = from;
  let running = false;
  const until = (moment: number, next: boolean) => {
    if (moment > since) {
      spans.push({ from: place(since), to: place(moment), running });
      since = moment;
    }
    running = next;
  };
  events.forEach((event, i) => {
    if (event.effect === 'started' || event.effect === 'restarted') {
      until(moments[i] ?? since, true);
    } else if (event.effect === 'stopped') {
      until(moments[i] ?? since, false);
    }
  });
  if (events.length === 0 && end !== undefined) {
    running = true;
  }
  until(end ?? now.getTime(), false);

  const marks: Timeline['marks'] = [];
  for (const moment of moments) {
    const at = place(moment);
    const before = marks[marks.length - 1];
    if (before && at - before.at < NEAR) {
      before.count++;
    } else {
      marks.push({ at, count: 1 });
    }
  }
  const cutoff = dayOf(clock.cutoffOn);
  return {
    from: new Date(from),
    to: new Date(to),
    today: place(now.getTime()),
    eligible: end === undefined ? undefined : place(end),
    cutoff: cutoff === undefined ? undefined : place(cutoff),
    spans,
    marks,
  };
}
