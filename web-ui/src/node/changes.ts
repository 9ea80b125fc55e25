import type { Node, Properties, PropertyChanges } from '../api/types';
import { isBlank, type Values } from '../model/schema';

function same(a: unknown, b: unknown): boolean {
  if (isBlank(a as never) && isBlank(b as never)) {
    return true;
  }
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What was typed that differs from the state it was typed on; a cleared field is null. */
export function changesOf(base: Properties, typed: Values): PropertyChanges {
  const changes: PropertyChanges = {};
  for (const [name, value] of Object.entries(typed)) {
    if (!same(base[name], value)) {
      changes[name] = isBlank(value) ? null : (value ?? null);
    }
  }
  return changes;
}

/** One property that somebody else has changed meanwhile. */
export interface Clash {
  name: string;
  was: Properties[string] | undefined;
  theirs: Properties[string] | undefined;
  /** What one has typed for it oneself; undefined when one left it alone. */
  mine: PropertyChanges[string] | undefined;
}

/** What has changed between the state one started from and the present one. */
export function clashesOf(base: Node, now: Node, mine: PropertyChanges): Clash[] {
  const names = new Set([...Object.keys(base.properties), ...Object.keys(now.properties)]);
  return [...names]
    .filter((name) => !same(base.properties[name], now.properties[name]))
    .map((name) => ({
      name,
      was: base.properties[name],
      theirs: now.properties[name],
      mine: mine[name],
    }));
}
