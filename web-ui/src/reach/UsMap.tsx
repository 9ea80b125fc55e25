import { useId } from 'react';
import { MIDDLES, OUTLINES, REGION_BORDERS } from './states';
import { REGION_MIDDLES, regionOf, TILES } from './places';
import { shadeOf, shades, showShade } from './scale';

const WIDTH = 975;
const HEIGHT = 684;
const TILE = { width: 60, height: 44, gap: 8, top: 634 };

/** A figure of a place. */
export interface Placed {
  place: string;
  label: string;
  figure: number;
}

/**
 * The states, or FEMA regions, shaded by a figure. What has none is hatched where that is a gap, so that it stands out without colour. The table
 * beside it says the same in words and leads to the same places by keyboard.
 */
export function UsMap(props: {
  title: string;
  by: 'state' | 'region';
  places: readonly Placed[];
  /** Whether none is what one looks for. */
  gaps: boolean;
  onChoose: (place: string) => void;
}) {
  const { by, places } = props;
  const hatch = useId();
  const all = shades(places.map((each) => each.figure));
  const byPlace = new Map(places.map((each) => [each.place, each]));
  const of = (state: string) => byPlace.get(by === 'state' ? state : regionOf(state));
  const shape = (state: string) => {
    const placed = of(state);
    const shade = shadeOf(placed?.figure ?? 0, all);
    return {
      className: shade === 0 ? (props.gaps ? 'place none' : 'place') : `place shade-${shade}`,
      style: shade === 0 && props.gaps ? { fill: `url(#${hatch})` } : undefined,
      onClick: () => placed && props.onChoose(placed.place),
      dark: shade > 3,
      title: placed && `${placed.label}: ${placed.figure.toLocaleString('en-US')}`,
      figure: placed?.figure ?? 0,
    };
  };
  return (
    <figure className="us-map">
      <svg
        viewBox={`-6 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${props.title}, by ${by === 'state' ? 'state' : 'FEMA region'}. The table has the same figures.`}
      >
        <defs>
          <pattern
            id={hatch}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="7" height="7" className="hatch-ground" />
            <rect width="2.4" height="7" className="hatch-line" />
          </pattern>
        </defs>
        {Object.entries(OUTLINES).map(([state, outline]) => {
          const { className, style, onClick, title } = shape(state);
          return (
            <path key={state} d={outline} className={className} style={style} onClick={onClick}>
              <title>{title}</title>
            </path>
          );
        })}
        {by === 'region' && <path d={REGION_BORDERS} className="region-border" />}
        {by === 'state'
          ? Object.entries(MIDDLES).map(([state, [x, y]]) => (
              <Letters key={state} x={x} y={y} name={state} {...shape(state)} />
            ))
          : Object.entries(REGION_MIDDLES).map(([region, [x, y]]) => {
              const placed = byPlace.get(region);
              const dark = shadeOf(placed?.figure ?? 0, all) > 3;
              return (
                <Letters
                  key={region}
                  x={x}
                  y={y}
                  name={`R${region}`}
                  dark={dark}
                  figure={placed?.figure ?? 0}
                />
              );
            })}
        {TILES.map((state, i) => {
          const { className, style, onClick, title, dark, figure } = shape(state);
          const x = 16 + i * (TILE.width + TILE.gap);
          return (
            <g key={state}>
              <rect
                x={x}
                y={TILE.top}
                width={TILE.width}
                height={TILE.height}
                rx="3"
                className={className}
                style={style}
                onClick={onClick}
              >
                <title>{title}</title>
              </rect>
              <Letters
                x={x + TILE.width / 2}
                y={TILE.top + 18}
                name={state}
                dark={dark}
                figure={by === 'state' ? figure : undefined}
                small={by === 'region' ? `R${regionOf(state)}` : undefined}
              />
            </g>
          );
        })}
      </svg>
      <figcaption className="legend">
        <strong>{props.title}</strong>
        <span>
          <svg className="key" viewBox="0 0 20 14" aria-hidden="true">
            <rect
              width="20"
              height="14"
              className={props.gaps ? 'place none' : 'place'}
              style={props.gaps ? { fill: `url(#${hatch})` } : undefined}
            />
          </svg>
          none
        </span>
        {all.map((shade) => (
          <span key={shade.to}>
            <svg className="key" viewBox="0 0 20 14" aria-hidden="true">
              <rect width="20" height="14" className={`place shade-${shadeOf(shade.to, all)}`} />
            </svg>
            {showShade(shade)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Letters(props: {
  x: number;
  y: number;
  name: string;
  dark: boolean;
  figure?: number;
  small?: string;
}) {
  return (
    <text x={props.x} y={props.y} className={props.dark ? 'letters light' : 'letters'}>
      {props.name}
      <tspan x={props.x} dy="14" className="figure">
        {props.small ?? props.figure?.toLocaleString('en-US')}
      </tspan>
    </text>
  );
}
