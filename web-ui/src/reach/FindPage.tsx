import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { ProblemAlert } from '../ui/Alert';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { useToasts } from '../ui/Toasts';
import { useAction } from '../ui/useAction';
import { useWide } from '../ui/useWide';
import { Empty, Loaded } from '../ui/Waiting';
import { reach, type FoundPage } from './api';
import { asked, CRITERIA, labelOf, replaced, toggled, type Criterion } from './asked';
import { FoundHead, FoundRow } from './FoundRow';
import { KeepDialog } from './KeepDialog';
import { KeepOn } from './KeepOn';
import { useLists } from './useChoices';
import './reach.css';

const MOST_AT_ONCE = 500;
const KINDS: Record<string, string> = { person: 'People', organization: 'Organizations' };
const FACETS: readonly Criterion[] = [
  'kind',
  'issue',
  'region',
  'state',
  'component',
  'organization',
  'interest',
  'county',
  'city',
];
const SORTS: readonly [string, string][] = [
  ['', 'Best match, else name'],
  ['name', 'Family name'],
  ['-contact', 'Latest contact first'],
  ['contact', 'Longest without contact'],
];

/** Finds stakeholders by any mix, and says whom to ask before one reaches out (requirement S7). */
export default function FindPage() {
  const [params, setParams] = useSearchParams();
  const { can } = useSession();
  const wanted = useMemo(() => asked(params), [params]);
  const query = useInfiniteQuery({
    queryKey: ['reach', 'find', wanted],
    queryFn: ({ pageParam }) => reach.find(wanted, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    placeholderData: (before) => before,
  });
  const first = query.data?.pages[0];
  const found = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [dialog, setDialog] = useState<'save' | 'list'>();
  const wide = useWide();
  const [narrowing, setNarrowing] = useState(false);
  const set = (next: URLSearchParams) => setParams(next);
  return (
    <div className="page search-page reach">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Before you reach out" />
          <p className="sub">
            Find people and organizations, and see which component knows them and whom to ask first.
          </p>
        </div>
        <div className="actions no-print">
          {can('KEEP_STAKEHOLDERS') && (
            <>
              <button
                type="button"
                className="usa-button usa-button--outline"
                onClick={() => setDialog('save')}
              >
                Save this search
              </button>
              <button
                type="button"
                className="usa-button usa-button--outline"
                disabled={!first || first.total === 0}
                onClick={() => setDialog('list')}
              >
                Put on a list
              </button>
            </>
          )}
        </div>
      </div>
      <Words key={params.get('q') ?? ''} params={params} onChange={set} />
      <div className="search-columns">
        <aside aria-label="Narrow the search" className="no-print">
          <Saved onChoose={(text) => set(new URLSearchParams(text))} />
          <details className="narrowing" open={wide || narrowing}>
            <summary
              onClick={(event) => {
                event.preventDefault();
                setNarrowing(!narrowing);
              }}
            >
              Narrow the search
            </summary>
            <Contact params={params} onChange={set} />
            <Zip key={`zip${params.get('zip') ?? ''}`} params={params} onChange={set} />
            {FACETS.map((name) => (
              <Facet
                key={name}
                name={name}
                values={first?.facets[name] ?? []}
                params={params}
                onChange={set}
              />
            ))}
          </details>
        </aside>
        <section aria-label="What was found" className="card results">
          <header>
            <h2>
              <span role="status">
                {first ? showCount(first.total, 'stakeholder') : 'Searching…'}
              </span>
            </h2>
            <label className="sort">
              <span className="muted small">Sorted by</span>
              <select
                className="usa-select"
                value={params.get('sort') ?? ''}
                onChange={(event) => {
                  const next = new URLSearchParams(params);
                  next.delete('sort');
                  if (event.target.value) next.set('sort', event.target.value);
                  set(next);
                }}
              >
                {SORTS.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          </header>
          <Narrowed params={params} facets={first?.facets ?? {}} onChange={set} />
          {first?.approximate && (
            <p className="muted small approximate">
              Nothing is written so; these are written nearly so.
            </p>
          )}
          <Loaded query={query} lines={10}>
            {() =>
              found.length === 0 ? (
                <Empty icon="search" title="Nobody found">
                  <p>
                    Take something away that narrows the search. If nobody is there, that is a{' '}
                    <Link to="/stakeholders/gaps">gap</Link>.
                  </p>
                </Empty>
              ) : (
                <PagedTable query={query} className="usa-table stacks" head={<FoundHead />}>
                  {found.map((each) => (
                    <FoundRow key={each.id} found={each} />
                  ))}
                </PagedTable>
              )
            }
          </Loaded>
        </section>
      </div>
      {dialog === 'save' && <SaveDialog params={params} onClose={() => setDialog(undefined)} />}
      {dialog === 'list' && first && (
        <ListDialog
          total={first.total}
          ids={() => reach.ids(wanted, MOST_AT_ONCE)}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  );
}

interface Part {
  params: URLSearchParams;
  onChange: (next: URLSearchParams) => void;
}

function Words({ params, onChange }: Part) {
  const [words, setWords] = useState(params.get('q') ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange(replaced(params, 'q', words));
  };
  return (
    <form
      className="search-form no-print"
      role="search"
      aria-label="Stakeholders"
      onSubmit={submit}
    >
      <input
        type="search"
        data-search
        className="usa-input"
        aria-label="Words, a phone number or an e-mail address"
        placeholder="Name, organization, words of notes, a phone number, an e-mail address"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <button type="submit" className="usa-button">
        <Icon name="search" />
        Find
      </button>
    </form>
  );
}

function Contact({ params, onChange }: Part) {
  const never = params.get('never') === 'true';
  const day = (name: 'lastContactFrom' | 'lastContactTo', label: string) => (
    <label>
      <span>{label}</span>
      <input
        type="date"
        className="usa-input"
        value={params.get(name) ?? ''}
        onChange={(event) => onChange(replaced(params, name, event.target.value))}
      />
    </label>
  );
  return (
    <fieldset className="facet">
      <legend>Latest contact</legend>
      {day('lastContactFrom', 'From')}
      {day('lastContactTo', 'To')}
      <label className="facet-value">
        <input
          type="checkbox"
          checked={never}
          onChange={() => onChange(replaced(params, 'never', never ? '' : 'true'))}
        />
        <span>Never in contact</span>
      </label>
    </fieldset>
  );
}

function Zip({ params, onChange }: Part) {
  const [zip, setZip] = useState(params.get('zip') ?? '');
  return (
    <form
      className="facet"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(replaced(params, 'zip', zip));
      }}
    >
      <label>
        <span>ZIP code</span>
        <input
          className="usa-input"
          inputMode="numeric"
          placeholder="or its beginning"
          maxLength={10}
          value={zip}
          onChange={(event) => setZip(event.target.value)}
          onBlur={() => {
            if (zip.trim() !== (params.get('zip') ?? '')) onChange(replaced(params, 'zip', zip));
          }}
        />
      </label>
    </form>
  );
}

function Facet(props: Part & { name: Criterion; values: FoundPage['facets'][string] }) {
  const chosen = props.params.getAll(props.name);
  const lost = chosen
    .filter((value) => !props.values.some((each) => each.value === value))
    .map((value) => ({ value, label: value, count: 0 }));
  const all = [...props.values, ...lost];
  if (all.length === 0) {
    return null;
  }
  return (
    <fieldset className="facet">
      <legend>{labelOf(props.name)}</legend>
      {all.map((each) => (
        <label key={each.value} className="facet-value">
          <input
            type="checkbox"
            checked={chosen.includes(each.value)}
            onChange={() => props.onChange(toggled(props.params, props.name, each.value))}
          />
          <span className="truncate" title={each.label}>
            {KINDS[each.label] ?? each.label}
          </span>
          <span className="n">{each.count.toLocaleString('en-US')}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What narrows the search now, each to be taken away. */
function Narrowed(props: Part & { facets: FoundPage['facets'] }) {
  const { params, facets, onChange } = props;
  const chips = CRITERIA.filter((name) => name !== 'q').flatMap((name) =>
    params
      .getAll(name)
      .filter(Boolean)
      .map((value) => ({
        key: `${name} ${value}`,
        label: chip(name, facets[name]?.find((each) => each.value === value)?.label ?? value),
        without: toggled(params, name, value),
      })),
  );
  return chips.length === 0 ? null : (
    <ul className="narrowed nolist" aria-label="Narrowed to">
      {chips.map((each) => (
        <li key={each.key}>
          <button type="button" className="chip plain" onClick={() => onChange(each.without)}>
            {each.label}
            <Icon name="close" />
            <span className="visually-hidden">take away</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function chip(name: Criterion, value: string): string {
  if (name === 'never') return labelOf(name);
  if (name === 'overlap')
    return value === 'any' ? 'Several components on one issue' : `${labelOf(name)} ${value}`;
  const shown = name.startsWith('lastContact') ? showDay(value) : (KINDS[value] ?? value);
  return `${labelOf(name)}: ${shown.replace(/^Region /, '')}`;
}

/** The searches one keeps, and those shared with one's components. */
function Saved(props: { onChoose: (query: string) => void }) {
  const client = useQueryClient();
  const toasts = useToasts();
  const query = useQuery({ queryKey: ['reach', 'searches'], queryFn: reach.searches });
  const remove = useAction(async (id: string) => {
    await reach.deleteSearch(id);
    await client.invalidateQueries({ queryKey: ['reach', 'searches'] });
    toasts.show({ text: 'The search is no longer kept.' });
  });
  const items = query.data?.items ?? [];
  return items.length === 0 ? null : (
    <section className="facet saved" aria-label="Saved searches">
      <h2 className="facet-title">Saved searches</h2>
      {remove.problem && <ProblemAlert problem={remove.problem} />}
      <ul className="nolist">
        {items.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              className="usa-button usa-button--unstyled"
              onClick={() => props.onChoose(each.query)}
            >
              {each.name}
            </button>
            {each.mine ? (
              <button
                type="button"
                className="icon-button"
                aria-label={`Keep ${each.name} no longer`}
                disabled={remove.busy}
                onClick={() => remove.run(each.id)}
              >
                <Icon name="close" />
              </button>
            ) : (
              <span className="muted small">{each.owner.label}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SaveDialog(props: { params: URLSearchParams; onClose: () => void }) {
  const client = useQueryClient();
  const toasts = useToasts();
  return (
    <KeepDialog
      title="Save this search"
      submit="Save"
      act={async (name, _, shared) => {
        await reach.saveSearch(name, props.params.toString(), shared);
        await client.invalidateQueries({ queryKey: ['reach', 'searches'] });
        toasts.show({ text: `“${name}” is kept. It finds whoever fits on the day it is run.` });
      }}
      onClose={props.onClose}
    />
  );
}

/** Puts what was found on a list, a new one or one that is there. */
function ListDialog(props: { total: number; ids: () => Promise<string[]>; onClose: () => void }) {
  const lists = useLists();
  const client = useQueryClient();
  const toasts = useToasts();
  const [fresh, setFresh] = useState(false);
  const put = async (id: string, name: string) => {
    const ids = await props.ids();
    await reach.enter(id, ids);
    await client.invalidateQueries({ queryKey: ['reach', 'lists'] });
    toasts.show({
      text: (
        <>
          {showCount(ids.length, 'stakeholder')} put on{' '}
          <Link to={`/stakeholders/lists/${id}`}>{name}</Link>.
        </>
      ),
    });
  };
  const action = useAction(async (id: string, name: string) => {
    await put(id, name);
    props.onClose();
  });
  const items = lists.data?.items ?? [];
  if (fresh || (lists.data && items.length === 0)) {
    return (
      <KeepDialog
        title="A new list"
        submit="Make the list"
        described
        act={async (name, description, shared) => {
          const list = await reach.makeList(name, description, shared);
          await put(list.id, name);
        }}
        onClose={props.onClose}
      />
    );
  }
  return (
    <KeepOn
      total={props.total}
      lists={items}
      busy={action.busy}
      problem={action.problem && <ProblemAlert problem={action.problem} />}
      onChoose={(id, name) => action.run(id, name)}
      onNew={() => setFresh(true)}
      onClose={props.onClose}
    />
  );
}
