import { http } from '../api/client';
import type { components } from '../api/openapi';

export type StakeholderKind = 'person' | 'organization';

/** A person or an organization that fits what is typed. */
export interface Found {
  kind: StakeholderKind;
  id: string;
  name: string;
  /** Position, organization, place: what tells two of one name apart. */
  about: string;
}

const MOST = 8;

/** The words of a text, without what the search would read as its own signs. */
export function wordsOf(text: string): string[] {
  return text
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}'.-]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^[-.']+|[-.']+$/g, ''))
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
  const { items } = await http.get<components['schemas']['FoundStakeholders']>('/stakeholders', {
    query: { name: words.join(' '), kind: [...kinds], limit: MOST },
  });
  return items.map((item) => ({
    kind: item.kind,
    id: item.id,
    name: item.name,
    about: [
      item.position,
      item.organization,
      [item.place.city, item.place.state].filter(Boolean).join(', '),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
}
