import { Link } from 'react-router';
import { showCount, showDay } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import type { QueueItem } from './contract';
import { activity, clockState, holdKind } from './words';

/** The folders of a queue; with `chosen`, some can be chosen to decide on them together. */
export function QueueTable(props: {
  items: readonly QueueItem[];
  query: Parameters<typeof PagedTable>[0]['query'];
  chosen?: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const { items, chosen } = props;
  const all = chosen !== undefined && items.every((item) => chosen.has(item.folder.id));
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    props.onChoose(next);
  };
  return (
    <PagedTable
      query={props.query}
      className="usa-table queue"
      head={
        <>
          {chosen && (
            <th scope="col" className="choose no-print">
              <input
                type="checkbox"
                aria-label="Choose all that are shown"
                checked={all}
                onChange={(event) =>
                  props.onChoose(
                    new Set(event.target.checked ? items.map((item) => item.folder.id) : []),
                  )
                }
              />
            </th>
          )}
          <th scope="col">Folder</th>
          <th scope="col">Series</th>
          <th scope="col">Due</th>
          <th scope="col">Why it is here</th>
          <th scope="col">Standing</th>
        </>
      }
    >
      {items.map((item) => {
        const [state, colour] = clockState(item.state);
        const name = item.folder.name ?? 'A folder that you cannot see';
        return (
          <tr key={item.folder.id}>
            {chosen && (
              <td className="choose no-print">
                <input
                  type="checkbox"
                  aria-label={`Choose ${name}`}
                  checked={chosen.has(item.folder.id)}
                  onChange={(event) => choose(item.folder.id, event.target.checked)}
                />
              </td>
            )}
            <th scope="row">
              {item.folder.name ? <Link to={`/nodes/${item.folder.id}`}>{name}</Link> : name}
              <span className="muted small below">{showCount(item.files, 'case file')}</span>
            </th>
            <td>
              {item.series ? (
                <>
                  <span className="nowrap">{item.series.code}</span>
                  <span className="muted small below">{item.series.permanence}</span>
                </>
              ) : (
                <span className="muted">none</span>
              )}
            </td>
            <td className="nowrap">{item.eligibleOn ? showDay(item.eligibleOn) : ''}</td>
            <td>
              {item.why}
              <span className="muted small below">
                Latest activity {showDay(item.activityAt)}:{' '}
                {activity(item.activityKind).toLowerCase()}
              </span>
            </td>
            <td>
              <span className={`chip ${colour}`}>{state}</span>
              {item.holds.map((hold) => (
                <span key={hold.id} className="below small">
                  <Link to={`/records/holds/${hold.id}`}>
                    {holdKind(hold.kind)}: {hold.reason}
                  </Link>
                </span>
              ))}
              {item.disposition && (
                <span className="below small">
                  <Link to={`/records/dispositions/${item.disposition.id}`}>
                    {item.disposition.number}
                  </Link>
                </span>
              )}
              {item.review && (
                <span className="muted small below">
                  {item.review.decision} by {item.review.by.label}
                </span>
              )}
            </td>
          </tr>
        );
      })}
    </PagedTable>
  );
}
