import * as api from '../api/calls';
import { showCount } from '../ui/show';
import type { QueueItem, ReviewOutcome } from './contract';
import { ReasonDialog } from './ReasonDialog';
import { useTold } from './useTold';

/** The Executive Secretariat's decision on one or many case folders (requirement R2). */
export function ReviewDialog(props: {
  items: readonly QueueItem[];
  decision: 'permanent' | 'temporary';
  onClose: () => void;
  onDone: (outcome: ReviewOutcome) => void;
}) {
  const { items, decision } = props;
  const told = useTold();
  return (
    <ReasonDialog
      title={`${decision === 'permanent' ? 'Permanent' : 'Temporary'}: ${showCount(items.length, 'folder')}`}
      about={
        decision === 'permanent'
          ? 'They are of lasting value: when their time is over they are transferred to the National Archives.'
          : 'They are of no lasting value: when their time is over they are destroyed, once two persons have approved that.'
      }
      hint="Kept with each folder. Until a disposition is approved, another review can decide otherwise."
      yes={decision === 'permanent' ? 'They are permanent' : 'They are temporary'}
      doing="Deciding…"
      act={async (reason) => {
        const outcome = await api.records.review(
          items.map((item) => item.folder.id),
          decision,
          reason,
        );
        told(`${showCount(outcome.reviewed, 'folder')} reviewed as ${decision}.`);
        props.onDone(outcome);
        props.onClose();
      }}
      onClose={props.onClose}
    />
  );
}
