import * as api from '../api/calls';
import { ReasonDialog } from '../ui/ReasonDialog';
import { showCount } from '../ui/show';
import type { QueueItem, ReviewOutcome } from './contract';
import { useTold } from './useTold';

/** Takes reviews back that no disposition has come of yet (requirement R2). */
export function TakeReviewBackDialog(props: {
  items: readonly QueueItem[];
  onClose: () => void;
  onDone: (outcome: ReviewOutcome) => void;
}) {
  const { items } = props;
  const told = useTold();
  return (
    <ReasonDialog
      title={`Take back the review of ${showCount(items.length, 'folder')}?`}
      about={`${items.length === 1 ? 'It waits' : 'They wait'} for a review again, under the series of before. Nothing is proposed until then.`}
      yes="Take it back"
      doing="Taking it back…"
      act={async (reason) => {
        const outcome = await api.records.takeReviewsBack(
          items.map((item) => item.folder.id),
          reason,
        );
        told(`${showCount(outcome.reviewed, 'folder')} awaiting review again.`);
        props.onDone(outcome);
        props.onClose();
      }}
      onClose={props.onClose}
    />
  );
}
