import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem';
import { ProblemAlert } from './Alert';
import { Icon, type IconName } from './Icon';
import { NotFound } from './NotFound';

export function Skeleton({ lines = 6 }: { lines?: number }) {
  return (
    <div className="skeleton">
      <p className="visually-hidden">Loading…</p>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} />
      ))}
    </div>
  );
}

export function Empty(props: { icon: IconName; title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={props.icon} />
      <p className="empty-title">{props.title}</p>
      {props.children}
    </div>
  );
}

/** Shows a query's data, or that it is on its way, or why it did not come. */
export function Loaded<T>(props: {
  query: UseQueryResult<T>;
  lines?: number;
  /** Whether a missing thing takes the whole page. */
  page?: boolean;
  /** What is shown in place of a missing thing. */
  missing?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { query } = props;
  const problem = query.error
    ? query.error instanceof Problem
      ? query.error
      : Problem.offline()
    : undefined;
  // What was shown a moment ago may be destroyed, or no longer theirs to see.
  const gone = problem?.status === 404;
  if (query.data !== undefined && !gone) {
    return props.children(query.data);
  }
  if (problem) {
    if (gone && (props.missing ?? props.page)) {
      return props.missing ?? <NotFound />;
    }
    return <ProblemAlert problem={problem} onRetry={() => void query.refetch()} />;
  }
  return <Skeleton lines={props.lines} />;
}
