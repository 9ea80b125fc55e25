import { showCount, showDay } from '../ui/show';
import type { Kind, Organization, Person } from './calls';

type Line = [string, string, string];

function common(entry: Person | Organization): string[] {
  return [
    showCount(entry.contacts, 'contact'),
    entry.lastContact ? `latest ${showDay(entry.lastContact)}` : 'never yet',
  ];
}

function persons(left: Person, right: Person): Line[] {
  const line = (label: string, of: (person: Person) => string): Line => [
    label,
    of(left),
    of(right),
  ];
  return [
    line('Private numbers', (person) =>
      person.privateContact
        ? 'Kept, seen by you'
        : person.privateContactWithheld
          ? 'Kept, not shown to you'
          : 'None',
    ),
    line('Belongs to', (person) =>
      person.affiliations.map((each) => each.organization.name).join(', '),
    ),
    line('Works with', (person) => person.relations.map((each) => each.person.name).join(', ')),
  ];
}

/** What belongs to the two: none of it is lost, whichever stays. */
export function Kept(props: {
  kind: Kind;
  left: Person | Organization;
  right: Person | Organization;
}) {
  const { left, right } = props;
  const both: Line[] = [
    ...(props.kind === 'person'
      ? persons(left as Person, right as Person)
      : ([
          [
            'People',
            showCount((left as Organization).people, 'person', 'people'),
            showCount((right as Organization).people, 'person', 'people'),
          ],
        ] as Line[])),
    [
      'Issues',
      left.issues.map((each) => each.title).join(', '),
      right.issues.map((each) => each.title).join(', '),
    ],
    ['Contact', common(left).join(', '), common(right).join(', ')],
    [
      'Known by',
      left.knownBy.map((each) => each.label).join(', '),
      right.knownBy.map((each) => each.label).join(', '),
    ],
    [
      'Documents',
      left.documents.map((each) => each.name).join(', '),
      right.documents.map((each) => each.name).join(', '),
    ],
  ];
  return (
    <section className="card" aria-labelledby="kept">
      <header>
        <h2 id="kept">All of this is kept</h2>
      </header>
      <div className="table-wrap kept-of-both">
        <table className="usa-table compare-table">
          <colgroup>
            <col className="field-name" />
            <col span={2} />
          </colgroup>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">What</th>
              <th scope="col">{left.name}</th>
              <th scope="col">{right.name}</th>
            </tr>
          </thead>
          <tbody>
            {both
              .filter(([, one, other]) => one || other)
              .map(([label, one, other]) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{one || <span className="muted">None</span>}</td>
                  <td>{other || <span className="muted">None</span>}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <p className="muted small body">
        Notes, interactions, events and follow-ups come along, too. Private numbers of two
        components stay with each of them.
      </p>
    </section>
  );
}
