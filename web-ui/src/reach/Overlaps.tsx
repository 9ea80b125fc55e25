import { Link } from 'react-router';
import { showDay } from '../ui/show';
import { Empty } from '../ui/Waiting';
import type { Gaps } from './api';
import { FoundHead, FoundRow } from './FoundRow';

/** Stakeholders whom two components or more court on the same issue. */
export function Overlaps({ gaps }: { gaps: Gaps }) {
  return (
    <section className="card" aria-label="Overlaps">
      <header>
        <h2>Courted by several components on the same issue</h2>
        {gaps.overlapTotal > gaps.overlaps.length && gaps.overlaps.length > 0 && (
          <span className="muted small">
            the {gaps.overlaps.length} with the latest contact;{' '}
            <Link to="/stakeholders/find?overlap=any&sort=-contact">all</Link>
          </span>
        )}
      </header>
      {gaps.overlaps.length === 0 ? (
        <Empty icon="check" title="No overlaps">
          <p>No two components were in contact with the same stakeholder on the same issue.</p>
        </Empty>
      ) : (
        <div className="table-wrap">
          <table className="usa-table stacks">
            <thead>
              <tr>
                <FoundHead />
                <th scope="col">On what, and who</th>
              </tr>
            </thead>
            <tbody>
              {gaps.overlaps.map((each) => (
                <FoundRow
                  key={each.stakeholder.id}
                  found={each.stakeholder}
                  after={
                    <td>
                      {each.issues.map((on) => (
                        <span key={on.issue} className="found-of">
                          <strong>{on.title}</strong>:{' '}
                          {on.components
                            .map((one) => `${one.component} ${showDay(one.last)}`)
                            .join(', ')}
                        </span>
                      ))}
                    </td>
                  }
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
