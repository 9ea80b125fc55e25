import type { Node } from '../api/types';

/** Whether a document is of our own making: a draft or what was put into the file; not what came in. */
export function isLetter(node: Node): boolean {
  return node.type === 'cor:document' && !node.aspects.includes('cor:received');
}

/** Whether it lies in a case file, whose letters are printed and sent. */
export function isInCaseFile(node: Node): boolean {
  return node.path.length > 2 && node.path[1]?.name === 'Case folders';
}

/** Names of fields that stand in a letter where values should. */
export function missingFields(node: Node): string[] {
  const written = node.properties['cor:unfilledFields'];
  const printed = node.properties['cor:printUnfilled'];
  const names = Array.isArray(printed) ? printed : isFirst(node) ? written : undefined;
  return Array.isArray(names) ? names.map(String) : [];
}

/** What the template left open says nothing of later versions. */
function isFirst(node: Node): boolean {
  return !node.aspects.includes('cor:revised');
}

/** "AddressBlock" as people say it: "Address block". */
export function fieldName(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
