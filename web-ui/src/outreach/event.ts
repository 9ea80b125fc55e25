import type { EventChange, OutreachEvent } from './contract';

/** What is typed of an event. */
export interface EventDraft {
  name: string;
  start: string;
  end: string;
  place: string;
  city: string;
  state: string;
  zip: string;
  agenda: string;
  issues: string[];
}

export const NO_EVENT: EventDraft = {
  name: '',
  start: '',
  end: '',
  place: '',
  city: '',
  state: '',
  zip: '',
  agenda: '',
  issues: [],
};

const two = (n: number) => String(n).padStart(2, '0');

/** A moment as a field of the browser has it: where the browser is, to the minute. */
export function localMoment(moment: string | undefined): string {
  if (!moment) {
    return '';
  }
  const at = new Date(moment);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

function instant(local: string): string | undefined {
  const at = new Date(local);
  return local && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
}

export function eventDraftOf(there: OutreachEvent): EventDraft {
  return {
    name: there.name,
    start: localMoment(there.start),
    end: localMoment(there.end),
    place: there.place ?? '',
    city: there.city ?? '',
    state: there.state ?? '',
    zip: there.zip ?? '',
    agenda: there.agenda ?? '',
    issues: there.issues.map((issue) => issue.code),
  };
}

export function missingInEvent(draft: EventDraft): Partial<Record<keyof EventDraft, string>> {
  return {
    ...(draft.name.trim() ? {} : { name: 'What is it called?' }),
    ...(draft.start ? {} : { start: 'When does it begin?' }),
    ...(draft.end && draft.start && draft.end < draft.start
      ? { end: 'It ends before it begins' }
      : {}),
  };
}

/** What is sent; what is empty is emptied. */
export function eventOf(draft: EventDraft): EventChange & { name: string; start: string } {
  const text = (value: string) => value.trim() || null;
  return {
    name: draft.name.trim(),
    start: instant(draft.start) ?? '',
    end: instant(draft.end) ?? null,
    place: text(draft.place),
    city: text(draft.city),
    state: text(draft.state)?.toUpperCase() ?? null,
    zip: text(draft.zip),
    agenda: text(draft.agenda),
    issues: draft.issues,
  };
}
