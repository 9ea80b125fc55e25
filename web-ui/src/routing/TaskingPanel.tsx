import { useState, type ReactNode } from 'react';
import * as api from '../api/calls';
import type { Tasking } from '../api/types';
import { showCode, showDay, showMoment } from '../ui/show';
import { useToasts } from '../ui/Toasts';
import { CompleteForm } from './CompleteForm';
import { DueChip, taskingTitle } from './DueChip';
import { isOpen } from './due';
import { NewTaskingDialog } from './NewTaskingDialog';
import { Refused } from './Refused';
import { taskingState } from './stale';
import { ExtendDialog, ReasonDialog, ReassignDialog } from './TaskingDialogs';
import { Trail } from './Trail';
import { useTaskingAct, type TaskingAct } from './useTaskingAct';

type Asking = 'return' | 'withdraw' | 'reassign' | 'extend' | 'subtask';

const ACCESS: Record<Tasking['access'], string> = {
  view: 'Read',
  comment: 'Read, and add documents and notes',
  edit: 'Change',
};

const claim: TaskingAct = (id, revision) => api.taskings.claim(id, revision);

/** One tasking: what is asked, by when, of whom, and all that the person looking at it may do. */
export function TaskingPanel(props: {
  tasking: Tasking;
  /** What else stands in its head, such as the way to its case file. */
  children?: ReactNode;
  onDone?: (changed: Tasking) => void;
}) {
  const { tasking } = props;
  const toasts = useToasts();
  const [asking, setAsking] = useState<Asking>();
  const [own, setOwn] = useState<number>();
  const may = (action: Tasking['allowed'][number]) => tasking.allowed.includes(action);
  const did = (text: string) => (changed: Tasking) => {
    setOwn(changed.revision);
    setAsking(undefined);
    toasts.show({ text });
    props.onDone?.(changed);
  };
  const title = taskingTitle(tasking);
  const claiming = useTaskingAct(tasking, did(`“${title}” is yours now.`), true);
  const close = () => setAsking(undefined);

  return (
    <div className="tasking">
      <div className="tasking-head">
        <h3>{title}</h3>
        <DueChip tasking={tasking} />
        {tasking.state === 'done' ? (
          <span className="chip open">{tasking.outcomeLabel ?? 'Done'}</span>
        ) : (
          <span className="chip plain">{taskingState(tasking.state)}</span>
        )}
      </div>
      {props.children}
      {tasking.instruction && tasking.instruction !== title && (
        <p className="said">{tasking.instruction}</p>
      )}
      <dl className="facts">
        <dt>Assigned to</dt>
        <dd>
          {tasking.assignee.label}
          {tasking.claimedBy && tasking.claimedBy.name !== tasking.assignee.name && (
            <span className="muted"> · claimed by {tasking.claimedBy.label}</span>
          )}
        </dd>
        {tasking.assignedBy && (
          <>
            <dt>By</dt>
            <dd>
              {tasking.assignedBy.label}
              <span className="muted"> · {showMoment(tasking.assignedAt)}</span>
            </dd>
          </>
        )}
        {tasking.due && (
          <>
            <dt>Due</dt>
            <dd>{showDay(tasking.due)}</dd>
          </>
        )}
        {isOpen(tasking) && (
          <>
            <dt>Access to the file</dt>
            <dd>{ACCESS[tasking.access] ?? showCode(tasking.access)}</dd>
          </>
        )}
        {tasking.completedAt && (
          <>
            <dt>{taskingState(tasking.state)}</dt>
            <dd>
              {tasking.completedBy?.label}
              <span className="muted"> · {showMoment(tasking.completedAt)}</span>
            </dd>
          </>
        )}
      </dl>
      {tasking.comment && <blockquote className="said">{tasking.comment}</blockquote>}
      <Refused attempt={claiming} act={claim} />
      {may('complete') && <CompleteForm tasking={tasking} own={own} onDone={did('Done.')} />}
      {tasking.allowed.some((action) => action !== 'complete') && (
        <div
          className="actions no-print"
          role="group"
          aria-label={`What you can do with “${title}”`}
        >
          {may('claim') && (
            <button
              type="button"
              className="usa-button"
              data-act="claim"
              disabled={claiming.busy}
              onClick={() => claiming.run(claim)}
            >
              Claim
            </button>
          )}
          {may('return') && <Ask text="Return" onClick={() => setAsking('return')} />}
          {may('reassign') && <Ask text="Reassign" onClick={() => setAsking('reassign')} />}
          {may('extend') && <Ask text="Extend" onClick={() => setAsking('extend')} />}
          {may('subtask') && <Ask text="Ask for a part" onClick={() => setAsking('subtask')} />}
          {may('withdraw') && <Ask text="Withdraw" onClick={() => setAsking('withdraw')} />}
        </div>
      )}
      <Trail trail={tasking.trail} />
      {asking === 'return' && (
        <ReasonDialog
          kind="return"
          title="Return it"
          submit="Return"
          explanation={`It goes back to ${tasking.assignedBy?.label ?? 'whoever assigned it'}, with your reason.`}
          tasking={tasking}
          onClose={close}
          onDone={did('Returned.')}
        />
      )}
      {asking === 'withdraw' && (
        <ReasonDialog
          kind="withdraw"
          title="Withdraw it"
          submit="Withdraw"
          explanation="Nobody needs to do it any more; what it let them do with the file ends."
          tasking={tasking}
          onClose={close}
          onDone={did('Withdrawn.')}
        />
      )}
      {asking === 'reassign' && (
        <ReassignDialog tasking={tasking} onClose={close} onDone={did('Reassigned.')} />
      )}
      {asking === 'extend' && (
        <ExtendDialog tasking={tasking} onClose={close} onDone={did('Extended.')} />
      )}
      {asking === 'subtask' && (
        <NewTaskingDialog
          caseFile={tasking.caseFile.id}
          parent={tasking}
          onClose={close}
          onMade={() => {
            close();
            toasts.show({ text: 'Assigned.' });
          }}
        />
      )}
    </div>
  );
}

function Ask(props: { text: string; onClick: () => void }) {
  return (
    <button type="button" className="usa-button usa-button--outline small" onClick={props.onClick}>
      {props.text}
    </button>
  );
}
