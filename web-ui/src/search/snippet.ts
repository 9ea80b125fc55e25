/** A piece of a snippet. */
export interface Piece {
  text: string;
  hit: boolean;
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function unescape(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return ENTITIES[name.toLowerCase()] ?? whole;
  });
}

/**
 * Reads a snippet: escaped text in which only `<mark>` and `</mark>` mean something. Anything else stays text, so
 * nothing that a letter holds can become part of the page.
 */
export function readSnippet(snippet: string): Piece[] {
  const pieces: Piece[] = [];
  let hit = false;
  for (const part of snippet.split(/(<\/?mark>)/)) {
    if (part === '<mark>') {
      hit = true;
    } else if (part === '</mark>') {
      hit = false;
    } else if (part !== '') {
      pieces.push({ text: unescape(part), hit });
    }
  }
  return pieces;
}
