import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import * as api from '../api/calls';
import { useSession } from '../session/SessionContext';

/** Says to those who must know, on every page, that the integrity report found something wrong. */
export function IntegrityAlarm() {
  const { can } = useSession();
  const query = useQuery({
    queryKey: ['integrity', 'alarm'],
    queryFn: () => api.integrity.reports(undefined, 1),
    enabled: can('CHECK_INTEGRITY'),
    refetchInterval: 300_000,
  });
  if (!query.data?.problem) {
    return null;
  }
  return (
    <div className="banner bad" role="alert">
      <p>
        <strong>{query.data.problem}</strong> <Link to="/integrity">Look at it now</Link>.
      </p>
    </div>
  );
}
