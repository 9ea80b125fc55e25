import { Link } from 'react-router';
import type { Stay } from './erasures';

/** Letters that name somebody who is erased, and stay; of those in question one may say that another is meant. */
export function Stays({
  stays,
  others,
  onOther,
}: {
  stays: readonly Stay[];
  others?: ReadonlySet<string>;
  onOther?: (letter: string, other: boolean) => void;
}) {
  return stays.length === 0 ? (
    <p className="muted">None that you may see.</p>
  ) : (
    <ul>
      {stays.map((stay) => (
        <li key={`${stay.caseFile?.id ?? ''}/${stay.document?.id ?? ''}`}>
          {stay.caseFile ? (
            <Link to={`/case-files/${stay.caseFile.id}`}>{stay.caseFile.name}</Link>
          ) : stay.why === 'outside' ? (
            'Outside of case files'
          ) : (
            'Received, not filed yet'
          )}
          {stay.document && (
            <>
              {': '}
              <Link to={`/documents/${stay.document.id}`}>{stay.document.name}</Link>
            </>
          )}
          {stay.why === 'in-question' && (
            <span className="muted small below">
              Says no more than the family name with a form of address or an initial.
            </span>
          )}
          {stay.why === 'in-question' && onOther && (
            <label className="small below">
              <input
                type="checkbox"
                checked={others?.has(letterOf(stay)) ?? false}
                onChange={(event) => onOther(letterOf(stay), event.target.checked)}
              />{' '}
              Somebody else is meant
            </label>
          )}
        </li>
      ))}
    </ul>
  );
}

function letterOf(stay: Stay): string {
  return stay.document?.id ?? stay.caseFile?.id ?? '';
}
