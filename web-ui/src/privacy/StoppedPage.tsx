import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { ReasonDialog } from '../ui/ReasonDialog';
import { showMoment } from '../ui/show';
import { useKeptFocus } from '../ui/useKeptFocus';
import { Empty, Loaded } from '../ui/Waiting';
import { erasures, whyLabel, type Decision, type StoppedEntry } from './erasures';

const STATES: readonly (readonly [StoppedEntry['state'], string])[] = [
  ['open', 'To be decided'],
  ['allowed', 'Allowed'],
  ['refused', 'Refused'],
];

/** Who wanted to enter somebody who was erased (requirement S11), for the privacy officer. */
export default function StoppedPage() {
  const { can } = useSession();
  return can('REVIEW_NOTES') ? <All /> : <NotFound />;
}

function All() {
  const [params, setParams] = useSearchParams();
  const state = STATES.find(([each]) => each === params.get('state'))?.[0] ?? 'open';
  const [doing, setDoing] = useState<[StoppedEntry, Decision]>();
  const client = useQueryClient();
  const kept = useKeptFocus<HTMLDivElement>();
  const query = useQuery({
    queryKey: ['stakeholders', 'stopped', state],
    queryFn: () => erasures.stopped(state),
  });
  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Stopped entries" />
          <p className="sub">
            Somebody who was erased was to be entered again. What was to be entered is not kept; ask
            whoever tried.
          </p>
        </div>
      </div>
      <div className="card filters no-print">
        <label>
          <span className="usa-label">State</span>
          <select
            className="usa-select"
            value={state}
            onChange={(event) => setParams({ state: event.target.value }, { replace: true })}
          >
            {STATES.map(([code, label]) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <section className="card" aria-label="Stopped entries">
        <Loaded query={query} lines={6}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon="check" title="Nothing here">
                <p>Nobody tried to enter somebody who was erased.</p>
              </Empty>
            ) : (
              <div className="table-wrap" {...kept}>
                <table className="usa-table stacks">
                  <thead>
                    <tr>
                      <th scope="col">Tried by</th>
                      <th scope="col">When</th>
                      <th scope="col">Recognised by</th>
                      <th scope="col">Erased as</th>
                      <th scope="col">{state === 'open' ? 'Decide' : 'Decided'}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((each) => (
                      <Row key={each.id} of={each} onDecide={(how) => setDoing([each, how])} />
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Loaded>
      </section>
      {doing && (
        <ReasonDialog
          title={doing[1] === 'allowed' ? 'Allow the entry' : 'Refuse the entry'}
          about={
            doing[1] === 'allowed'
              ? 'Whoever it is can be entered again; make sure that they want it.'
              : 'Whoever it is stays stopped. The one who tried is not told why.'
          }
          yes={doing[1] === 'allowed' ? 'Allow' : 'Refuse'}
          doing="Keeping it…"
          act={async (reason) => {
            await erasures.decide(doing[0].id, doing[1], reason);
            setDoing(undefined);
            await client.invalidateQueries({ queryKey: ['stakeholders', 'stopped'] });
          }}
          onClose={() => setDoing(undefined)}
        />
      )}
    </div>
  );
}

function Row({ of, onDecide }: { of: StoppedEntry; onDecide: (how: Decision) => void }) {
  return (
    <tr>
      <th scope="row">
        {of.by.label}
        {of.component && `, ${of.component.label}`}
      </th>
      <td className="nowrap">{showMoment(of.at)}</td>
      <td>{whyLabel(of.why)}</td>
      <td>
        {of.erasures.map((each) => (
          <div key={each.id}>
            <Link to={`/stakeholders/erasures/${each.id}`}>{each.entry.slice(0, 8)}</Link>
          </div>
        ))}
      </td>
      <td>
        {of.state === 'open' ? (
          <div className="actions">
            <button type="button" className="usa-button small" onClick={() => onDecide('allowed')}>
              Allow…
            </button>
            <button
              type="button"
              className="usa-button usa-button--outline small"
              onClick={() => onDecide('refused')}
            >
              Refuse…
            </button>
          </div>
        ) : (
          <>
            {of.decidedBy?.label}, {showMoment(of.decidedAt)}: {of.reason}
          </>
        )}
      </td>
    </tr>
  );
}
