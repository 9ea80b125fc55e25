import type { Asked } from './api';

/** What stakeholders are looked for by; the address of the page has the same names as the server. */
export const CRITERIA = [
  'q',
  'kind',
  'issue',
  'state',
  'region',
  'county',
  'city',
  'zip',
  'component',
  'organization',
  'interest',
  'overlap',
  'lastContactFrom',
  'lastContactTo',
  'never',
] as const;

export type Criterion = (typeof CRITERIA)[number];

/** What is asked for: the criteria of the address, those that are empty left out. */
export function asked(params: URLSearchParams): Asked {
  const all: Asked = {};
  for (const name of CRITERIA) {
    const values = params.getAll(name).filter(Boolean);
    if (values.length > 0) all[name] = values;
  }
  const sort = params.get('sort');
  if (sort) all.sort = sort;
  return all;
}

/** The address with a value more, or without it when it has it. */
export function toggled(params: URLSearchParams, name: Criterion, value: string): URLSearchParams {
  const next = new URLSearchParams(params);
  const values = next.getAll(name);
  next.delete(name);
  const others = values.filter((each) => each !== value);
  (others.length < values.length ? others : [...values, value]).forEach((each) =>
    next.append(name, each),
  );
  return next;
}

/** The address with one value in place of all there were; none when it is empty. */
export function replaced(params: URLSearchParams, name: Criterion, value: string): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete(name);
  if (value.trim()) next.set(name, value.trim());
  // Nobody was ever in contact with, and in contact since, cannot both be.
  if (name === 'never' && value) {
    next.delete('lastContactFrom');
    next.delete('lastContactTo');
  }
  if (name.startsWith('lastContact') && value) next.delete('never');
  return next;
}

const LABELS: Record<Criterion, string> = {
  q: 'Words',
  kind: 'Kind',
  issue: 'Issue',
  state: 'State',
  region: 'FEMA region',
  county: 'County',
  city: 'City',
  zip: 'ZIP code',
  component: 'Known by',
  organization: 'Organization',
  interest: 'Interest',
  overlap: 'Several components on',
  lastContactFrom: 'In contact since',
  lastContactTo: 'No contact after',
  never: 'Never in contact',
};

export function labelOf(name: Criterion): string {
  return LABELS[name];
}
