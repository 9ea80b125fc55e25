import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import * as api from '../api/calls';
import type { FacetCount, Hit } from '../api/types';
import { useSchema } from '../model/useSchema';
import { readablePath } from '../node/readablePath';
import { StateChip } from '../ui/Chip';
import { Icon, type IconName } from '../ui/Icon';
import { pageOf } from '../ui/links';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay } from '../ui/show';
import { ShowMore } from '../ui/ShowMore';
import { Empty, Loaded } from '../ui/Waiting';
import { everywhere, readSearch, SORTS, toggleFacet, writeSearch, type SearchState } from './query';
import { Snippet } from './Snippet';
import { SyntaxHelp } from './SyntaxHelp';

const FACETS: readonly [string, string][] = [
  ['type', 'Kind'],
  ['year', 'Year'],
  ['source', 'Source'],
  ['status', 'Status'],
  ['component', 'Component'],
  ['issue', 'Issue'],
  ['intakeState', 'At the desk'],
  ['channel', 'Came in by'],
];

/** Search; the address carries all of it, so that it can be kept, sent and gone back to. */
export function SearchPage() {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readSearch(params), [params]);
  const set = (next: SearchState) => setParams(writeSearch(next));

  const query = useInfiniteQuery({
    queryKey: ['search', state],
    queryFn: ({ pageParam }) =>
      api.search({
        q: state.q,
        type: state.types,
        facet: state.facets,
        within: state.within || undefined,
        from: state.from || undefined,
        to: state.to || undefined,
        sort: state.sort,
        cursor: pageParam,
        limit: 25,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    placeholderData: (before) => before,
  });
  const first = query.data?.pages[0];
  const hits = useMemo(() => query.data?.pages.flatMap((page) => page.hits) ?? [], [query.data]);

  return (
    <div className="page search-page">
      <PageTitle title={state.q ? `Search: ${state.q}` : 'Search'} hidden />
      <SearchForm state={state} onChange={set} />
      <div className="search-columns">
        <aside aria-label="Narrow the search" className="no-print">
          <Dates state={state} onChange={set} />
          {first &&
            FACETS.map(([field, label]) => (
              <Facet
                key={field}
                field={field}
                label={label}
                values={first.facets[field] ?? []}
                chosen={state.facets}
                onToggle={(value) => set(toggleFacet(state, field, value))}
              />
            ))}
        </aside>
        <section aria-label="What was found" className="card results">
          <header>
            <h2>
              <span role="status">
                {first ? (
                  <>
                    {showCount(first.total, 'result')}
                    {state.withinName && <> in {state.withinName}</>}
                  </>
                ) : (
                  'Searching…'
                )}
              </span>
            </h2>
            <label className="sort">
              <span className="muted small">Sorted by</span>
              <select
                className="usa-select"
                value={state.sort}
                onChange={(event) => set({ ...state, sort: event.target.value })}
              >
                {SORTS.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          </header>
          <Chosen state={state} facets={first?.facets ?? {}} onChange={set} />
          <Loaded query={query} lines={10}>
            {() =>
              hits.length === 0 ? (
                <NothingFound state={state} onChange={set} />
              ) : (
                <>
                  <ol className={query.isPlaceholderData ? 'hits nolist stale' : 'hits nolist'}>
                    {hits.map((hit) => (
                      <Result key={hit.id} hit={hit} q={state.q} />
                    ))}
                  </ol>
                  <ShowMore query={query}>
                    <span className="muted small">
                      {hits.length.toLocaleString('en-US')} of{' '}
                      {first?.total.toLocaleString('en-US')}
                    </span>
                  </ShowMore>
                </>
              )
            }
          </Loaded>
        </section>
      </div>
    </div>
  );
}

function SearchForm({
  state,
  onChange,
}: {
  state: SearchState;
  onChange: (s: SearchState) => void;
}) {
  const [words, setWords] = useState(state.q);
  const [help, setHelp] = useState(false);
  const [shown, setShown] = useState(state.q);
  if (shown !== state.q) {
    // Back and forward change the words in the field, too.
    setShown(state.q);
    setWords(state.q);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ ...state, q: words.trim() });
  };
  return (
    <form className="search-form no-print" role="search" aria-label="Search" onSubmit={submit}>
      <input
        type="search"
        data-search
        className="usa-input"
        aria-label="Words to search for"
        placeholder="Words, “a phrase”, a name, a file number"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <button type="submit" className="usa-button">
        <Icon name="search" />
        Search
      </button>
      <button
        type="button"
        className="usa-button usa-button--outline"
        onClick={() => setHelp(true)}
      >
        How to search
      </button>
      {help && <SyntaxHelp onClose={() => setHelp(false)} />}
    </form>
  );
}

function Dates({ state, onChange }: { state: SearchState; onChange: (s: SearchState) => void }) {
  return (
    <fieldset className="facet">
      <legend>Date</legend>
      <label>
        <span>From</span>
        <input
          type="date"
          className="usa-input"
          value={state.from}
          max={state.to || undefined}
          onChange={(event) => onChange({ ...state, from: event.target.value })}
        />
      </label>
      <label>
        <span>To</span>
        <input
          type="date"
          className="usa-input"
          value={state.to}
          min={state.from || undefined}
          onChange={(event) => onChange({ ...state, to: event.target.value })}
        />
      </label>
    </fieldset>
  );
}

