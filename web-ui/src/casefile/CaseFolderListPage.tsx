import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import * as api from '../api/calls';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { Empty, Loaded } from '../ui/Waiting';
import { NewCaseFolderDialog } from './NewCaseFolderDialog';

const PAUSE_MS = 250;

/** All case folders one may see, by name, narrowed while one types. */
export function CaseFolderListPage() {
  const { can } = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const name = params.get('name') ?? '';
  const sort = params.get('sort') ?? 'title';
  const [typed, setTyped] = useState(name);
  const [making, setMaking] = useState(false);

  useEffect(() => {
    const timer = window.setTimeout(() => {
      if (typed.trim() !== name) {
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
  }, [typed, name, setParams]);

  const query = useInfiniteQuery({
    queryKey: ['search', 'case-folders', name, sort],
    queryFn: ({ pageParam }) =>
      api.search({
        // The beginning of each word is enough.
        q: name
          .split(/\s+/)
          .map((word) => word.replace(/[^\p{L}\p{N}'-]/gu, ''))
          .filter(Boolean)
          .map((word) => `${word}*`)
          .join(' '),
        type: ['cor:caseFolder'],
        sort,
        cursor: pageParam,
        limit: 50,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    placeholderData: (before) => before,
  });
  const hits = query.data?.pages.flatMap((page) => page.hits) ?? [];

  return (
    <div className="page">
      <div className="page-head">
        <div>
          <PageTitle title="Case folders" />
          <p className="sub">
            One for each person or organization that writes; in it a file for each topic.
          </p>
        </div>
        {can('KEEP_CASES') && (
          <button type="button" className="usa-button" onClick={() => setMaking(true)}>
            <Icon name="plus" />
            New case folder
          </button>
        )}
      </div>
      <section className="card" aria-label="Case folders">
        <header className="no-print">
          <div className="filter">
            <Icon name="search" />
            <input
              className="usa-input"
              type="search"
              aria-label="Part of the name"
              placeholder="Part of the name"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <span className="muted small" role="status">
            {query.data?.pages[0] ? showCount(query.data.pages[0].total, 'folder') : ''}
          </span>
          <label className="sort">
            <span className="muted small">Sorted by</span>
            <select
              className="usa-select"
              value={sort}
              onChange={(event) =>
                setParams(
                  (before) => {
                    const next = new URLSearchParams(before);
                    next.set('sort', event.target.value);
                    return next;
                  },
                  { replace: true },
                )
              }
            >
              <option value="title">Name</option>
              <option value="-modified">Last changed</option>
            </select>
          </label>
        </header>
        <Loaded query={query} lines={8}>
          {() =>
            hits.length === 0 ? (
              name ? (
                <Empty icon="search" title="No folder by that name">
                  <p>Try a shorter piece of the name, or search everywhere.</p>
                  <Link to={`/search?${new URLSearchParams({ q: name }).toString()}`}>
                    Search everywhere for “{name}”
                  </Link>
                </Empty>
              ) : (
                <Empty icon="folder" title="No case folders yet">
                  <p>Filing the first letter makes the first folder.</p>
                </Empty>
              )
            ) : (
              <PagedTable
                query={query}
                head={
                  <>
                    <th scope="col">Name</th>
                    <th scope="col">Kind</th>
                    <th scope="col">State</th>
                    <th scope="col">Last activity</th>
                  </>
                }
              >
                {hits.map((hit) => {
                  const kind = hit.properties['cor:holderKind'];
                  const state = hit.properties['cor:holderState'];
                  return (
                    <tr key={hit.id}>
                      <th scope="row">
                        <Link to={`/case-folders/${hit.id}`} className="with-icon">
                          <Icon name={kind === 'organization' ? 'building' : 'person'} />
                          <span>{hit.title}</span>
                        </Link>
                      </th>
                      <td>{kind === 'organization' ? 'Organization' : 'Person'}</td>
                      <td>{typeof state === 'string' ? state : ''}</td>
                      <td className="nowrap">{showDay(hit.properties['cor:lastActivity'])}</td>
                    </tr>
                  );
                })}
              </PagedTable>
            )
          }
        </Loaded>
      </section>
      {making && (
        <NewCaseFolderDialog
          onClose={() => setMaking(false)}
          onMade={(folder) => void navigate(`/case-folders/${folder.id}`)}
        />
      )}
    </div>
  );
}
