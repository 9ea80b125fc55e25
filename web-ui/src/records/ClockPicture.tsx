import type { Retention } from '../api/types';
import { showDay } from '../ui/show';
import { timeline } from './timeline';
import { activity, effect } from './words';

const WIDTH = 320;
const LEFT = 8;
const ROOM = WIDTH - 2 * LEFT;
const BAR = 34;
const TALL = 10;
/** Labels nearer to an edge than this are set inwards. */
const EDGE = 0.2;

function anchor(at: number): 'start' | 'middle' | 'end' {
  return at < EDGE ? 'start' : at > 1 - EDGE ? 'end' : 'middle';
}

/** The clock of a folder as a line from what began it to the day that it is due. */
export function ClockPicture({ retention, now }: { retention: Retention; now?: Date }) {
  const drawn = timeline(retention, now ?? new Date());
  if (!drawn) {
    return null;
  }
  const x = (at: number) => LEFT + at * ROOM;
  const due = retention.eligibleOn ? showDay(retention.eligibleOn) : undefined;
  const today = drawn.today < 1 - EDGE || drawn.eligible === undefined || drawn.eligible < 0.75;
  return (
    <svg
      className="clock-picture"
      viewBox={`0 0 ${WIDTH} 76`}
      role="img"
      aria-label={`The time since ${showDay(drawn.from.toISOString())}${due ? `; due on ${due}` : '; nothing is due'}. What happened is in the list below.`}
    >
      <rect className="whole" x={LEFT} y={BAR} width={ROOM} height={TALL} rx={3} />
      {drawn.spans.map((span) => (
        <rect
          key={span.from}
          className={span.running ? 'running' : 'open'}
          x={x(span.from)}
          y={BAR}
          width={Math.max(1, x(span.to) - x(span.from))}
          height={TALL}
        />
      ))}
      {drawn.marks.map((mark) => (
        <circle key={mark.at} cx={x(mark.at)} cy={BAR + TALL / 2} r={mark.count > 1 ? 6 : 4} />
      ))}
      {drawn.eligible !== undefined && (
        <>
          <path
            className="due"
            d={`M${x(drawn.eligible)} ${BAR - 6}v${TALL + 12}m-5 -${TALL + 12}h10`}
          />
          <text className="due" x={x(drawn.eligible)} y={68} textAnchor={anchor(drawn.eligible)}>
            due {due}
          </text>
        </>
      )}
      <path className="today" d={`M${x(drawn.today)} ${BAR - 8}v${TALL + 16}`} />
      <text x={x(drawn.today)} y={BAR - 14} textAnchor={anchor(drawn.today)}>
        {today ? 'today' : ''}
      </text>
      {(drawn.eligible === undefined || drawn.eligible > 0.45) && (
        <text x={LEFT} y={68}>
          {drawn.from.getUTCFullYear()}
        </text>
      )}
    </svg>
  );
}

/** The same in words, the latest first. */
export function ClockEvents({ retention }: { retention: Retention }) {
  return (
    <ol className="history nolist">
      {retention.clock.map((event, i) => (
        <li key={i}>
          <strong>{activity(event.kind)}</strong>
          <span>{effect(event.effect, event.eligibleOn)}</span>
          <time className="muted small" dateTime={event.at}>
            {showDay(event.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}