function Facet(props: {
  field: string;
  label: string;
  values: FacetCount[];
  chosen: string[];
  onToggle: (value: string) => void;
}) {
  const { field, values, chosen } = props;
  // What is chosen stays to be taken back, though nothing is counted under it any more.
  const lost = chosen
    .filter((facet) => facet.startsWith(`${field}:`))
    .map((facet) => facet.slice(field.length + 1))
    .filter((value) => !values.some((v) => v.value === value))
    .map((value) => ({ value, label: value, count: 0 }));
  const all = [...values, ...lost];
  if (all.length === 0) {
    return null;
  }
  return (
    <fieldset className="facet">
      <legend>{props.label}</legend>
      {all.map((value) => (
        <label key={value.value} className="facet-value">
          <input
            type="checkbox"
            checked={chosen.includes(`${field}:${value.value}`)}
            onChange={() => props.onToggle(value.value)}
          />
          <span className="truncate" title={value.label}>
            {value.label}
          </span>
          <span className="n">{value.count.toLocaleString('en-US')}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What narrows the search now, each to be taken away. */
function Chosen(props: {
  state: SearchState;
  facets: Record<string, FacetCount[]>;
  onChange: (state: SearchState) => void;
}) {
  const { state, facets, onChange } = props;
  const schema = useSchema();
  const chips: { key: string; label: string; without: SearchState }[] = [
    ...state.types.map((type) => ({
      key: type,
      label: schema.data?.title(type) ?? type,
      without: { ...state, types: state.types.filter((t) => t !== type) },
    })),
    ...state.facets.map((facet) => {
      const [field = '', ...rest] = facet.split(':');
      const value = rest.join(':');
      return {
        key: facet,
        label: facets[field]?.find((v) => v.value === value)?.label ?? value,
        without: { ...state, facets: state.facets.filter((f) => f !== facet) },
      };
    }),
    ...(state.from
      ? [{ key: 'from', label: `From ${showDay(state.from)}`, without: { ...state, from: '' } }]
      : []),
    ...(state.to
      ? [{ key: 'to', label: `To ${showDay(state.to)}`, without: { ...state, to: '' } }]
      : []),
    ...(state.within
      ? [
          {
            key: 'within',
            label: `In ${state.withinName || 'one place'}`,
            without: { ...state, within: '', withinName: '' },
          },
        ]
      : []),
  ];
  if (chips.length === 0) {
    return null;
  }
  return (
    <ul className="narrowed nolist" aria-label="Narrowed to">
      {chips.map((chip) => (
        <li key={chip.key}>
          <button type="button" className="chip plain" onClick={() => onChange(chip.without)}>
            {chip.label}
            <Icon name="close" />
            <span className="visually-hidden">take away</span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="usa-button usa-button--unstyled small"
          onClick={() => onChange(everywhere(state))}
        >
          Clear all
        </button>
      </li>
    </ul>
  );
}

const ICONS: Record<string, IconName> = {
  'cor:document': 'letter',
  'cor:caseFile': 'file',
  'cor:caseFolder': 'folder',
  'cor:correspondent': 'person',
  'stk:person': 'person',
  'stk:organization': 'building',
};

function Result({ hit, q }: { hit: Hit; q: string }) {
  const schema = useSchema();
  const query = new URLSearchParams();
  if (hit.page > 0) query.set('page', String(hit.page));
  if (q) query.set('q', q);
  const unfiled =
    typeof hit.properties['cor:intakeState'] === 'string' &&
    hit.properties['cor:intakeState'] !== 'filed'
      ? hit.properties['cor:intakeState']
      : undefined;
  const to = `${pageOf(hit.type, hit.id)}${hit.type === 'cor:document' && query.size > 0 ? `?${query.toString()}` : ''}`;
  const date = hit.properties['cor:letterDate'] ?? hit.properties['cor:dateReceived'];
  const status = hit.properties['cor:status'];
  return (
    <li className="hit">
      <Icon name={ICONS[hit.type] ?? 'file'} />
      <div>
        <h3>
          <Link to={to}>{hit.title}</Link>
          {hit.attachment ? (
            <span className="chip plain">attachment {hit.attachment}</span>
          ) : (
            hit.page > 0 && <span className="chip plain">page {hit.page}</span>
          )}
          {unfiled && <StateChip state={unfiled} />}
          {status === 'open' && <span className="chip open">Open</span>}
        </h3>
        {hit.snippet && <Snippet text={hit.snippet} />}
        <p className="where small muted">
          <span>{schema.data?.title(hit.type) ?? hit.type}</span>
          {date !== undefined && <span>{showDay(date)}</span>}
          <span className="path">{readablePath(hit.path).join(' › ')}</span>
        </p>
      </div>
    </li>
  );
}

function NothingFound(props: { state: SearchState; onChange: (state: SearchState) => void }) {
  const { state, onChange } = props;
  const narrowed =
    state.facets.length > 0 || state.types.length > 0 || state.from || state.to || state.within;
  return (
    <Empty icon="search" title="Nothing was found">
      <p>
        Try fewer words, or the beginning of one with a star (<code>immigr*</code>). Scanned words
        may have been read with a slip: <code>benefits~</code> finds what is nearly that.
      </p>
      {narrowed && (
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => onChange(everywhere(state))}
        >
          Search everywhere instead
        </button>
      )}
    </Empty>
  );
}
