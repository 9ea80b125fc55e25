/** A search, as the address of the page carries it. */
export interface SearchState {
  q: string;
  types: string[];
  facets: string[];
  from: string;
  to: string;
  sort: string;
  within: string;
  withinName: string;
}

export const DEFAULT_SORT = 'relevance';

export const SORTS: readonly [string, string][] = [
  ['relevance', 'Best match'],
  ['-date', 'Newest letter'],
  ['date', 'Oldest letter'],
  ['title', 'Title'],
  ['-modified', 'Last changed'],
];

export function readSearch(params: URLSearchParams): SearchState {
  return {
    q: params.get('q') ?? '',
    types: params.getAll('type'),
    facets: params.getAll('facet'),
    from: params.get('from') ?? '',
    to: params.get('to') ?? '',
    sort: params.get('sort') ?? DEFAULT_SORT,
    within: params.get('within') ?? '',
    withinName: params.get('in') ?? '',
  };
}

export function writeSearch(state: SearchState): string {
  const params = new URLSearchParams();
  if (state.q) params.set('q', state.q);
  state.types.forEach((type) => params.append('type', type));
  state.facets.forEach((facet) => params.append('facet', facet));
  if (state.from) params.set('from', state.from);
  if (state.to) params.set('to', state.to);
  if (state.sort !== DEFAULT_SORT) params.set('sort', state.sort);
  if (state.within) params.set('within', state.within);
  if (state.withinName) params.set('in', state.withinName);
  return params.toString();
}

/** With nothing left that narrows it. */
export function everywhere(state: SearchState): SearchState {
  return { ...state, types: [], facets: [], from: '', to: '', within: '', withinName: '' };
}

/** With the value chosen if it was not, without it if it was. */
export function toggleFacet(state: SearchState, field: string, value: string): SearchState {
  const facet = `${field}:${value}`;
  return {
    ...state,
    facets: state.facets.includes(facet)
      ? state.facets.filter((f) => f !== facet)
      : [...state.facets, facet],
  };
}
