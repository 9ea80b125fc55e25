/** The words of a query worth showing on a page: no operators, no field names, no punctuation. */
export function queryWords(query: string): string[] {
  const words = query.replace(/\b\w+:(?="|\S)/g, '').match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu);
  const plain = (words ?? []).filter((word) => !/^(AND|OR|NOT|TO)$/.test(word));
  return [...new Set(plain.map((word) => word.toLowerCase()))];
}

/** Words at or above this length also mark longer ones that begin with them, as the index's stemming does. */
const STEM = 4;

/** Parts of a text, those that match one of the words marked. */
export function markWords(
  text: string,
  words: readonly string[],
): { text: string; hit: boolean }[] {
  if (words.length === 0) {
    return [{ text, hit: false }];
  }
  const found = words
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .map((word) => (word.length >= STEM ? `${word}[\\p{L}\\p{N}]*` : word))
    .join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${found})(?![\\p{L}\\p{N}])`, 'giu');
  const parts: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) {
      parts.push({ text: text.slice(at, match.index), hit: false });
    }
    parts.push({ text: match[0], hit: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) {
    parts.push({ text: text.slice(at), hit: false });
  }
  return parts;
}
