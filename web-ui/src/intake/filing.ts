import type {
  Correspondent,
  FilingRequest,
  IntakeDetail,
  Match,
  NewCaseFile,
  SuggestedSender,
} from '../api/types';
import { isBlank, type Values } from '../model/schema';

/** Where an item goes. */
export type Target =
  | { kind: 'caseFile'; id: string; title: string }
  | { kind: 'caseFolder'; id: string; title: string }
  | { kind: 'new' };

/** A place that can be chosen. */
export interface Option {
  key: string;
  target: Target;
  title: string;
  kindLabel: string;
  reason: string;
  /** For a known person or organization: whose new case folder it would be. */
  holder?: { holderKind: 'individual' | 'organization'; holderName: string };
}

/** All that the clerk has chosen and typed; kept as a draft. */
export interface FilingForm {
  chosen?: string;
  /** Found by the clerk rather than suggested. */
  found: Option[];
  holderKind: 'individual' | 'organization';
  holderName: string;
  caseFile: Values;
  letter: Values;
  correspondent: Values;
  addCorrespondent?: boolean;
}

export const NEW = 'new';

/** The properties of a new case file that the contract names itself; others travel in `properties`. */
const CASE_FILE_FIELDS = [
  'subject',
  'source',
  'correspondenceType',
  'issueCode',
  'component',
  'dateReceived',
  'dueDate',
  'onBehalfOf',
];

/** "Last, First Middle", as case folders are named. */
export function holderNameOf(sender: SuggestedSender | undefined): string {
  if (!sender) return '';
  const given = [sender.first, sender.middle].filter(Boolean).join(' ');
  if (sender.last) return given ? `${sender.last}, ${given}` : sender.last;
  return sender.organization ?? '';
}

/** A person's name as case folders are named, by the letter's own parts of it where they fit. */
function lastFirst(name: string, sender: SuggestedSender | undefined): string {
  if (sender?.last && name.toLowerCase().includes(sender.last.toLowerCase())) {
    return holderNameOf(sender);
  }
  const parts = name.split(' ');
  const last = parts.pop();
  return name.includes(',') || parts.length === 0 ? name : `${last}, ${parts.join(' ')}`;
}

function senderLine(sender: SuggestedSender | undefined): string | undefined {
  if (!sender) return undefined;
  const name = [sender.prefix, sender.first, sender.middle, sender.last, sender.suffix]
    .filter(Boolean)
    .join(' ');
  return name || sender.organization;
}

