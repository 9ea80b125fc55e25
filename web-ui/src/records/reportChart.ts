import type { Metric } from '../api/types';
import type { RecordsReport } from './contract';

/** More bars than this nobody tells apart. */
const MOST_SERIES = 4;

/**
 * A report as the chart of the metrics draws one: rows by their first column, and what is counted of them. Sizes are left
 * to the table, as they would dwarf the counts. Nothing where a report counts nothing.
 */
export function drawn(title: string, report: RecordsReport): Metric | undefined {
  const [label] = report.columns;
  const counted = report.columns
    .slice(1)
    .filter(
      (column) =>
        !/bytes$/i.test(column.name) &&
        report.rows.length > 0 &&
        report.rows.every((row) => typeof row[column.name] === 'number'),
    )
    .slice(0, MOST_SERIES);
  if (!label || counted.length === 0) {
    return undefined;
  }
  // One bar for each name: rows that differ in a further column only are added up.
  const sums = new Map<string, number[]>();
  for (const row of report.rows) {
    const key = named(row[label.name]);
    const before = sums.get(key) ?? counted.map(() => 0);
    sums.set(
      key,
      before.map((sum, i) => sum + Number(row[counted[i]?.name ?? ''] ?? 0)),
    );
  }
  const names = [...sums.keys()];
  return {
    name: title,
    title,
    description: '',
    by: label.name,
    at: '',
    ofTaskings: false,
    columns: [],
    rows: names.map((key) => ({ key, label: key, figures: {}, searches: {} })),
    total: { key: '', label: '', figures: {}, searches: {} },
    series: counted.map((column, i) => ({
      key: column.name,
      title: column.title,
      unit: 'count',
      values: names.map((key) => sums.get(key)?.[i] ?? 0),
    })),
  };
}

function named(value: unknown): string {
  return value === null || value === undefined || value === '' ? 'none' : String(value as string);
}
