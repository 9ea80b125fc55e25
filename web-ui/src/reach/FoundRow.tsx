import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../ui/Icon';
import { pageOf } from '../ui/links';
import { showDay } from '../ui/show';
import type { Found } from './api';

/** Where a stakeholder's page is. */
export function pageOfFound(found: { kind: string; id: string }): string {
  return pageOf(found.kind === 'person' ? 'stk:person' : 'stk:organization', found.id);
}

/** The cells above a stakeholder's. */
export function FoundHead() {
  return (
    <>
      <th scope="col">Name</th>
      <th scope="col">Place</th>
      <th scope="col">Ask before you reach out</th>
      <th scope="col">Latest contact</th>
    </>
  );
}

/** A stakeholder in a table: who it is, and which component has the relationship and whom to ask there (requirement S7). */
export function FoundRow(props: { found: Found; before?: ReactNode; after?: ReactNode }) {
  const { found } = props;
  const [first, ...others] = found.knownBy;
  return (
    <tr>
      {props.before}
      <th scope="row">
        <Link to={pageOfFound(found)} className="with-icon">
          <Icon name={found.kind === 'person' ? 'person' : 'building'} />
          <span>{found.name}</span>
        </Link>
        {found.doNotContact && <span className="chip quarantined">Do not contact</span>}
        <span className="muted small found-of">
          {[found.position, found.organization].filter(Boolean).join(', ')}
        </span>
      </th>
      <td>
        {[found.place.city, found.place.state].filter(Boolean).join(', ')}
        {found.place.region && (
          <span className="muted small found-of">Region {found.place.region}</span>
        )}
      </td>
      <td>
        {first ? (
          <>
            <strong>{first.coordinateWith?.label ?? first.label}</strong>
            {first.coordinateWith && <span className="muted small found-of">{first.label}</span>}
            {others.length > 0 && (
              <span className="muted small found-of">
                also{' '}
                {others
                  .map((each) =>
                    each.coordinateWith
                      ? `${each.coordinateWith.label} (${each.component})`
                      : each.label,
                  )
                  .join(', ')}
              </span>
            )}
          </>
        ) : (
          <span className="muted">Nobody knows them yet</span>
        )}
      </td>
      <td className="nowrap" data-label="Latest contact">
        {found.lastContact ? showDay(found.lastContact) : <span className="muted">never</span>}
      </td>
      {props.after}
    </tr>
  );
}
