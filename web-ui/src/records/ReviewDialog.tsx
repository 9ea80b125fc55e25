import { useId, useState } from 'react';
import * as api from '../api/calls';
import type { RecordSeries } from '../api/types';
import { showCount } from '../ui/show';
import type { QueueItem, ReviewOutcome } from './contract';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useFilePlan } from './useRecords';
import { useTold } from './useTold';
import { period } from './words';

type Decision = RecordSeries['permanence'];

/** The series that a decision means where no other is chosen. */
const USUAL: Record<Decision, string> = { permanent: 'CORR-PERM', temporary: 'CORR-TEMP' };

/** What they are under already, where that is one series that fits the decision; else the usual one. */
function usual(items: readonly QueueItem[], decision: Decision): string {
  const [first] = items;
  const one = items.every((item) => item.series?.code === first?.series?.code);
  return one && first?.series?.permanence === decision ? first.series.code : USUAL[decision];
}

/** How a decision that was just made is taken back. */
function takingBack(folders: readonly string[]) {
  return {
    undo: async () => {
      const { refused } = await api.records.takeReviewsBack(folders, 'Taken back at once.');
      if (refused[0]) {
        throw new Error(refused[0].reason);
      }
    },
    undone: 'Taken back: they wait for their review again.',
  };
}

/** The Executive Secretariat's decision on one or many case folders (requirement R2). */
export function ReviewDialog(props: {
  items: readonly QueueItem[];
  decision: Decision;
  onClose: () => void;
  onDone: (outcome: ReviewOutcome) => void;
}) {
  const { items, decision } = props;
  const told = useTold();
  const plan = useFilePlan();
  const id = useId();
  const [code, setCode] = useState(() => usual(items, decision));
  const fitting =
    plan.data?.items
      .map((entry) => entry.series)
      .filter((series) => series.permanence === decision) ?? [];
  const chosen = fitting.find((series) => series.code === code);
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
      ready={code !== ''}
      act={async (reason) => {
        const folders = items.map((item) => item.folder.id);
        const outcome = await api.records.review(folders, decision, code, reason);
        const left = new Set(outcome.refused.map((each) => each.id));
        const done = folders.filter((id) => !left.has(id));
        told(
          `${showCount(outcome.reviewed, 'folder')} reviewed as ${decision}.`,
          done.length === 0 ? undefined : takingBack(done),
        );
        props.onDone(outcome);
        props.onClose();
      }}
      onClose={props.onClose}
    >
      <div className="field">
        <label className="usa-label" htmlFor={id}>
          Series
        </label>
        <select
          id={id}
          className="usa-select"
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.target.value)}
        >
          {fitting.map((series) => (
            <option key={series.code} value={series.code}>
              {series.title} ({series.code})
            </option>
          ))}
        </select>
        {chosen && <span className="usa-hint">{period(chosen)}</span>}
      </div>
    </ReasonDialog>
  );
}
