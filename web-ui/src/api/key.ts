/**
 * A fresh key for one creation, so that repeating the request does nothing twice. Not crypto.randomUUID: that one is
 * missing on pages that come over plain HTTP from another machine.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}
