import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useSession } from '../session/SessionContext';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showMoment } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { Empty, Loaded } from '../ui/Waiting';
import { erasures } from './erasures';

/** Every erasure one may know of, the latest first. */
export default function ErasuresPage() {
  const { can } = useSession();
  return can('KEEP_STAKEHOLDERS') ? <All /> : <NotFound />;
}

function All() {
  const query = useInfiniteQuery({
    queryKey: ['stakeholders', 'erasures'],
    queryFn: ({ pageParam }) => erasures.list(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  });
  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Erasures" />
          <p className="sub">People who asked not to be kept any longer, without saying who.</p>
        </div>
      </div>
      <section className="card" aria-label="Erasures">
        <Loaded query={query} lines={6}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            return items.length === 0 ? (
              <Empty icon="trash" title="Nobody was erased">
                <p>
                  Whoever owns an entry erases it from the person&rsquo;s page. What you ordered,
                  and what your component owned where you speak for it, is listed here.
                </p>
              </Empty>
            ) : (
              <PagedTable
                query={query}
                head={
                  <>
                    <th scope="col">Entry</th>
                    <th scope="col">State</th>
                    <th scope="col">Taken out</th>
                    <th scope="col">Ordered by</th>
                  </>
                }
              >
                {items.map((each) => (
                  <tr key={each.id}>
                    <th scope="row">
                      <Link to={`/stakeholders/erasures/${each.id}`}>{each.entry.slice(0, 8)}</Link>
                    </th>
                    <td>
                      <span className={`chip ${each.state === 'done' ? 'ready' : 'reading'}`}>
                        {each.state === 'done' ? 'Erased' : 'Being erased'}
                      </span>
                    </td>
                    <td className="nowrap">{showMoment(each.at)}</td>
                    <td>
                      {each.by.label}
                      {each.component && `, ${each.component.label}`}
                    </td>
                  </tr>
                ))}
              </PagedTable>
            );
          }}
        </Loaded>
      </section>
    </div>
  );
}
