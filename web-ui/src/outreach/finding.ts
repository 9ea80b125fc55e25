import * as api from '../api/calls';

export type StakeholderKind = 'person' | 'organization';

/** A person or an organization that fits what is typed. */
export interface Found {
  kind: StakeholderKind;
  id: string;
  name: string;
  /** Position, organization, place: what tells two of one name apart. */
  about: string;
}

const TYPES: Record<StakeholderKind, string> = {
  person: 'stk:person',
  organization: 'stk:organization',
};
const MOST = 6;

/** The words of a text, without what the search would read as its own signs. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/[^\p{L}\p{N}'’.-]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^[-.'’]+|[-.'’]+$/g, ''))
    .filter((word) => word !== '' && !/^(and|or|not)$/i.test(word));
}

/** Those whose names begin as the words do; the one place that knows how stakeholders are looked up while one types. */
export async function findStakeholders(
  text: string,
  kinds: readonly StakeholderKind[],
): Promise<Found[]> {
  const words = wordsOf(text);
  if (words.length === 0) {
    return [];
  }
  const { hits } = await api.search({
    q: words.map((word) => `${word}*`).join(' '),
    type: kinds.map((kind) => TYPES[kind]),
    limit: MOST * 3,
  });
  const named = (title: string) => {
    const parts = wordsOf(title.toLowerCase());
    return words.every((word) => parts.some((part) => part.startsWith(word.toLowerCase())));
  };
  return hits
    .map((hit) => ({
      kind: hit.type === TYPES.person ? ('person' as const) : ('organization' as const),
      id: hit.id,
      name: nameOf(hit.title, hit.properties),
      about: aboutOf(hit.properties),
    }))
    .sort((a, b) => Number(named(b.name)) - Number(named(a.name)))
    .slice(0, MOST);
}

/** The index knows people by the names of their nodes, family name first. */
function nameOf(title: string, properties: Record<string, unknown>): string {
  const name = [
    properties['stk:firstName'],
    properties['stk:middleName'],
    properties['stk:lastName'],
  ]
    .filter(isText)
    .join(' ');
  return name || title;
}

function aboutOf(properties: Record<string, unknown>): string {
  const organizations = properties['stk:organizations'];
  const place = [properties['stk:city'], properties['stk:state']].filter(isText).join(', ');
  return [
    properties['stk:position'],
    Array.isArray(organizations) ? organizations[0] : undefined,
    place,
  ]
    .filter(isText)
    .join(' · ');
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
