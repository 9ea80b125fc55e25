import type { ReactNode } from 'react';
import { useToasts } from '../ui/Toasts';
import { useRecordsChanged } from './useRecords';

/** Says that something was done, asks the pages to look again, and offers to take it back where that can be. */
export function useTold() {
  const toasts = useToasts();
  const changed = useRecordsChanged();
  return (text: ReactNode, back?: { undo: () => Promise<unknown>; undone: string }) => {
    changed();
    const undo = () => {
      back
        ?.undo()
        .then(() => {
          changed();
          toasts.show({ text: back.undone });
        })
        .catch((error: unknown) =>
          toasts.show({
            text: error instanceof Error ? error.message : String(error),
            problem: true,
          }),
        );
    };
    toasts.show({ text, action: back && { label: 'Undo', run: undo } });
  };
}
