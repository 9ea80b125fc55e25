import type { Choice, Kind, Organization, Person } from './calls';

type Values = Record<string, string | string[] | null | undefined>;

/** A line of the comparison: one field, or all that makes up an address. */
export interface Line {
  key: string;
  label: string;
  left: string[];
  right: string[];
  list: boolean;
}

const LABELS: Record<Kind, Record<string, string>> = {
  person: {
    salutation: 'Salutation',
    firstName: 'First name',
    middleName: 'Middle name',
    lastName: 'Last name',
    suffix: 'Suffix',
    title: 'Title',
    position: 'Position',
    officePhone: 'Office phone',
    otherOfficePhones: 'Other office phones',
    officeFax: 'Office fax',
    place: 'Work address',
    url: 'Web page',
    interests: 'Interests',
  },
  organization: {
    name: 'Name',
    acronym: 'Acronym',
    phone: 'Office phone',
    place: 'Address',
    url: 'Web page',
    departmentGroups: 'Department groups',
  },
};

const LISTS = ['otherOfficePhones', 'interests', 'departmentGroups'];

function texts(value: string | string[] | null | undefined): string[] {
  return (Array.isArray(value) ? value : [value ?? '']).filter(Boolean);
}

function place(values: Values): string[] {
  const of = (name: string) => texts(values[name])[0] ?? '';
  const street = of('workStreet') || of('street');
  const city = [of('city'), [of('state'), of('zip')].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  return [street, city, of('county') && `${of('county')} County`, of('country')].filter(Boolean);
}

export function valuesOf(kind: Kind, entry: Person | Organization): Values {
  return (
    kind === 'person' ? (entry as Person).person : (entry as Organization).organization
  ) as Values;
}

/** The lines in which at least one of the two has something. */
export function lines(kind: Kind, left: Person | Organization, right: Person | Organization) {
  const [one, other] = [valuesOf(kind, left), valuesOf(kind, right)];
  return Object.entries(LABELS[kind])
    .map(([key, label]): Line => ({
      key,
      label,
      left: key === 'place' ? place(one) : texts(one[key]),
      right: key === 'place' ? place(other) : texts(other[key]),
      list: LISTS.includes(key),
    }))
    .filter((line) => line.left.length + line.right.length > 0);
}

export const same = (line: Line) => line.left.join('\n') === line.right.join('\n');

/** What counts where nothing is chosen: `stays` and `goes` are the values of the two. */
export function usual(stays: string[], list: boolean): Choice {
  return list ? 'both' : stays.length > 0 ? 'into' : 'from';
}
