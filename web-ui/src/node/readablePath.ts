/** What the system adds to a name so that two of one name can lie in one folder. */
const MADE_UNIQUE = / \[[0-9a-f]{6,}\]$/;

/** The folders that something lies in, as people know them: without its own name, years and parts of files. */
export function readablePath(path: string): string[] {
  const names = path
    .split('/')
    .map((name) => name.trim().replace(MADE_UNIQUE, ''))
    .filter(Boolean)
    .slice(0, -1);
  return names[0] === 'Case folders' ? names.filter((_, i) => i !== 1 && i !== 4) : names;
}
