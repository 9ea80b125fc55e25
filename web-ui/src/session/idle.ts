/** How a session stands, seen from its last sign of life. */
export type Idle =
  { state: 'active' } | { state: 'warning'; secondsLeft: number } | { state: 'ended' };

/** The warning comes this long before the end, or at half of a very short period. */
const WARNING_SECONDS = 120;

/**
 * Where a session stands.
 *
 * @param lastActivity when its user last did something, in milliseconds
 * @param now in milliseconds
 * @param idleMinutes how long a session lasts without activity; 0 means it does not end
 */
export function idleState(lastActivity: number, now: number, idleMinutes: number): Idle {
  if (idleMinutes <= 0) {
    return { state: 'active' };
  }
  const total = idleMinutes * 60;
  const left = Math.ceil(total - (now - lastActivity) / 1000);
  if (left <= 0) {
    return { state: 'ended' };
  }
  return left <= Math.min(WARNING_SECONDS, total / 2)
    ? { state: 'warning', secondsLeft: left }
    : { state: 'active' };
}

/** "1:05", for the warning. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
