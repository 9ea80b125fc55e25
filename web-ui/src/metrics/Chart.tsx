import type { Metric } from '../api/types';
import { labelStep, largest, showFigure, showPeriod, ticks } from './chart';

const WIDTH = 960;
const HEIGHT = 320;
const LEFT = 52;
const BOTTOM = 44;
const TOP = 12;
const MOST_LABELS = 12;
/** More rows than this are in the table alone: bars would be lines. */
const MOST_BARS = 60;

/** The figures that are drawn, as bars side by side. The table below says the same in words. */
export function Chart({ metric }: { metric: Metric }) {
  const rows = metric.rows.slice(0, MOST_BARS);
  const series = metric.series;
  const lines = ticks(largest(series));
  const top = lines[lines.length - 1] ?? 1;
  const room = (WIDTH - LEFT) / Math.max(1, rows.length);
  const bar = Math.min(40, (room * 0.72) / Math.max(1, series.length));
  const height = (value: number) => (Math.max(0, value) / top) * (HEIGHT - BOTTOM - TOP);
  const step = labelStep(rows.length, MOST_LABELS);
  return (
    <figure className="chart">
      <figcaption className="legend">
        {series.map((each, s) => (
          <span key={each.key}>
            <i className={`chart-key series-${s}`} aria-hidden="true" /> {each.title}
          </span>
        ))}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${metric.title}: ${series.map((each) => each.title).join(', ')}. The table below has the same figures.`}
      >
        {lines.map((line) => {
          const y = HEIGHT - BOTTOM - height(line);
          return (
            <g key={line}>
              <line x1={LEFT} x2={WIDTH} y1={y} y2={y} className="line" />
              <text x={LEFT - 8} y={y + 4} textAnchor="end">
                {line.toLocaleString('en-US')}
              </text>
            </g>
          );
        })}
        {rows.map((row, r) => {
          const middle = LEFT + room * (r + 0.5);
          return (
            <g key={row.key}>
              {series.map((each, s) => {
                const value = each.values[r] ?? 0;
                const tall = height(value);
                return (
                  <rect
                    key={each.key}
                    className={`series-${s}`}
                    x={middle - (bar * series.length) / 2 + bar * s}
                    y={HEIGHT - BOTTOM - tall}
                    width={Math.max(1, bar - 2)}
                    height={tall}
                  >
                    <title>
                      {`${showPeriod(row.label)}, ${each.title}: ${showFigure(value, each.unit)}`}
                    </title>
                  </rect>
                );
              })}
              {r % step === 0 && (
                <text x={middle} y={HEIGHT - BOTTOM + 20} textAnchor="middle">
                  {shortened(showPeriod(row.label), rows.length)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      {metric.rows.length > rows.length && (
        <p className="muted small">The first {MOST_BARS} rows are drawn; the table has all.</p>
      )}
    </figure>
  );
}

function shortened(label: string, count: number): string {
  const room = Math.max(8, Math.floor(120 / Math.min(count, MOST_LABELS)));
  return label.length > room ? `${label.slice(0, room - 1)}…` : label;
}
