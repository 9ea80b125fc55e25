import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { useSession } from '../session/SessionContext';
import { useShortcuts } from '../ui/shortcuts';
import { QuickEntryContext, type Beginning } from './quick';

const InteractionDialog = lazy(() => import('./InteractionDialog'));

/** The entry of an interaction, a key away from every page. */
export function QuickEntry({ children }: { children: ReactNode }) {
  const { can } = useSession();
  const [beginning, setBeginning] = useState<Beginning>();
  const open = useCallback((with_: Beginning = {}) => setBeginning(with_), []);
  useShortcuts(
    { e: () => open(), 'ctrl+alt+e': () => open() },
    can('KEEP_STAKEHOLDERS') && beginning === undefined,
    true,
  );
  return (
    <QuickEntryContext.Provider value={open}>
      {children}
      {beginning && (
        <Suspense fallback={null}>
          <InteractionDialog beginning={beginning} onClose={() => setBeginning(undefined)} />
        </Suspense>
      )}
    </QuickEntryContext.Provider>
  );
}
