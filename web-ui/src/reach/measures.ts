/** What there is in a place. */
export interface Figures {
  people: number;
  organizations: number;
  interactions: number;
  events: number;
  overlaps: number;
}

/** What a map can be shaded by. */
export interface Measure {
  key: string;
  title: string;
  of: (figures: Figures) => number;
  /** Whether it is a gap when there is none. */
  gaps: boolean;
}

const STAKEHOLDERS: Measure = {
  key: 'stakeholders',
  title: 'Stakeholders',
  of: (each) => each.people + each.organizations,
  gaps: true,
};

export const MEASURES: readonly Measure[] = [
  STAKEHOLDERS,
  { key: 'people', title: 'People', of: (each) => each.people, gaps: true },
  { key: 'organizations', title: 'Organizations', of: (each) => each.organizations, gaps: true },
  { key: 'interactions', title: 'Interactions', of: (each) => each.interactions, gaps: true },
  { key: 'events', title: 'Events', of: (each) => each.events, gaps: true },
  {
    key: 'overlaps',
    title: 'Stakeholders courted by several components',
    of: (each) => each.overlaps,
    gaps: false,
  },
];

/** The measure of that name; the first for any other. */
export function measureOf(key: string): Measure {
  return MEASURES.find((each) => each.key === key) ?? STAKEHOLDERS;
}

/** What a cell is: nobody there, known but not spoken to, or spoken to. */
export function kindOf(cell: Figures | undefined): 'nobody' | 'silent' | 'spoken' {
  if (!cell || cell.people + cell.organizations === 0) {
    return cell && cell.interactions + cell.events > 0 ? 'spoken' : 'nobody';
  }
  return cell.interactions + cell.events === 0 ? 'silent' : 'spoken';
}
