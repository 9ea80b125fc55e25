/** States and territories that are too small for a map, or far from it: shown as tiles below it. */
export const TILES = [
  'VT',
  'NH',
  'MA',
  'RI',
  'CT',
  'NJ',
  'DE',
  'MD',
  'DC',
  'PR',
  'VI',
  'GU',
  'AS',
  'MP',
] as const;

/** The FEMA region of each state and territory (44 CFR 2). */
const STATES_OF_REGIONS = [
  'CT ME MA NH RI VT',
  'NJ NY PR VI',
  'DE DC MD PA VA WV',
  'AL FL GA KY MS NC SC TN',
  'IL IN MI MN OH WI',
  'AR LA NM OK TX',
  'IA KS MO NE',
  'CO MT ND SD UT WY',
  'AZ CA HI NV AS GU MP FM MH PW',
  'AK ID OR WA',
];

const REGION_OF = new Map(
  STATES_OF_REGIONS.flatMap((states, i) =>
    states.split(' ').map((state) => [state, String(i + 1)] as const),
  ),
);

export function regionOf(state: string): string {
  return REGION_OF.get(state) ?? '';
}

/** Where a region's number stands on the map. */
export const REGION_MIDDLES: Readonly<Record<string, readonly [number, number]>> = {
  1: [905, 112],
  2: [836, 168],
  3: [792, 270],
  4: [705, 425],
  5: [628, 222],
  6: [455, 425],
  7: [508, 272],
  8: [312, 172],
  9: [128, 318],
  10: [140, 115],
};
