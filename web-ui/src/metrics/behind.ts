import type { Metric, MetricRow } from '../api/types';

/** Where what a figure counts is listed; nowhere when it counts nothing, or cannot be listed. */
export function behind(
  metric: Metric,
  row: MetricRow,
  column: string,
  asked: Record<string, string>,
): string | undefined {
  if (!metric.ofTaskings) {
    const search = row.searches[column];
    return search && `/search?${search}`;
  }
  const counts = metric.columns.some((each) => each.key === column && each.unit === 'count');
  const total = row === metric.total;
  if (!counts || !row.figures[column] || (!total && row.key === '')) {
    return undefined;
  }
  const query = new URLSearchParams({ by: metric.by, column });
  if (!total) {
    query.set('row', row.key);
  }
  for (const name of ['from', 'to', 'component', 'issue', 'source']) {
    if (asked[name]) {
      query.set(name, asked[name]);
    }
  }
  return `/metrics/${metric.name}/taskings?${query.toString()}`;
}
