import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Hit } from '../api/types';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { pageOf } from '../ui/links';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { Empty, Loaded } from '../ui/Waiting';
import { NewLinks } from './NewLinks';
import { StakeholdersNav } from './StakeholdersNav';
import { nameOfHit, useFound, type Kind } from './useFound';

const PAUSE_MS = 250;
const BOTH: readonly Kind[] = ['person', 'organization'];

/** Everybody and every organization there is, by name, narrowed while one types. */
export default function StakeholdersPage() {
  const { can } = useSession();
  const [params, setParams] = useSearchParams();
  const words = params.get('name') ?? '';
  const kind = params.get('kind') as Kind | null;
  const [typed, setTyped] = useState(words);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      if (typed.trim() !== words) {
        setParams(
          (before) => {
            const next = new URLSearchParams(before);
            next.set('name', typed.trim());
            return next;
          },
          { replace: true },
        );
      }
    }, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [typed, words, setParams]);
  const query = useFound(kind ? [kind] : BOTH, words);
  const hits = query.data?.pages.flatMap((page) => page.hits) ?? [];

  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="People and organizations" />
          <p className="sub">Whom the department talks to, and which component knows them.</p>
        </div>
        {can('KEEP_STAKEHOLDERS') && <NewLinks />}
      </div>
      <section className="card" aria-label="People and organizations">
        <header className="no-print">
          <div className="filter">
            <Icon name="search" />
            <input
              className="usa-input"
              type="search"
              data-search
              aria-label="Part of the name"
              placeholder="Part of the name"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <span className="muted small" role="status">
            {query.data?.pages[0] ? showCount(query.data.pages[0].total, 'entry', 'entries') : ''}
          </span>
          <label className="sort">
            <span className="muted small">Show</span>
            <select
              className="usa-select"
              value={kind ?? ''}
              onChange={(event) =>
                setParams(
                  (before) => {
                    const next = new URLSearchParams(before);
                    next.set('kind', event.target.value);
                    if (event.target.value === '') {
                      next.delete('kind');
                    }
                    return next;
                  },
                  { replace: true },
                )
              }
            >
              <option value="">Both</option>
              <option value="person">People</option>
              <option value="organization">Organizations</option>
            </select>
          </label>
        </header>
        <Loaded query={query} lines={8}>
          {() =>
            hits.length === 0 ? (
              <Empty icon="search" title={words ? 'Nobody by that name' : 'Nobody yet'}>
                <p>{words ? 'Try a shorter piece of the name.' : 'Enter the first person.'}</p>
              </Empty>
            ) : (
              <PagedTable
                query={query}
                className="usa-table stacks"
                head={
                  <>
                    <th scope="col">Name</th>
                    <th scope="col">Position and organization</th>
                    <th scope="col">Place</th>
                    <th scope="col">Latest contact</th>
                  </>
                }
              >
                {hits.map((hit) => (
                  <Row key={hit.id} hit={hit} />
                ))}
              </PagedTable>
            )
          }
        </Loaded>
      </section>
    </div>
  );
}

function Row({ hit }: { hit: Hit }) {
  const of = (name: string) => {
    const value = hit.properties[name];
    return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  };
  return (
    <tr>
      <th scope="row">
        <Link to={pageOf(hit.type, hit.id)} className="with-icon">
          <Icon name={hit.type === 'stk:organization' ? 'building' : 'person'} />
          <span>{nameOfHit(hit)}</span>
        </Link>
      </th>
      <td>{[of('stk:position'), of('stk:organizations')].filter(Boolean).join(', ')}</td>
      <td>{[of('stk:city'), of('stk:state')].filter(Boolean).join(', ')}</td>
      <td className="nowrap" data-label="Latest contact">
        {showDay(hit.properties['stk:lastContact'])}
      </td>
    </tr>
  );
}
