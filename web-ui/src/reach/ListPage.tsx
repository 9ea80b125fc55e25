import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { ProblemAlert } from '../ui/Alert';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { showCount } from '../ui/show';
import { useAction } from '../ui/useAction';
import { useKeptFocus } from '../ui/useKeptFocus';
import { Empty, Loaded } from '../ui/Waiting';
import { reach, type ContactList } from './api';
import { FoundHead, FoundRow } from './FoundRow';
import { KeepDialog } from './KeepDialog';
import './reach.css';

/** A list of stakeholders: who is on it, and whom to ask before one reaches out to each. */
export default function ListPage() {
  const { id = '' } = useParams();
  const query = useQuery({ queryKey: ['reach', 'lists', id], queryFn: () => reach.list(id) });
  return (
    <div className="page reach">
      <Crumbs trail={[{ name: 'Lists', to: '/stakeholders/lists' }]} />
      <Loaded query={query} lines={8} page>
        {(list) => <Shown list={list} />}
      </Loaded>
    </div>
  );
}

function Shown({ list }: { list: ContactList }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { can } = useSession();
  const kept = useKeptFocus<HTMLDivElement>();
  const [dialog, setDialog] = useState<'change' | 'delete'>();
  const again = () => client.invalidateQueries({ queryKey: ['reach', 'lists'] });
  const remove = useAction(async (id: string) => {
    await reach.enter(list.id, [], [id]);
    await again();
  });
  const entries = list.entries ?? [];
  const keeps = can('KEEP_STAKEHOLDERS');
  return (
    <>
      <div className="page-head">
        <div>
          <PageTitle title={list.name} />
          <p className="sub">
            {[
              list.description,
              showCount(entries.length, 'stakeholder'),
              `kept by ${list.owner.label}`,
              list.shared.length > 0
                ? `shared with ${list.shared.map((one) => one.label).join(', ')}`
                : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className="actions no-print">
          {list.mine && keeps && (
            <>
              <button
                type="button"
                className="usa-button usa-button--outline"
                onClick={() => setDialog('change')}
              >
                Name and sharing
              </button>
              <button
                type="button"
                className="usa-button usa-button--outline"
                onClick={() => setDialog('delete')}
              >
                Delete
              </button>
            </>
          )}
          <button type="button" className="usa-button" onClick={() => window.print()}>
            Print
          </button>
        </div>
      </div>
      {remove.problem && <ProblemAlert problem={remove.problem} />}
      <section className="card" aria-label="On the list">
        {entries.length === 0 ? (
          <Empty icon="person" title="Nobody is on it yet">
            <p>
              <Link to="/stakeholders/find">Find stakeholders</Link> and put them on this list.
            </p>
          </Empty>
        ) : (
          <div className="table-wrap" {...kept}>
            <table className="usa-table stacks">
              <thead>
                <tr>
                  <FoundHead />
                  {keeps && (
                    <th scope="col" className="no-print">
                      <span className="visually-hidden">Take off</span>
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {entries.map((each) => (
                  <FoundRow
                    key={each.id}
                    found={each}
                    after={
                      keeps && (
                        <td className="no-print">
                          <button
                            type="button"
                            className="icon-button"
                            aria-label={`Take ${each.name} off the list`}
                            disabled={remove.busy}
                            onClick={() => remove.run(each.id)}
                          >
                            <Icon name="close" />
                          </button>
                        </td>
                      )
                    }
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      {dialog === 'change' && (
        <KeepDialog
          title="Name and sharing"
          submit="Save"
          described
          before={{
            name: list.name,
            description: list.description,
            shared: list.shared.map((one) => one.code),
          }}
          act={async (name, description, shared) => {
            await reach.changeList(list, name, description, shared);
            await again();
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'delete' && (
        <ConfirmDialog
          title={`Delete ${list.name}?`}
          icon="trash"
          yes="Delete"
          doing="Deleting…"
          no="Keep it"
          act={async () => {
            await reach.deleteList(list.id);
            await again();
            await navigate('/stakeholders/lists');
          }}
          onClose={() => setDialog(undefined)}
        >
          The people and organizations on it stay as they are.
        </ConfirmDialog>
      )}
    </>
  );
}
