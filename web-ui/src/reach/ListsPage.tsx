import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../session/SessionContext';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { PageTitle } from '../ui/PageTitle';
import { Empty, Loaded } from '../ui/Waiting';
import { reach } from './api';
import { KeepDialog } from './KeepDialog';
import { useLists } from './useChoices';
import './reach.css';

/** The lists of stakeholders one keeps, and those that are shared with one's components. */
export default function ListsPage() {
  const query = useLists();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { can } = useSession();
  const [fresh, setFresh] = useState(false);
  return (
    <div className="page reach">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Lists" />
          <p className="sub">
            People and organizations kept together, for a round of calls or an invitation.
          </p>
        </div>
        {can('KEEP_STAKEHOLDERS') && (
          <div className="actions no-print">
            <button type="button" className="usa-button" onClick={() => setFresh(true)}>
              New list
            </button>
          </div>
        )}
      </div>
      <section className="card" aria-label="Lists">
        <Loaded query={query} lines={5}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon="folder" title="No lists yet">
                <p>
                  <Link to="/stakeholders/find">Find stakeholders</Link> and put them on a list, or
                  begin with an empty one.
                </p>
              </Empty>
            ) : (
              <div className="table-wrap">
                <table className="usa-table">
                  <thead>
                    <tr>
                      <th scope="col">Name</th>
                      <th scope="col">What it is for</th>
                      <th scope="col">Kept by</th>
                      <th scope="col">Shared with</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((each) => (
                      <tr key={each.id}>
                        <th scope="row">
                          <Link to={`/stakeholders/lists/${each.id}`}>{each.name}</Link>
                        </th>
                        <td>{each.description}</td>
                        <td>{each.owner.label}</td>
                        <td>
                          {each.shared.length === 0 ? (
                            <span className="muted">nobody</span>
                          ) : (
                            each.shared.map((one) => one.label).join(', ')
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Loaded>
      </section>
      {fresh && (
        <KeepDialog
          title="New list"
          submit="Make the list"
          described
          act={async (name, description, shared) => {
            const list = await reach.makeList(name, description, shared);
            await client.invalidateQueries({ queryKey: ['reach', 'lists'] });
            await navigate(`/stakeholders/lists/${list.id}`);
          }}
          onClose={() => setFresh(false)}
        />
      )}
    </div>
  );
}
