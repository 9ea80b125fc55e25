import type { KnownBy } from './types';

export interface Circle {
  component: string;
  count: number;
  /** Whether it had the latest contact. */
  first: boolean;
  x: number;
  y: number;
  r: number;
}

const SMALLEST = 20;
const LARGEST = 36;

/** Components around the middle of the picture, evenly, none over its edge; the area goes with the contacts. */
export function layOut(knownBy: readonly KnownBy[], width: number, height: number): Circle[] {
  const most = Math.max(1, ...knownBy.map((each) => each.count));
  const latest = knownBy
    .map((each) => each.last ?? '')
    .reduce((one, other) => (one > other ? one : other), '');
  return knownBy.map((each, i) => {
    const angle = (2 * Math.PI * i) / knownBy.length - Math.PI * 0.85;
    const r = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(each.count / most);
    return {
      component: each.component,
      count: each.count,
      first: latest !== '' && each.last === latest,
      x: width / 2 + (width / 2 - LARGEST - 2) * Math.cos(angle),
      y: height / 2 + (height / 2 - LARGEST - 2) * Math.sin(angle),
      r,
    };
  });
}
