import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import * as api from '../api/calls';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { PlaceHoldDialog } from './PlaceHoldDialog';
import { RecordsNav } from './RecordsNav';
import { useHolds } from './useRecords';
import { holdKind } from './words';

/** The holds (requirement R5): in force, or ended, too; the report of them is printed or taken along. */
export default function HoldsPage() {
  const { can } = useSession();
  return can('PLACE_HOLDS') ? <Holds /> : <NotFound />;
}

function Holds() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const ended = params.get('state') === 'ended';
  const query = useHolds(ended ? 'all' : 'in-force');
  const [placing, setPlacing] = useState(false);
  return (
    <div className="page">
      <RecordsNav />
      <div className="page-head">
        <div>
          <PageTitle title="Holds" />
          <p className="sub">
            What is on hold is not destroyed, transferred or deleted, whatever else is due.
          </p>
        </div>
        <div className="actions no-print">
          <button type="button" className="usa-button small" onClick={() => setPlacing(true)}>
            <Icon name="plus" />
            Place a hold
          </button>
          <a
            className="usa-button usa-button--outline small"
            href={api.holds.csvUrl(ended ? 'all' : 'in-force')}
            download
          >
            <Icon name="download" />
            Download as CSV
          </a>
          <button
            type="button"
            className="usa-button usa-button--outline small"
            onClick={() => window.print()}
          >
            Print
          </button>
        </div>
      </div>
      <nav className="views no-print sub-views" aria-label="Which holds">
        <Link to="?" aria-current={ended ? undefined : 'page'}>
          In force
        </Link>
        <Link to="?state=ended" aria-current={ended ? 'page' : undefined}>
          Ended
        </Link>
      </nav>
      <section className="card" aria-label={ended ? 'Holds that have ended' : 'Holds in force'}>
        <Loaded query={query} lines={6}>
          {({ items: all }) => {
            const items = ended ? all.filter((hold) => !hold.inForce) : all;
            return items.length === 0 ? (
              <Empty icon="check" title={ended ? 'No hold has ended yet' : 'Nothing is on hold'}>
                {!ended && (
                  <p>
                    Place one here on what matches a search, or on the page of a case folder, a file
                    or a document.
                  </p>
                )}
              </Empty>
            ) : (
              <div className="table-wrap">
                <table className="usa-table">
                  <thead>
                    <tr>
                      <th scope="col">Hold</th>
                      <th scope="col">Kind</th>
                      <th scope="col">Placed</th>
                      <th scope="col">On</th>
                      {ended && <th scope="col">Released</th>}
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((hold) => (
                      <tr key={hold.id}>
                        <th scope="row">
                          <Link to={`/records/holds/${hold.id}`}>{hold.reason}</Link>
                        </th>
                        <td className="nowrap">{holdKind(hold.kind)}</td>
                        <td>
                          {showDay(hold.placedAt)}
                          <span className="muted small below">{hold.placedBy.label}</span>
                        </td>
                        <td>
                          {showCount(hold.items, 'item')}
                          {hold.query !== undefined && (
                            <span className="muted small below">what matches “{hold.query}”</span>
                          )}
                        </td>
                        {ended && (
                          <td>
                            {showDay(hold.releasedAt)}
                            <span className="muted small below">
                              {[hold.releasedBy?.label, hold.releaseReason]
                                .filter(Boolean)
                                .join(': ')}
                            </span>
                          </td>
                        )}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            );
          }}
        </Loaded>
      </section>
      {placing && (
        <PlaceHoldDialog
          onClose={() => setPlacing(false)}
          onPlaced={(id) => void navigate(`/records/holds/${id}`)}
        />
      )}
    </div>
  );
}
