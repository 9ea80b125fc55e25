import { showLikelihood } from '../ui/show';
import { Dialog } from '../ui/Dialog';
import type { ImportCandidate, ImportRow } from './contract';
import { facts } from './words';

/** A row of the file beside those it may be, field by field, with what speaks for each. */
export function SideBySide(props: {
  row: ImportRow;
  onChoose: (value: string) => void;
  onClose: () => void;
}) {
  const { row } = props;
  const known = row.candidates.filter((each) => each.person);
  const mine = row.person ? facts(row.person) : [];
  const theirs = known.map(entry);
  const fields = [
    ...new Set([...mine.map(([field]) => field), ...theirs.flatMap((each) => Object.keys(each))]),
  ];
  return (
    <Dialog title={`Is ${row.called ?? 'this'} somebody who is known?`} big onClose={props.onClose}>
      <div className="table-wrap">
        <table className="usa-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Field</span>
              </th>
              <th scope="col">Line {row.line} of the file</th>
              {known.map((each) => (
                <th key={each.with} scope="col">
                  {each.name}
                  <span className="muted small below">{showLikelihood(each.score)} alike</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td>{mine.find(([each]) => each === field)?.[1] ?? ''}</td>
                {theirs.map((each, i) => (
                  <td key={i}>{each[field] ?? ''}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">Why</th>
              <td />
              {known.map((each) => (
                <td key={each.with}>{each.why}</td>
              ))}
            </tr>
          </tbody>
          <tfoot>
            <tr>
              <td />
              <td>
                <button
                  type="button"
                  className="usa-button usa-button--outline small"
                  onClick={() => props.onChoose('new')}
                >
                  Somebody new
                </button>
              </td>
              {known.map((each) => (
                <td key={each.with}>
                  <button
                    type="button"
                    className="usa-button small"
                    onClick={() => props.onChoose(each.with)}
                  >
                    The same person
                  </button>
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="muted small">
        What the entry says stays; what it lacks is added from the file. Private numbers are shown
        as far as you may see them.
      </p>
    </Dialog>
  );
}

function entry(of: ImportCandidate): Record<string, string> {
  const person = (of.person ?? {}) as Record<string, unknown>;
  const contact = (of.privateContact ?? {}) as Record<string, unknown>;
  const text = (...values: unknown[]) =>
    values
      .flat()
      .filter((each): each is string => typeof each === 'string' && each !== '')
      .join(', ');
  const all: [string, string][] = [
    ['Name', of.name ?? ''],
    ['Organization', of.organization ?? ''],
    ['Position', text(person.position)],
    ['E-mail', text(contact.email)],
    [
      'Phone',
      text(
        person.officePhone,
        person.otherOfficePhones,
        contact.mobilePhone,
        contact.personalPhone,
      ),
    ],
    ['Address', text(person.workStreet, person.city, person.state, person.zip)],
    ['Web page', text(person.url)],
    ['Interests', text(person.interests)],
  ];
  return Object.fromEntries(all.filter(([, value]) => value !== ''));
}
