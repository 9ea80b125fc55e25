import { showLikelihood } from '../ui/show';
import type { Entry } from './calls';

/** Position, organization and place, as far as they are known. */
export function about(entry: Entry): string {
  return [entry.position, entry.organization, [entry.city, entry.state].filter(Boolean).join(', ')]
    .filter(Boolean)
    .join(' · ');
}

export function owner(entry: Pick<Entry, 'owner'>): string {
  const { user, component } = entry.owner;
  return component ? `${user.label} (${component.label})` : user.label;
}

/** How alike two are, in words rather than in figures alone. */
export function likeness(score: number, sure: boolean): string {
  return `${sure ? 'Almost certain' : score >= 0.5 ? 'Likely' : 'Possible'}, ${showLikelihood(score)}`;
}
