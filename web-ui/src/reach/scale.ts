/** The most shades a map has; more cannot be told apart. */
const MOST = 5;

/** One shade of a map: the figures from and to, both included. */
export interface Shade {
  from: number;
  to: number;
}

/**
 * Parts the figures into shades that hold about as many places each; what is none has no shade. Few different figures have a
 * shade each.
 */
export function shades(figures: readonly number[]): Shade[] {
  const some = figures.filter((each) => each > 0).sort((a, b) => a - b);
  const different = [...new Set(some)];
  if (different.length <= MOST) {
    return different.map((each) => ({ from: each, to: each }));
  }
  const tops: number[] = [];
  for (let i = 1; i <= MOST; i++) {
    const top = some[Math.min(some.length - 1, Math.ceil((some.length * i) / MOST) - 1)] ?? 0;
    if (top > (tops[tops.length - 1] ?? 0)) tops.push(top);
  }
  return tops.map((to, i) => ({ from: (tops[i - 1] ?? 0) + 1, to }));
}

/** Which shade a figure has: 0 for none, else from 1 (the lightest) to 5 (the darkest). */
export function shadeOf(figure: number, all: readonly Shade[]): number {
  if (figure <= 0) return 0;
  const at = all.findIndex((shade) => figure <= shade.to);
  const found = at < 0 ? all.length - 1 : at;
  // Few shades lie as far apart as many do.
  return all.length === 1 ? 3 : Math.round((found * (MOST - 1)) / (all.length - 1)) + 1;
}

export function showShade(shade: Shade): string {
  const [from, to] = [shade.from.toLocaleString('en-US'), shade.to.toLocaleString('en-US')];
  return shade.from === shade.to ? to : `${from} to ${to}`;
}