function addressLine(sender: SuggestedSender | undefined): string | undefined {
  const town = [sender?.city, [sender?.state, sender?.zip].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  return [sender?.street, town].filter(Boolean).join(', ') || undefined;
}

const KIND: Record<Match['kind'], string> = {
  caseFile: 'Case file',
  caseFolder: 'New file in case folder',
  person: 'New case folder for',
  organization: 'New case folder for',
};

/** What can be chosen: the matches, then what the clerk found, then a folder of its own. */
export function optionsOf(item: IntakeDetail, found: readonly Option[]): Option[] {
  const { sender } = item.suggestions;
  const matched = item.suggestions.matches.map((match): Option => {
    const person = match.kind === 'person' || match.kind === 'organization';
    return {
      key: `${match.kind}:${match.id}`,
      target: person
        ? { kind: 'new' }
        : { kind: match.kind as 'caseFile' | 'caseFolder', id: match.id, title: match.title },
      title: match.title,
      kindLabel: KIND[match.kind],
      reason: match.reason,
      holder: person
        ? {
            holderKind: match.kind === 'person' ? 'individual' : 'organization',
            holderName: match.kind === 'person' ? lastFirst(match.title, sender) : match.title,
          }
        : undefined,
    };
  });
  const seen = new Set(matched.map((option) => option.key));
  return [
    ...matched,
    ...found.filter((option) => !seen.has(option.key)),
    {
      key: NEW,
      target: { kind: 'new' },
      title: 'A new case folder',
      kindLabel: '',
      reason: 'For someone who has none yet',
    },
  ];
}

/** The form as it stands when the item is opened: what the letter itself says is filled in. */
export function startForm(item: IntakeDetail): FilingForm {
  const { sender, subject, letterDate, addressee } = item.suggestions;
  const organization = Boolean(sender?.organization) && !sender?.last;
  return {
    found: [],
    holderKind: organization ? 'organization' : 'individual',
    holderName: holderNameOf(sender),
    caseFile: {
      'cor:subject': subject?.value,
      'cor:dateReceived': item.receivedAt?.slice(0, 10),
    },
    letter: {
      'cor:letterDate': letterDate?.value,
      'cor:senderName': senderLine(sender),
      'cor:senderAddress': addressLine(sender),
      'cor:addressee': addressee?.value,
      'cor:letterSubject': subject?.value,
    },
    correspondent: {
      'cor:prefix': sender?.prefix,
      'cor:firstName': sender?.first,
      'cor:middleName': sender?.middle,
      'cor:lastName': sender?.last,
      'cor:suffix': sender?.suffix,
      'cor:organization': sender?.organization,
      'cor:street': sender?.street,
      'cor:city': sender?.city,
      'cor:state': sender?.state,
      'cor:zip': sender?.zip,
      'cor:businessPhone': organization ? sender?.phone : undefined,
      'cor:homePhone': organization ? undefined : sender?.phone,
      'cor:email': sender?.email,
    },
  };
}

/** Where a field's value was found, if it is still that value. */
export function foundIn(
  item: IntakeDetail,
  start: FilingForm,
  group: 'caseFile' | 'letter' | 'correspondent',
  name: string,
  value: unknown,
): string | undefined {
  const was = start[group][name];
  if (isBlank(was ?? null) || was !== value) {
    return undefined;
  }
  const { sender, subject, letterDate, addressee } = item.suggestions;
  if (name === 'cor:subject' || name === 'cor:letterSubject') return subject?.reason;
  if (name === 'cor:letterDate') return letterDate?.reason;
  if (name === 'cor:addressee') return addressee?.reason;
  if (name === 'cor:dateReceived') return undefined;
  return sender?.reason;
}

/** Whether the sender goes among the people of the file: always into a new one, else when the clerk says so. */
export function addsCorrespondent(form: FilingForm, target: Target | undefined): boolean {
  return form.addCorrespondent ?? (target !== undefined && target.kind !== 'caseFile');
}

/** What is sent, from what was chosen and typed. */
export function filingRequest(form: FilingForm, target: Target): FilingRequest {
  const request: FilingRequest = {};
  if (target.kind === 'caseFile') {
    request.caseFile = target.id;
  } else {
    request.newCaseFile = newCaseFile(form.caseFile);
    if (target.kind === 'caseFolder') {
      request.caseFolder = target.id;
    } else {
      request.newCaseFolder = { holderKind: form.holderKind, holderName: form.holderName.trim() };
    }
  }
  const letter = bare(form.letter);
  if (Object.keys(letter).length > 0) {
    request.letter = letter;
  }
  const correspondent = bare(form.correspondent);
  if (addsCorrespondent(form, target) && Object.keys(correspondent).length > 0) {
    request.correspondent = correspondent as Correspondent;
  }
  return request;
}

export function newCaseFile(values: Values): NewCaseFile {
  const named: Record<string, unknown> = {};
  const properties: Values = {};
  for (const [name, value] of Object.entries(values)) {
    const key = name.replace(/^cor:/, '');
    if (isBlank(value)) {
      continue;
    }
    if (CASE_FILE_FIELDS.includes(key)) {
      named[key] = value;
    } else {
      properties[name] = value;
    }
  }
  return {
    ...named,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  } as NewCaseFile;
}

/** Without prefixes and blanks. */
function bare(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => !isBlank(value))
      .map(([name, value]) => [name.replace(/^cor:/, ''), String(value)]),
  );
}
