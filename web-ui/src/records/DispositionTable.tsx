import { Link } from 'react-router';
import { showDay, showSize } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import type { Disposition } from './contract';
import { dispositionAction, dispositionState } from './words';

export function DispositionTable(props: {
  items: readonly Disposition[];
  query: Parameters<typeof PagedTable>[0]['query'];
}) {
  return (
    <PagedTable
      query={props.query}
      head={
        <>
          <th scope="col">Number</th>
          <th scope="col">What</th>
          <th scope="col">Series</th>
          <th scope="col" className="number">
            Folders
          </th>
          <th scope="col" className="number">
            Documents
          </th>
          <th scope="col">Proposed</th>
          <th scope="col">Approved by</th>
          <th scope="col">State</th>
        </>
      }
    >
      {props.items.map((each) => {
        const [state, colour] = dispositionState(each.state);
        const inTransfer = each.action === 'TRANSFER' && each.state === 'APPROVED';
        return (
          <tr key={each.id}>
            <th scope="row" className="nowrap">
              <Link to={`/records/dispositions/${each.id}`}>{each.number}</Link>
            </th>
            <td>{dispositionAction(each.action)}</td>
            <td>{each.series.code}</td>
            <td className="number">{each.counts.items.toLocaleString('en-US')}</td>
            <td className="number">
              {each.counts.files.toLocaleString('en-US')}
              <span className="muted small below nowrap">{showSize(each.counts.bytes)}</span>
            </td>
            <td className="nowrap">
              {showDay(each.proposedAt)}
              <span className="muted small below">{each.proposedBy?.label ?? 'the system'}</span>
            </td>
            <td>
              {each.approvals.length} of {each.needed}
            </td>
            <td>
              <span className={`chip ${colour}`}>{state}</span>
              {inTransfer && (
                <Link className="small below nowrap" to={`/records/transfers/${each.id}`}>
                  How its transfer stands
                </Link>
              )}
            </td>
          </tr>
        );
      })}
    </PagedTable>
  );
}
