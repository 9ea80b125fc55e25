import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import * as api from '../api/calls';
import type { Tasking } from '../api/types';
import { DueChip, taskingTitle } from '../routing/DueChip';
import { isOpen } from '../routing/due';
import { taskingState } from '../routing/stale';
import { useSession } from '../session/SessionContext';
import { Crumbs } from '../ui/Crumbs';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { Empty, Loaded } from '../ui/Waiting';

/** The taskings behind a figure (requirement C13). */
export default function BehindPage() {
  const { can } = useSession();
  return can('SEE_METRICS') ? <Behind /> : <NotFound />;
}

function Behind() {
  const { name = '' } = useParams();
  const [params] = useSearchParams();
  const asked = Object.fromEntries(params);
  const query = useInfiniteQuery({
    queryKey: ['metrics', name, 'taskings', asked],
    queryFn: ({ pageParam }) => api.metrics.taskings(name, { ...asked, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  });
  const total = query.data?.pages[0]?.total;
  const taskings = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <Crumbs trail={[{ name: 'Metrics', to: `/metrics?metric=${name}` }]} />
      <PageTitle title="Taskings behind the figure" />
      <p className="sub">
        {total === undefined ? 'Counting…' : showCount(total, 'tasking')}
        {[asked.row, asked.component, asked.issue, asked.source]
          .filter(Boolean)
          .map((each) => ` · ${each}`)
          .join('')}
      </p>
      <Loaded query={query} lines={8}>
        {() =>
          taskings.length === 0 ? (
            <Empty icon="search" title="No taskings">
              <p>There are none any more, or none that you may see.</p>
            </Empty>
          ) : (
            <PagedTable
              query={query}
              head={
                <>
                  <th scope="col">Tasking</th>
                  <th scope="col">Case file</th>
                  <th scope="col">Who has it</th>
                  <th scope="col">Due</th>
                  <th scope="col">State</th>
                </>
              }
            >
              {taskings.map((each) => (
                <Row key={each.id} tasking={each} />
              ))}
            </PagedTable>
          )
        }
      </Loaded>
    </div>
  );
}

function Row({ tasking }: { tasking: Tasking }) {
  return (
    <tr>
      <th scope="row">{taskingTitle(tasking)}</th>
      <td>
        <Link to={`/case-files/${tasking.caseFile.id}`}>
          {[tasking.caseFile.number, tasking.caseFile.subject].filter(Boolean).join(' · ')}
        </Link>
      </td>
      <td>{tasking.claimedBy?.label ?? tasking.assignee.label}</td>
      <td className="nowrap">{showDay(tasking.due)}</td>
      <td>
        {isOpen(tasking) ? (
          <DueChip tasking={tasking} />
        ) : (
          (tasking.outcomeLabel ?? taskingState(tasking.state))
        )}
      </td>
    </tr>
  );
}
