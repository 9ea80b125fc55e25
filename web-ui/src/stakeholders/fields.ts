/** A field of a form, by the name it has in the contract. */
export interface FieldSpec {
  name: string;
  label: string;
  hint?: string;
  /** Several values, one to a line. */
  many?: true;
  type?: 'tel' | 'email';
  required?: true;
}

/** What somebody has typed, by field. */
export type Typed = Readonly<Record<string, string>>;

export const PERSON_NAME: readonly FieldSpec[] = [
  { name: 'salutation', label: 'Salutation', hint: 'Mr., Ms., Dr., Hon.' },
  { name: 'firstName', label: 'First name' },
  { name: 'middleName', label: 'Middle name' },
  { name: 'lastName', label: 'Last name', required: true },
  { name: 'suffix', label: 'Suffix', hint: 'Jr., III, Ph.D.' },
  { name: 'title', label: 'Title', hint: 'Senator, Chief, Sheriff' },
  { name: 'position', label: 'Position' },
];

export const PERSON_CONTACT: readonly FieldSpec[] = [
  { name: 'officePhone', label: 'Office phone', type: 'tel' },
  { name: 'officeFax', label: 'Fax', type: 'tel' },
  { name: 'url', label: 'Web page' },
  { name: 'otherOfficePhones', label: 'Other office phones', hint: 'One to a line', many: true },
  { name: 'interests', label: 'Interests', hint: 'One to a line', many: true },
];

const PLACE: readonly FieldSpec[] = [
  { name: 'city', label: 'City' },
  { name: 'state', label: 'State', hint: 'Two letters' },
  { name: 'zip', label: 'ZIP code' },
  { name: 'country', label: 'Country', hint: 'Empty within the United States' },
  { name: 'county', label: 'County', hint: 'Empty: by the ZIP code' },
  { name: 'femaRegion', label: 'FEMA region', hint: 'Empty: by the state' },
];

export const PERSON_PLACE: readonly FieldSpec[] = [
  { name: 'workStreet', label: 'Street' },
  ...PLACE,
];

export const PRIVATE_CONTACT: readonly FieldSpec[] = [
  { name: 'mobilePhone', label: 'Mobile phones', hint: 'One to a line', many: true, type: 'tel' },
  { name: 'personalPhone', label: 'Personal phones', hint: 'One to a line', many: true },
  { name: 'email', label: 'E-mail addresses', hint: 'One to a line', many: true },
  { name: 'instantMessenger', label: 'Messengers', hint: 'One to a line', many: true },
];

export const ORGANIZATION_NAME: readonly FieldSpec[] = [
  { name: 'name', label: 'Name', required: true },
  { name: 'acronym', label: 'Short name', hint: 'As people call it' },
];

export const ORGANIZATION_CONTACT: readonly FieldSpec[] = [
  { name: 'phone', label: 'Office phone', type: 'tel' },
  { name: 'url', label: 'Web page' },
  {
    name: 'departmentGroups',
    label: 'Groups of the department it sits in',
    hint: 'Task forces, committees; one to a line',
    many: true,
  },
];

export const ORGANIZATION_PLACE: readonly FieldSpec[] = [
  { name: 'street', label: 'Street' },
  ...PLACE,
];

/** The values of the contract as text to be typed over. */
export function asTyped(specs: readonly FieldSpec[], values: object): Record<string, string> {
  const from = values as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    specs.map(({ name, many }) => {
      const value = from[name];
      return [
        name,
        many && Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : '',
      ];
    }),
  );
}

/** One to a line, without what is empty. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What is to be sent: fields that say something else than before, null where one was emptied. */
export function changesOf(
  specs: readonly FieldSpec[],
  before: Typed,
  now: Typed,
): Record<string, string | string[] | null> {
  const changes: Record<string, string | string[] | null> = {};
  for (const { name, many } of specs) {
    const was = many ? linesOf(before[name] ?? '') : (before[name] ?? '').trim();
    const is = many ? linesOf(now[name] ?? '') : (now[name] ?? '').trim();
    if (JSON.stringify(was) !== JSON.stringify(is)) {
      changes[name] = is.length === 0 ? null : is;
    }
  }
  return changes;
}

/** The fields that somebody else has changed meanwhile, as people call them. */
export function movedFields(specs: readonly FieldSpec[], before: Typed, now: Typed): string[] {
  return specs.filter(({ name }) => before[name] !== now[name]).map(({ label }) => label);
}
