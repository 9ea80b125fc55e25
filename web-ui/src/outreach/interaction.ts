import { isoDay } from '../ui/show';
import type {
  EventInteraction,
  Interaction,
  InteractionMode,
  NamedNode,
  NewInteraction,
} from './contract';
import type { Known, Party } from './who';

export const MODES: readonly [InteractionMode, string][] = [
  ['phone', 'Phone call'],
  ['email', 'E-mail'],
  ['letter', 'Letter'],
  ['meeting', 'Meeting'],
  ['event', 'Event'],
  ['web', 'Web'],
];

export function modeLabel(mode: string): string {
  return MODES.find(([code]) => code === mode)?.[1] ?? mode;
}

/** When a promise is due: counted from today, on a day of its own, or without one. */
export type Due = 'tomorrow' | 'week' | 'fortnight' | 'month' | 'day' | 'none';

export const DUES: readonly [Due, string][] = [
  ['week', 'In a week'],
  ['tomorrow', 'Tomorrow'],
  ['fortnight', 'In two weeks'],
  ['month', 'In a month'],
  ['day', 'On a day…'],
  ['none', 'No day'],
];

/** What is typed of an interaction. */
export interface InteractionDraft {
  parties: Party[];
  mode: InteractionMode;
  issues: string[];
  outcome: string;
  followUp: string;
  due: Due;
  dueDay: string;
  date: string;
  component: string;
  employee: string;
  event?: NamedNode;
  /** Whether they approached the department: that can be noted of those, too, who are not to be contacted. */
  theirs?: boolean;
  reasons: Record<string, string>;
}

export function blank(component: string, with_: Partial<InteractionDraft> = {}): InteractionDraft {
  return {
    parties: [],
    mode: 'phone',
    issues: [],
    outcome: '',
    followUp: '',
    due: 'week',
    dueDay: '',
    date: isoDay(),
    component,
    employee: '',
    reasons: {},
    ...with_,
  };
}

/** An interaction there is, to be changed. */
export function draftOf(there: Interaction): InteractionDraft {
  return {
    parties: [
      ...there.people.map(({ id, name }): Known => ({ kind: 'person', id, name })),
      ...there.organizations.map(({ id, name }): Known => ({ kind: 'organization', id, name })),
    ],
    mode: there.mode,
    issues: there.issues.map((issue) => issue.code),
    outcome: there.outcome ?? '',
    followUp: there.followUp ?? '',
    due: there.followUpDue ? 'day' : 'none',
    dueDay: there.followUpDue ?? '',
    date: there.date,
    component: there.component?.code ?? '',
    employee: '',
    event: there.event,
    reasons: {},
  };
}

/** The day a promise is due, as ISO 8601; none without a promise. */
export function dueOf(draft: InteractionDraft, today = new Date()): string | undefined {
  if (!draft.followUp.trim()) {
    return undefined;
  }
  const day = new Date(today);
  switch (draft.due) {
    case 'tomorrow':
      day.setDate(day.getDate() + 1);
      break;
    case 'week':
      day.setDate(day.getDate() + 7);
      break;
    case 'fortnight':
      day.setDate(day.getDate() + 14);
      break;
    case 'month': {
      const of = day.getDate();
      day.setMonth(day.getMonth() + 1);
      if (day.getDate() !== of) {
        // A shorter month ends before that day.
        day.setDate(0);
      }
      break;
    }
    case 'day':
      return draft.dueDay || undefined;
    case 'none':
      return undefined;
  }
  return isoDay(day);
}

/** What was said, as the server screens it. */
export function saidIn(draft: { outcome: string; followUp: string }): string {
  const said = `${draft.outcome.trim()}\n${draft.followUp.trim()}`;
  return said.trim() === '' ? '' : said;
}

export type Missing = Partial<Record<'parties' | 'date' | 'dueDay', string>>;

export function missingIn(draft: InteractionDraft, withParties: boolean): Missing {
  const missing: Missing = {};
  if (withParties && draft.parties.length === 0) {
    missing.parties = 'With whom was it?';
  }
  if (withParties && draft.parties.some((p) => p.kind === 'new-person' && !p.lastName.trim())) {
    missing.parties = 'The family name of each new person is needed';
  }
  if (!draft.date) {
    missing.date = 'On which day was it?';
  }
  if (draft.followUp.trim() && draft.due === 'day' && !draft.dueDay) {
    missing.dueDay = 'On which day is it due?';
  }
  return missing;
}

function common(draft: InteractionDraft) {
  const text = (value: string) => value.trim() || undefined;
  const confirmations = Object.entries(draft.reasons)
    .filter(([, reason]) => reason.trim())
    .map(([flag, reason]) => ({ flag, reason: reason.trim() }));
  return {
    mode: draft.mode,
    component: draft.component || undefined,
    employee: text(draft.employee),
    issues: draft.issues,
    outcome: text(draft.outcome),
    followUp: text(draft.followUp),
    followUpDue: dueOf(draft),
    confirmations: confirmations.length > 0 ? confirmations : undefined,
  };
}

/** What is sent, once everybody is entered. */
export function interactionOf(draft: InteractionDraft, parties: readonly Known[]): NewInteraction {
  const ids = (kind: Known['kind']) =>
    parties.filter((party) => party.kind === kind).map((party) => party.id);
  return {
    ...common(draft),
    date: draft.date,
    people: ids('person'),
    organizations: ids('organization'),
    event: draft.event?.id,
    theirs: draft.theirs,
  };
}

/** The same for all who attend an event; its day is the event's. */
export function eventInteractionOf(draft: InteractionDraft): EventInteraction {
  return common(draft);
}
