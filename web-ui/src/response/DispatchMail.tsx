import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as api from '../api/calls';
import type { Dispatch, DispatchMailState, Node } from '../api/types';
import { ProblemAlert } from '../ui/Alert';
import { NameDialog } from '../ui/NameDialog';
import { showMoment } from '../ui/show';
import { useAction } from '../ui/useAction';

const STATES: Record<DispatchMailState['state'], { label: string; chip: string }> = {
  queued: { label: 'Waits to be sent', chip: 'received' },
  sending: { label: 'Is being sent', chip: 'reading' },
  sent: { label: 'Sent', chip: 'ready' },
  failed: { label: 'Not sent', chip: 'quarantined' },
  withdrawn: { label: 'Withdrawn', chip: '' },
};

/** How far a dispatch is that is sent from here, and what can be done about it. */
export function DispatchMail(props: { file: Node; entry: Dispatch; mail: DispatchMailState }) {
  const { file, entry, mail } = props;
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const changed = () => queries.invalidateQueries({ queryKey: ['dispatches', file.id] });
  const retry = useAction(async () => {
    await api.dispatches.retry(entry.id);
    await changed();
  });
  const state = STATES[mail.state];
  return (
    <div className="small" aria-live="polite">
      <div>to {mail.to}</div>
      <span className={`chip ${state.chip}`} title={mail.messageId}>
        {state.label}
      </span>
      {mail.sentAt && <div>{showMoment(mail.sentAt)}</div>}
      {mail.reason && <div className="pre-line">{mail.reason}</div>}
      {!mail.sentAt && mail.attemptedAt && mail.state !== 'withdrawn' && (
        <div>
          Last tried {showMoment(mail.attemptedAt)}
          {mail.state === 'queued' && '; it is tried again by itself'}
        </div>
      )}
      {mail.uncertain && (
        <div>An attempt was interrupted: it may have arrived twice, under one Message-ID.</div>
      )}
      {mail.allowed.length > 0 && (
        <div className="actions no-print">
          <button
            type="button"
            className="usa-button usa-button--outline small"
            disabled={retry.busy}
            onClick={retry.run}
          >
            Try again now
          </button>
          <button
            type="button"
            className="usa-button usa-button--unstyled small"
            onClick={() => setAsking(true)}
          >
            Withdraw
          </button>
        </div>
      )}
      {retry.problem && <ProblemAlert problem={retry.problem} />}
      {asking && (
        <NameDialog
          title="Withdraw the mail"
          label="Why"
          id={`withdraw-${entry.id}`}
          submit="Withdraw"
          act={async (reason) => {
            await api.dispatches.withdraw(entry.id, reason);
            await changed();
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
