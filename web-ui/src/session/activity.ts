/** Until so long after somebody did something, what the page asks for may be on their behalf. */
const ON_BEHALF_MS = 15_000;

/** When somebody last did something in this tab; opening it counts. */
let last = Date.now();

export function noteActivity(now = Date.now()): void {
  last = now;
}

export function lastActivity(): number {
  return last;
}

/** Whether what the page asks for now, it asks for by itself, with nobody there (requirement P7). */
export function isBackground(now = Date.now()): boolean {
  return now - last > ON_BEHALF_MS;
}
