import { useState } from 'react';
import * as api from '../api/calls';
import type { Route } from '../api/types';
import { useDraft } from '../session/useDraft';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { showMoment } from '../ui/show';
import { TextArea } from '../ui/TextArea';
import { useAction } from '../ui/useAction';
import { Standing } from './Standing';
import { useRoutingChanged } from './useRouting';

const STATES: Record<Route['state'], string> = {
  running: 'Under way',
  ended: 'Ended',
  withdrawn: 'Withdrawn',
};

/** One route of a case file: by which template, since when, and where it stands. */
export function RouteCard({ route }: { route: Route }) {
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <section className="route" aria-label={route.name}>
      <div className="route-head">
        <h3>{route.name}</h3>
        <span className={route.state === 'running' ? 'chip open' : 'chip'}>
          {STATES[route.state]}
        </span>
        <span className="muted small">
          Started by {route.startedBy.label} · {showMoment(route.startedAt)}
        </span>
        {route.allowed.includes('withdraw') && (
          <button
            type="button"
            className="usa-button usa-button--outline small no-print"
            onClick={() => setWithdrawing(true)}
          >
            Withdraw the route
          </button>
        )}
      </div>
      {route.reason && <p className="said body">{route.reason}</p>}
      <Standing route={route} />
      {withdrawing && <WithdrawDialog route={route} onClose={() => setWithdrawing(false)} />}
    </section>
  );
}

function WithdrawDialog({ route, onClose }: { route: Route; onClose: () => void }) {
  const draft = useDraft(`route:${route.id}:withdraw`, '');
  const changed = useRoutingChanged();
  const [tried, setTried] = useState(false);
  const reason = draft.value.trim();
  const withdraw = useAction(async () => {
    setTried(true);
    if (!reason) {
      return;
    }
    await api.routes.withdraw(route.id, { reason });
    draft.drop('');
    changed();
    onClose();
  });
  return (
    <Dialog title={`Withdraw ${route.name}`} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          withdraw.run();
        }}
      >
        {withdraw.problem && <ProblemAlert problem={withdraw.problem} />}
        <p>Its open taskings end with it. What has been done stays with the file.</p>
        <TextArea
          label="Reason"
          required
          focused
          value={draft.value}
          error={tried && !reason ? 'A reason is needed.' : undefined}
          onChange={draft.set}
        />
        <div className="actions">
          <button
            type="submit"
            className="usa-button usa-button--secondary"
            disabled={withdraw.busy}
          >
            {withdraw.busy ? 'One moment…' : 'Withdraw'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
