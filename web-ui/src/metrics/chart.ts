import type { MetricSeries } from '../api/types';

/** Where the lines across a chart stand: round numbers from 0 to no less than the largest value. */
export function ticks(largest: number): number[] {
  if (largest <= 0) return [0, 1];
  const rough = largest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((f) => f * power).find((each) => each >= rough) ?? 10 * power;
  // Files and taskings come in whole numbers.
  const whole = Math.max(1, step);
  const all: number[] = [];
  for (let at = 0; ; at += whole) {
    all.push(at);
    if (at >= largest) return all;
  }
}

export function largest(series: readonly MetricSeries[]): number {
  return Math.max(0, ...series.flatMap((each) => each.values));
}

/** Every so many labels are shown below the bars, so that none covers another. */
export function labelStep(count: number, room: number): number {
  return Math.max(1, Math.ceil(count / Math.max(1, room)));
}

/** "2026-11" as people write a month. */
export function showPeriod(label: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(label) ?? [];
  if (!year || !month) return label;
  return new Intl.DateTimeFormat('en-US', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(Number(year), Number(month) - 1, 1)));
}

export function showFigure(value: number | undefined, unit: string): string {
  if (value === undefined) return '–';
  const text = value.toLocaleString('en-US', { maximumFractionDigits: 1 });
  return unit === 'percent' ? `${text} %` : text;
}
