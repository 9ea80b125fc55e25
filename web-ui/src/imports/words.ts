import { showCount } from '../ui/show';
import type { Import, ImportBecame, ImportedPerson, ImportFate } from './contract';

export const STATES: Record<Import['state'], string> = {
  reading: 'Being read',
  mapping: 'Columns to be confirmed',
  previewing: 'Being compared',
  deciding: 'Ready to run',
  running: 'Under way',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
  undoing: 'Being undone',
  undone: 'Undone',
};

export const FATES: Record<ImportFate, string> = {
  ask: 'To decide',
  new: 'New',
  known: 'Known already',
  double: 'Twice in the file',
  event: 'Event',
  rejected: 'Cannot be imported',
};

/** What a person will see first. */
export const ORDER: ImportFate[] = ['ask', 'new', 'known', 'double', 'event', 'rejected'];

/** What became of rows, as the heading of a list of them. */
export const BECAME: Record<ImportBecame, string> = {
  refused: 'Not imported',
  left: 'Left out',
  entered: 'Entered',
  added: 'Completed',
  event: 'Events',
};

/** What a person will want to see first of what became of the rows. */
export const BECAME_ORDER: ImportBecame[] = ['refused', 'left', 'entered', 'added', 'event'];

const RESULTS: Record<ImportBecame, [string, string]> = {
  entered: ['person entered', 'people entered'],
  added: ['entry completed', 'entries completed'],
  event: ['event entered', 'events entered'],
  left: ['row left out', 'rows left out'],
  refused: ['row not imported', 'rows not imported'],
};

/** What became of the rows, in words. */
export function results(of: Import): string {
  return Object.entries(RESULTS)
    .filter(([key]) => (of.results[key] ?? 0) > 0)
    .map(([key, [one, many]]) => showCount(of.results[key] ?? 0, one, many))
    .join(', ');
}

/** Whether it was carried out, all of it or a part, and stands. */
export function isOver(of: Import): boolean {
  return ['done', 'cancelled'].includes(of.state) && results(of) !== '';
}

/** Whether something is going on without anybody doing anything. */
export function isBusy(of: Import): boolean {
  return ['reading', 'previewing', 'running', 'undoing'].includes(of.state);
}

/** A row's person, line by line, with what each is. */
export function facts(person: ImportedPerson): [string, string][] {
  const place = [person.street, person.city, [person.state, person.zip].filter(Boolean).join(' ')];
  const all: [string, string | undefined][] = [
    [
      'Name',
      [person.prefix, person.first, person.middle, person.last, person.suffix]
        .filter(Boolean)
        .join(' '),
    ],
    ['Organization', person.organization],
    ['Position', person.title],
    ['E-mail', person.emails?.join(', ')],
    [
      'Phone',
      person.phones
        ?.map(
          (each) => `${each.number}${each.extension ? ` x${each.extension}` : ''} (${each.kind})`,
        )
        .join(', '),
    ],
    ['Address', place.filter(Boolean).join(', ')],
    ['Web page', person.url],
    ['Interests', person.interests?.join(', ')],
  ];
  return all.filter((each): each is [string, string] => Boolean(each[1]));
}
