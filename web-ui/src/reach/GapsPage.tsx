import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { DayField } from '../ui/DayField';
import { PageTitle } from '../ui/PageTitle';
import { showDay } from '../ui/show';
import { Loaded } from '../ui/Waiting';
import { reach, type GapPlace, type Gaps } from './api';
import { ComponentChoice, IssueChoice } from './Choosers';
import { GapMatrix } from './GapMatrix';
import { MEASURES, measureOf, type Measure } from './measures';
import { Overlaps } from './Overlaps';
import { UsMap } from './UsMap';
import './reach.css';

const FIELDS = ['by', 'across', 'issue', 'component', 'from', 'to', 'measure'] as const;
const ASKED = ['by', 'across', 'issue', 'component', 'from', 'to'] as const;
type Field = (typeof FIELDS)[number];
type Values = Record<Field, string>;

/** Where nobody, and where several reach out: a map, the same as a table, and each issue or component in each place (requirement S8). */
export default function GapsPage() {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(FIELDS.map((name) => [name, params.get(name) ?? ''])) as Values;
  const set = (name: Field, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  // What it is shaded by is chosen here: the answer has all of it.
  const asked = Object.fromEntries(ASKED.map((name) => [name, values[name]]));
  const query = useQuery({
    queryKey: ['reach', 'gaps', asked],
    queryFn: () => reach.gaps(asked),
    placeholderData: (before) => before,
  });
  return (
    <div className="page reach gaps">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Gaps and overlaps" />
          <p className="sub">
            Where the department talks to nobody, and where two components court the same people.
          </p>
        </div>
        <div className="actions no-print">
          <a className="usa-button usa-button--outline" href={reach.gapsSheet(asked)} download>
            Download as CSV
          </a>
          <button type="button" className="usa-button" onClick={() => window.print()}>
            Print
          </button>
        </div>
      </div>
      <Narrowing values={values} onChange={set} />
      <Loaded query={query} lines={12}>
        {(gaps) => <Shown gaps={gaps} values={values} stale={query.isPlaceholderData} />}
      </Loaded>
    </div>
  );
}

function Narrowing(props: { values: Values; onChange: (name: Field, value: string) => void }) {
  const { values, onChange } = props;
  const choice = (name: Field, label: string, options: readonly (readonly [string, string])[]) => (
    <label>
      <span className="usa-label">{label}</span>
      <select
        className="usa-select"
        value={values[name]}
        onChange={(event) => onChange(name, event.target.value)}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form
      className="card filters no-print"
      aria-label="Narrow the figures"
      onSubmit={(event) => event.preventDefault()}
    >
      {choice(
        'measure',
        'Shaded by',
        MEASURES.map((each, i) => [i === 0 ? '' : each.key, each.title] as const),
      )}
      {choice('by', 'Places', [
        ['', 'States'],
        ['region', 'FEMA regions'],
      ])}
      <IssueChoice value={values.issue} onChange={(value) => onChange('issue', value)} />
      <ComponentChoice
        value={values.component}
        onChange={(value) => onChange('component', value)}
      />
      <DayField
        label="Contact from"
        value={values.from}
        onChange={(value) => onChange('from', value)}
      />
      <DayField
        label="Contact to"
        min={values.from || undefined}
        value={values.to}
        onChange={(value) => onChange('to', value)}
      />
    </form>
  );
}

function Shown(props: { gaps: Gaps; values: Values; stale: boolean }) {
  const { gaps, values } = props;
  const navigate = useNavigate();
  const measure = measureOf(values.measure);
  const known = gaps.places.filter((each) => each.place !== '');
  const none = known.filter((each) => measure.of(each) === 0);
  const title = [measure.title, narrowed(gaps, values)].filter(Boolean).join(', ');
  const to = (place: string) => found(gaps.by, place, values, measure);
  return (
    <div className={props.stale ? 'stack stale' : 'stack'}>
      <section className="card" aria-label="Map">
        <header>
          <h2>{title}</h2>
          <span className="muted small" role="status">
            {measure.gaps
              ? `${none.length} of ${known.length} ${gaps.by === 'state' ? 'states and territories' : 'regions'} have none`
              : `${known.length - none.length} of ${known.length} ${gaps.by === 'state' ? 'states and territories' : 'regions'} have some`}
          </span>
        </header>
        <div className="body map-and-table">
          <UsMap
            title={measure.title}
            by={gaps.by}
            places={known.map((each) => ({
              place: each.place,
              label: each.label,
              figure: measure.of(each),
            }))}
            gaps={measure.gaps}
            onChoose={(place) => void navigate(to(place))}
          />
          <Places gaps={gaps} measure={measure} to={to} />
        </div>
      </section>
      <GapMatrix gaps={gaps} values={values} across={values.across} />
      <Overlaps gaps={gaps} />
    </div>
  );
}

/** What the figures were narrowed to, for the title and the printed page. */
function narrowed(gaps: Gaps, values: Values): string {
  return [
    values.issue && (gaps.rows.find((each) => each.key === values.issue)?.label ?? values.issue),
    values.component,
    gaps.from && `from ${showDay(gaps.from)}`,
    gaps.to && `to ${showDay(gaps.to)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** The stakeholders behind a figure. */
function found(by: string, place: string, values: Values, measure: Measure): string {
  const params = new URLSearchParams();
  params.set(by, place);
  if (measure.key === 'overlaps') params.set('overlap', values.issue || 'any');
  else if (values.issue) params.set('issue', values.issue);
  if (values.component) params.set('component', values.component);
  return `/stakeholders/find?${params.toString()}`;
}

/** The same as the map says, for those who read and for the keyboard; what has none comes first where that is a gap. */
function Places(props: { gaps: Gaps; measure: Measure; to: (place: string) => string }) {
  const { gaps, measure } = props;
  const sorted = [...gaps.places].sort(
    (one, other) =>
      (one.place === '' ? 1 : 0) - (other.place === '' ? 1 : 0) ||
      (measure.gaps ? measure.of(one) - measure.of(other) : measure.of(other) - measure.of(one)),
  );
  const row = (place: GapPlace) => (
    <tr key={place.place} className={measure.gaps && measure.of(place) === 0 ? 'gap' : undefined}>
      <th scope="row">
        {place.place ? <Link to={props.to(place.place)}>{place.label}</Link> : place.label}
        {place.region && <span className="muted small"> R{place.region}</span>}
      </th>
      {[place.people, place.organizations, place.interactions, place.events, place.overlaps].map(
        (figure, i) => (
          <td key={i} className="number">
            {figure === 0 ? <span className="muted">0</span> : figure.toLocaleString('en-US')}
          </td>
        ),
      )}
    </tr>
  );
  return (
    <div className="table-wrap places" role="region" aria-label="Figures of each place">
      <table className="usa-table figures">
        <caption className="visually-hidden">
          {measure.gaps ? 'Places with none come first' : 'Places with most come first'}
        </caption>
        <thead>
          <tr>
            <th scope="col">{gaps.by === 'state' ? 'State' : 'FEMA region'}</th>
            <th scope="col" className="number">
              People
            </th>
            <th scope="col" className="number">
              Org.s
            </th>
            <th scope="col" className="number">
              Inter&shy;actions
            </th>
            <th scope="col" className="number">
              Events
            </th>
            <th scope="col" className="number">
              Over&shy;laps
            </th>
          </tr>
        </thead>
        <tbody>{sorted.map(row)}</tbody>
      </table>
    </div>
  );
}
