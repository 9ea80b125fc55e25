import type { Tasking } from '../api/types';
import { showDay, showMoment } from '../ui/show';

type Entry = Tasking['trail'][number];

const DONE: Record<Entry['kind'], string> = {
  returned: 'Returned',
  reassigned: 'Reassigned',
  extended: 'Extended',
  withdrawn: 'Withdrawn',
};

/** What has happened to a tasking, first things first: by whom, when, and why. */
export function Trail({ trail }: { trail: readonly Entry[] }) {
  if (trail.length === 0) {
    return null;
  }
  return (
    <ol className="history nolist" aria-label="What has happened to it">
      {trail.map((entry, i) => (
        <li key={i}>
          <span>
            <strong>{DONE[entry.kind]}</strong>
            {change(entry)}
          </span>
          {entry.reason && <span className="said">{entry.reason}</span>}
          <span className="muted small">
            {[entry.by?.label, showMoment(entry.at)].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}

function change(entry: Entry): string {
  const from = shown(entry.from);
  const to = shown(entry.to);
  if (from && to) {
    return ` from ${from} to ${to}`;
  }
  return to ? ` to ${to}` : '';
}

function shown(value: string | undefined): string {
  return value ? (/^\d{4}-\d{2}-\d{2}$/.test(value) ? showDay(value) : value) : '';
}
