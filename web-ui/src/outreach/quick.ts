import { createContext, useContext } from 'react';
import type { InteractionDraft } from './interaction';

/** What the entry of an interaction begins with. */
export type Beginning = Partial<
  Pick<InteractionDraft, 'parties' | 'mode' | 'issues' | 'outcome' | 'date' | 'event'>
>;

export const QuickEntryContext = createContext<(with_?: Beginning) => void>(() => undefined);

/**
 * Opens the entry of an interaction, from every page; for example with the person whose page it is:
 * `enter({ parties: [{ kind: 'person', id, name }] })`.
 */
export function useQuickEntry() {
  return useContext(QuickEntryContext);
}
