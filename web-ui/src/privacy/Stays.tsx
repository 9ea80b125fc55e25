import { Link } from 'react-router';
import type { Stay } from './erasures';

/** Letters that name somebody who is erased, and stay. */
export function Stays({ stays }: { stays: readonly Stay[] }) {
  return stays.length === 0 ? (
    <p className="muted">None that you may see.</p>
  ) : (
    <ul>
      {stays.map((stay) => (
        <li key={`${stay.caseFile?.id ?? ''}/${stay.document?.id ?? ''}`}>
          {stay.caseFile ? (
            <Link to={`/case-files/${stay.caseFile.id}`}>{stay.caseFile.name}</Link>
          ) : (
            'Received, not filed yet'
          )}
          {stay.document && (
            <>
              {': '}
              <Link to={`/documents/${stay.document.id}`}>{stay.document.name}</Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
