import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { Alert, ProblemAlert } from '../ui/Alert';
import { AuthorityField, type ChosenAuthority } from '../ui/AuthorityField';
import { Crumbs } from '../ui/Crumbs';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCount } from '../ui/show';
import { TextArea } from '../ui/TextArea';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import { handOvers } from './calls';
import type { HandOverProgress } from './types';
import { useKey } from './useKey';
import { STAKEHOLDERS } from './useStakeholders';

/** How often work that goes on by itself is looked at. */
const WORKING_MS = 1_500;

/** Gives all that somebody who leaves owned to somebody else (requirement S10). */
export default function HandOverPage() {
  const { can } = useSession();
  const [params, setParams] = useSearchParams();
  const order = params.get('order');
  if (!can('KEEP_STAKEHOLDERS')) {
    return <NotFound />;
  }
  return (
    <div className="page narrow">
      <Crumbs trail={[{ name: 'Stakeholders', to: '/stakeholders' }]} />
      <div className="page-head">
        <div>
          <PageTitle title="Somebody leaves" />
          <p className="sub">
            Everybody and everything they own gets another owner: people, with their private
            contact, organizations and events.
          </p>
        </div>
      </div>
      {order ? (
        <Progress key={order} id={order} onAnother={() => setParams({})} />
      ) : (
        <OrderForm onOrdered={(id) => setParams({ order: id })} />
      )}
    </div>
  );
}

function OrderForm({ onOrdered }: { onOrdered: (id: string) => void }) {
  const [from, setFrom] = useState<ChosenAuthority[]>([]);
  const [to, setTo] = useState<ChosenAuthority[]>([]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const key = useKey();
  const same = from[0] && from[0].name === to[0]?.name;
  const save = useAction(async () => {
    setTried(true);
    if (!from[0] || !to[0] || same || !reason.trim()) {
      return;
    }
    const order = { from: from[0].name, to: to[0].name, reason: reason.trim() };
    const begun = await handOvers.order(order, key.of(order));
    key.used();
    onOrdered(begun.id);
  });
  return (
    <form
      className="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run();
      }}
    >
      <div className="body">
        {save.problem && <ProblemAlert problem={save.problem} />}
        <AuthorityField
          label="Who leaves"
          required
          only="USER"
          error={tried && !from[0] ? 'Choose who leaves.' : save.problem?.about('from')}
          chosen={from}
          onChange={setFrom}
        />
        <AuthorityField
          label="Who takes over"
          hint="Private contact is seen by this person’s component from then on."
          required
          only="USER"
          error={
            tried && !to[0]
              ? 'Choose who takes over.'
              : tried && same
                ? 'Choose somebody else.'
                : save.problem?.about('to')
          }
          chosen={to}
          onChange={setTo}
        />
        <TextArea
          label="Why"
          required
          hint="Kept in each entry’s timeline."
          value={reason}
          error={tried && !reason.trim() ? 'Say why.' : save.problem?.about('reason')}
          onChange={setReason}
        />
        <p className="muted small">
          It goes on in the background, and after a restart. What you may not hand over stays with
          its owner.
        </p>
        <button type="submit" className="usa-button" disabled={save.busy}>
          {save.busy ? 'Beginning…' : 'Hand over all of it'}
        </button>
      </div>
    </form>
  );
}

function Progress({ id, onAnother }: { id: string; onAnother: () => void }) {
  const query = useQuery({
    queryKey: [STAKEHOLDERS, 'hand-over', id],
    queryFn: () => handOvers.get(id),
    refetchInterval: (q) => (q.state.data?.state === 'running' ? WORKING_MS : false),
  });
  return (
    <Loaded query={query} page lines={3}>
      {(progress) => (
        <section className="card body" aria-label="How far it has come">
          <Standing progress={progress} />
          {progress.state !== 'running' && (
            <button type="button" className="usa-button usa-button--outline" onClick={onAnother}>
              Another hand-over
            </button>
          )}
        </section>
      )}
    </Loaded>
  );
}

function Standing({ progress }: { progress: HandOverProgress }) {
  const { from, to, state, done, of } = progress;
  const entries = showCount(done, 'entry', 'entries');
  if (state === 'failed') {
    return (
      <Alert kind="error" title="It has stopped">
        {entries} went from {from.label} to {to.label}; the rest stays where it is. Order it again.
      </Alert>
    );
  }
  if (state === 'done') {
    const left = of === undefined ? 0 : of - done;
    return (
      <Alert kind="success" title="Done">
        {entries} went from {from.label} to {to.label}.
        {left > 0 &&
          ` ${showCount(left, 'entry stays', 'entries stay')} with ${from.label}, since you may not hand them over.`}
      </Alert>
    );
  }
  return (
    <>
      <p role="status">
        From {from.label} to {to.label}: {entries}
        {of !== undefined && ` of ${of.toLocaleString('en-US')}`} so far.
      </p>
      <progress
        max={of ?? 1}
        value={of === undefined ? undefined : done}
        aria-label="Handed over"
      />
    </>
  );
}
