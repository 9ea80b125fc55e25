import { useState } from 'react';
import { Link, useParams } from 'react-router';
import * as api from '../api/calls';
import type { WholeHold } from '../api/types';
import { useSession } from '../session/SessionContext';
import { Alert } from '../ui/Alert';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { pageOf } from '../ui/links';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showMoment } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useHold } from './useRecords';
import { useTold } from './useTold';
import { holdKind } from './words';

/** One hold: why, who, since when, and what it is on; items or all of it are released here. */
export default function HoldPage() {
  const { can } = useSession();
  const { id = '' } = useParams();
  return can('PLACE_HOLDS') ? <ById key={id} id={id} /> : <NotFound />;
}

function ById({ id }: { id: string }) {
  const query = useHold(id);
  return (
    <Loaded query={query} page lines={8}>
      {(whole) => <Shown whole={whole} />}
    </Loaded>
  );
}

function Shown({ whole }: { whole: WholeHold }) {
  const { hold, items, hidden } = whole;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [releasing, setReleasing] = useState<'all' | 'chosen'>();
  const told = useTold();
  const bySearch = hold.query !== undefined;
  const selectable = hold.inForce && !bySearch;
  const selected = items.filter((item) => chosen.includes(item.id)).map((item) => item.id);
  const close = () => setReleasing(undefined);
  return (
    <div className="page">
      <Crumbs trail={[{ name: 'Holds', to: '/records/holds' }]} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Hold: {holdKind(hold.kind)}</p>
          <PageTitle title={hold.reason} />
          <p className="sub small">
            <span className={hold.inForce ? 'chip quarantined' : 'chip plain'}>
              {hold.inForce ? 'In force' : 'Ended'}
            </span>
            <span>
              placed by {hold.placedBy.label}, {showMoment(hold.placedAt)}
            </span>
          </p>
        </div>
        <div className="actions no-print">
          {selectable && selected.length > 0 && (
            <button
              type="button"
              className="usa-button usa-button--outline small"
              onClick={() => setReleasing('chosen')}
            >
              Release {showCount(selected.length, 'item')}
            </button>
          )}
          {hold.inForce && (
            <button type="button" className="usa-button small" onClick={() => setReleasing('all')}>
              <Icon name="check" />
              Release the whole hold
            </button>
          )}
          <button
            type="button"
            className="usa-button usa-button--outline small"
            onClick={() => window.print()}
          >
            Print
          </button>
        </div>
      </div>
      {!hold.inForce && (
        <Alert kind="info" announce={false}>
          Released by {hold.releasedBy?.label}, {showMoment(hold.releasedAt)}: {hold.releaseReason}
        </Alert>
      )}
      {bySearch && (
        <Alert kind="info" announce={false}>
          On what matches{' '}
          <Link to={`/search?${new URLSearchParams({ q: hold.query ?? '' }).toString()}`}>
            “{hold.query}”
          </Link>
          {hold.inForce && ', looked for anew each day. It is released as a whole.'}
        </Alert>
      )}
      <section className="card" aria-label="What it is on">
        <header>
          <h2>What it is on</h2>
          <span className="muted small">{showCount(items.length + hidden, 'item')}</span>
        </header>
        {items.length === 0 ? (
          <Empty icon="folderOpen" title={hidden > 0 ? 'Nothing that you can see' : 'On nothing'}>
            {hold.inForce && hidden === 0 && (
              <p>Add items to it by “Hold” on the page of a case folder, a file or a document.</p>
            )}
          </Empty>
        ) : (
          <ul className="rows nolist">
            {items.map((item) => (
              <li key={item.id} className="hold-item">
                {selectable && (
                  <input
                    type="checkbox"
                    aria-label={`Choose ${item.title}`}
                    checked={chosen.includes(item.id)}
                    onChange={(event) =>
                      setChosen(
                        event.target.checked
                          ? [...chosen, item.id]
                          : chosen.filter((each) => each !== item.id),
                      )
                    }
                  />
                )}
                <Link to={pageOf(item.type, item.id)}>{item.title}</Link>
              </li>
            ))}
          </ul>
        )}
        {hidden > 0 && items.length > 0 && (
          <p className="more-row muted">and {hidden} more that you cannot see</p>
        )}
      </section>
      {releasing && (
        <ReasonDialog
          title={
            releasing === 'all'
              ? 'Release the whole hold?'
              : `Release ${showCount(selected.length, 'item')}?`
          }
          about={
            releasing === 'all'
              ? 'The hold ends. What another hold is on stays held; what was due is proposed for disposition again at the next daily run. An ended hold is not begun again: you would place another one.'
              : 'The hold stays on the others. What another hold is on stays held.'
          }
          hint="Kept with the hold, and in the ledger."
          yes="Release"
          doing="Releasing…"
          act={async (reason) => {
            const nodes = releasing === 'all' ? undefined : selected;
            await api.holds.release(hold.id, reason, nodes);
            setChosen([]);
            told(
              nodes ? `${showCount(nodes.length, 'item')} released.` : 'The hold has ended.',
              nodes && {
                undo: () => api.holds.add(hold.id, { nodes }),
                undone: 'Under the hold again.',
              },
            );
            close();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
