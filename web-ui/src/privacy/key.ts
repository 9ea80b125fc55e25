import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Everything the pages know of stakeholders begins so. */
export const STAKEHOLDERS = 'stakeholders';

/** To be called when something about stakeholders was changed. */
export function useChanged() {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: [STAKEHOLDERS] }), [queries]);
}
