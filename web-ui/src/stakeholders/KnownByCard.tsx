import { showCount, showDay } from '../ui/show';
import { Empty } from '../ui/Waiting';
import { Card } from './Card';
import { layOut } from './knownBy';
import type { KnownBy } from './types';

const SIZE = { width: 320, height: 210 };

/** Which components know a stakeholder: a picture of them, and the same in words with whom to ask. */
export function KnownByCard({ knownBy }: { knownBy: readonly KnownBy[] }) {
  return (
    <Card title="Who knows them" icon="link">
      {knownBy.length === 0 ? (
        <Empty icon="link" title="No component yet">
          <p>The first interaction says which component knows them.</p>
        </Empty>
      ) : (
        <div className="body">
          {knownBy.length > 1 && <Picture knownBy={knownBy} />}
          <ul className="nolist known-by">
            {knownBy.map((each) => (
              <li key={each.component}>
                <strong>{each.label}</strong>
                <span className="muted small">
                  {each.count > 0 ? showCount(each.count, 'contact') : 'no contact noted'}
                  {each.last && `, latest ${showDay(each.last)}`}
                </span>
                {each.people.length > 0 && (
                  <span className="small">
                    Ask {each.people.map((one) => one.label).join(', ')}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}

/** The stakeholder in the middle; a component is the larger the more there was, its line the fuller the fresher it is. */
function Picture({ knownBy }: { knownBy: readonly KnownBy[] }) {
  const { width, height } = SIZE;
  const circles = layOut(knownBy, width, height);
  return (
    <svg className="known-picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {circles.map((each) => (
        <line
          key={each.component}
          x1={width / 2}
          y1={height / 2}
          x2={each.x}
          y2={each.y}
          className={each.first ? 'latest' : undefined}
        />
      ))}
      <circle cx={width / 2} cy={height / 2} r="15" className="middle" />
      <path
        transform={`translate(${width / 2 - 9} ${height / 2 - 10}) scale(0.75)`}
        d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0"
        className="glyph"
      />
      {circles.map((each) => (
        <g key={each.component} className={each.first ? 'latest' : undefined}>
          <circle cx={each.x} cy={each.y} r={each.r} />
          <text x={each.x} y={each.y} dy="0.1em">
            {each.component}
          </text>
          <text x={each.x} y={each.y} dy="1.25em" className="count">
            {each.count}
          </text>
        </g>
      ))}
    </svg>
  );
}
