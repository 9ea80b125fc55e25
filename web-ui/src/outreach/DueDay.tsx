import { isoDay, showDay } from '../ui/show';

/** When something is due; what is late stands out, also in words. */
export function DueDay({ due }: { due?: string }) {
  if (!due) {
    return <span className="chip plain">No day</span>;
  }
  const today = isoDay();
  return due < today ? (
    <span className="chip quarantined">Overdue: {showDay(due)}</span>
  ) : due === today ? (
    <span className="chip warm">Due today</span>
  ) : (
    <span className="chip plain">Due {showDay(due)}</span>
  );
}
