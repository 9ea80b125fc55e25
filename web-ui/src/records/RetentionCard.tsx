import { Link } from 'react-router';
import type { Node, Retention } from '../api/types';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { showDay } from '../ui/show';
import { Loaded } from '../ui/Waiting';
import { ClockEvents, ClockPicture } from './ClockPicture';
import { useRetention } from './useRecords';
import { clockState, holdKind } from './words';

/** Why an item is kept, until when and what then (requirement R10), as a card of its page. */
export function RetentionCard({ node }: { node: Pick<Node, 'id'> }) {
  return (
    <section className="card retention" aria-label="How long it is kept">
      <header>
        <h2>How long it is kept</h2>
      </header>
      <div className="body">
        <RetentionPanel id={node.id} />
      </div>
    </section>
  );
}

export function RetentionPanel({ id }: { id: string }) {
  const query = useRetention(id);
  return (
    <Loaded query={query} lines={5}>
      {(retention) => <Told id={id} retention={retention} />}
    </Loaded>
  );
}

function Told({ id, retention }: { id: string; retention: Retention }) {
  const { can } = useSession();
  const [state, colour] = clockState(retention.state);
  const { series, appliedAt, unit, holds } = retention;
  const elsewhere = unit !== undefined && unit.id !== id;
  return (
    <div className="retention-panel">
      <p className="chips">
        {retention.state !== 'none' && <span className={`chip ${colour}`}>{state}</span>}
        {retention.awaitsReview && <span className="chip warm">Awaits review</span>}
        {holds.map((hold) => (
          <span key={hold.id} className="chip quarantined">
            On hold: {holdKind(hold.kind)}
          </span>
        ))}
      </p>
      <ClockPicture retention={retention} />
      <dl className="facts small">
        <div>
          <dt>Why</dt>
          <dd>{retention.why}</dd>
        </div>
        <div>
          <dt>Until</dt>
          <dd>
            {holds.length > 0 ? (
              <>Until every hold on it is released; without them: {lowerFirst(retention.until)}</>
            ) : (
              retention.until
            )}
          </dd>
        </div>
        <div>
          <dt>Then</dt>
          <dd>{retention.then}</dd>
        </div>
        {retention.others && retention.others !== retention.why && (
          <div>
            <dt>Kept by others</dt>
            <dd className="with-icon">
              <Icon name="stop" />
              <span>{retention.others}</span>
            </dd>
          </div>
        )}
        {series && (
          <div>
            <dt>Series</dt>
            <dd>
              <Link to={`/records/file-plan#${series.code}`}>{series.title}</Link>{' '}
              <span className="muted small">{series.code}</span>
              {appliedAt && (
                <span className="muted small applied">
                  applied at{' '}
                  {appliedAt.id === id ? (
                    'this very folder'
                  ) : (
                    <Link to={`/nodes/${appliedAt.id}`}>{appliedAt.name}</Link>
                  )}{' '}
                  by {appliedAt.by.label} on {showDay(appliedAt.at)}
                  {appliedAt.reason && `: “${appliedAt.reason}”`}
                </span>
              )}
            </dd>
          </div>
        )}
        <div>
          <dt>Its clock</dt>
          <dd>
            {retention.standing}
            {elsewhere && (
              <span className="muted small applied">
                counted for the whole of <Link to={`/nodes/${unit.id}`}>{unit.name}</Link>
              </span>
            )}
          </dd>
        </div>
        {holds.length > 0 && (
          <div>
            <dt>Holds</dt>
            <dd>
              <ul className="nolist">
                {holds.map((hold) => (
                  <li key={hold.id} className="with-icon">
                    <Icon name="stop" />
                    <span>
                      {can('PLACE_HOLDS') ? (
                        <Link to={`/records/holds/${hold.id}`}>{holdKind(hold.kind)}</Link>
                      ) : (
                        holdKind(hold.kind)
                      )}
                      , placed by {hold.placedBy.label} on {showDay(hold.placedAt)}
                    </span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      {retention.clock.length > 0 && (
        <details>
          <summary>What moved its clock</summary>
          <ClockEvents retention={retention} />
        </details>
      )}
    </div>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
