import { Link } from 'react-router';
import { pageOf } from '../ui/links';
import type { IssueName, NamedNode } from './contract';

/** People and organizations by their names, each leading to their page. */
export function Names(props: {
  people?: readonly NamedNode[];
  organizations?: readonly NamedNode[];
  /** How many are named; all of them where it is not said. */
  most?: number;
}) {
  const all = [
    ...(props.people ?? []).map((one) => ({ ...one, to: pageOf('stk:person', one.id) })),
    ...(props.organizations ?? []).map((one) => ({
      ...one,
      to: pageOf('stk:organization', one.id),
    })),
  ];
  const shown = all.slice(0, props.most ?? all.length);
  return (
    <>
      {shown.map((one, i) => (
        <span key={one.id}>
          {i > 0 && ', '}
          <Link to={one.to}>{one.name}</Link>
        </span>
      ))}
      {all.length > shown.length && ` and ${all.length - shown.length} more`}
    </>
  );
}

/** Issues, each leading to its page. */
export function IssueChips({ issues }: { issues: readonly IssueName[] }) {
  return (
    <span className="issue-chips">
      {issues.map((issue) => (
        <Link
          key={issue.code}
          to={`/stakeholders/issues/${encodeURIComponent(issue.code)}`}
          className={issue.active ? 'chip plain ready' : 'chip plain'}
        >
          {issue.title}
          {!issue.active && ' (inactive)'}
        </Link>
      ))}
    </span>
  );
}
