import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Icon } from '../ui/Icon';
import { pageOf } from '../ui/links';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { Skeleton } from '../ui/Waiting';
import { duplicates } from './calls';

/** In place of an entry that is not there: it was merged into another one, as far as the caller may know that. */
export function MergedAway({ id }: { id: string }) {
  const { data, isPending } = useQuery({
    queryKey: ['duplicates', 'left', id],
    queryFn: () => duplicates.left(id),
    retry: false,
  });
  if (isPending) {
    return <Skeleton lines={3} />;
  }
  return data ? (
    <div className="page">
      <div className="card empty">
        <Icon name="link" />
        <PageTitle title="This entry was merged" />
        <p>
          It is one with{' '}
          <Link to={pageOf(data.kind === 'person' ? 'stk:person' : 'stk:organization', data.id)}>
            {data.name}
          </Link>{' '}
          now. What was merged, and by whom, stands on that page.
        </p>
      </div>
    </div>
  ) : (
    <NotFound />
  );
}
