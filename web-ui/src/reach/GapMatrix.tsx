import { Link } from 'react-router';
import { useSearchParams } from 'react-router';
import type { GapCell, Gaps } from './api';
import { kindOf } from './measures';

/** Each issue, or component, in each place: how many stakeholders, and how often there was contact. */
export function GapMatrix(props: {
  gaps: Gaps;
  values: { issue: string; component: string };
  across: string;
}) {
  const { gaps, values } = props;
  const [params, setParams] = useSearchParams();
  const places = gaps.places.filter((each) => each.place !== '');
  const cells = new Map(gaps.cells.map((each) => [`${each.row} ${each.place}`, each]));
  const rows = gaps.rows.filter((each) => each.key !== '');
  const to = (row: string, place: string) => {
    const next = new URLSearchParams({ [gaps.across]: row, [gaps.by]: place });
    const other = gaps.across === 'issue' ? 'component' : 'issue';
    if (values[other]) next.set(other, values[other]);
    return `/stakeholders/find?${next.toString()}`;
  };
  const what = gaps.across === 'issue' ? 'Issues' : 'Components';
  return (
    <section className="card" aria-label={`${what} and places`}>
      <header>
        <h2>
          {what} in each {gaps.by === 'state' ? 'state' : 'FEMA region'}
        </h2>
        <label className="sort no-print">
          <span className="muted small">Rows</span>
          <select
            className="usa-select"
            value={props.across}
            onChange={(event) => {
              const next = new URLSearchParams(params);
              next.delete('across');
              if (event.target.value) next.set('across', event.target.value);
              setParams(next, { replace: true });
            }}
          >
            <option value="">Issues</option>
            <option value="component">Components</option>
          </select>
        </label>
      </header>
      <div className="body">
        <p className="legend">
          <span>
            <i className="cell-key nobody" aria-hidden="true" /> nobody: a gap
          </span>
          <span>
            <i className="cell-key silent" aria-hidden="true" /> stakeholders, but no contact
          </span>
          <span>
            <i className="cell-key spoken" aria-hidden="true" /> stakeholders · contacts
          </span>
        </p>
        {gaps.by === 'state' && <Printed rows={rows} places={places} cells={cells} />}
        <div
          className={gaps.by === 'state' ? 'table-wrap no-print' : 'table-wrap'}
          role="region"
          aria-label={`${what} by place`}
        >
          <table className="usa-table matrix">
            <thead>
              <tr>
                <th scope="col">{gaps.across === 'issue' ? 'Issue' : 'Component'}</th>
                {places.map((each) => (
                  <th key={each.place} scope="col" abbr={each.label}>
                    {gaps.by === 'state' ? each.place : `R${each.place}`}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.label}</th>
                  {places.map((place) => (
                    <Cell
                      key={place.place}
                      cell={cells.get(`${row.key} ${place.place}`)}
                      label={`${row.label}, ${place.label}`}
                      to={to(row.key, place.place)}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}

/** The same for paper, which has no room for a column of each state: where somebody is, and in how many there is nobody. */
function Printed(props: {
  rows: Gaps['rows'];
  places: Gaps['places'];
  cells: ReadonlyMap<string, GapCell>;
}) {
  return (
    <dl className="print-only printed-matrix">
      {props.rows.map((row) => {
        const there = props.places.flatMap((place) => {
          const cell = props.cells.get(`${row.key} ${place.place}`);
          return cell && kindOf(cell) !== 'nobody'
            ? [`${place.place} ${figuresOf(cell).stakeholders} · ${figuresOf(cell).contacts}`]
            : [];
        });
        return (
          <div key={row.key}>
            <dt>{row.label}</dt>
            <dd>
              {there.length > 0 && `${there.join(', ')}; `}nobody in{' '}
              {props.places.length - there.length} of {props.places.length}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function figuresOf(cell: GapCell) {
  return {
    stakeholders: (cell.people + cell.organizations).toLocaleString('en-US'),
    contacts: (cell.interactions + cell.events).toLocaleString('en-US'),
  };
}

function Cell(props: { cell?: GapCell; label: string; to: string }) {
  const { cell } = props;
  const kind = kindOf(cell);
  if (!cell || kind === 'nobody') {
    return (
      <td className="nobody">
        <span className="visually-hidden">nobody</span>
      </td>
    );
  }
  const { stakeholders, contacts } = figuresOf(cell);
  return (
    <td className={kind}>
      <Link
        to={props.to}
        aria-label={`${props.label}: ${stakeholders} stakeholders, ${contacts} contacts`}
      >
        {stakeholders} · {contacts}
      </Link>
    </td>
  );
}
