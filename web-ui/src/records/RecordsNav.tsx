import { NavLink } from 'react-router';
import { useSession } from '../session/SessionContext';

const PAGES = [
  { to: '/records', label: 'Desk', needs: 'REVIEW_RECORDS' },
  { to: '/records/dispositions', label: 'Dispositions', needs: 'REVIEW_RECORDS' },
  { to: '/records/holds', label: 'Holds', needs: 'PLACE_HOLDS' },
  { to: '/records/file-plan', label: 'File plan', needs: 'BROWSE' },
  { to: '/records/disposed', label: 'What was disposed of', needs: 'REVIEW_RECORDS' },
  { to: '/records/reports', label: 'Reports', needs: 'REVIEW_RECORDS' },
] as const;

/** The way from one page of the records to the others, as far as they are this person's. */
export function RecordsNav() {
  const { can } = useSession();
  const pages = PAGES.filter((page) => can(page.needs));
  return pages.length < 2 ? null : (
    <nav className="views no-print records-nav" aria-label="Records">
      {pages.map((page) => (
        <NavLink key={page.to} to={page.to} end={page.to === '/records'}>
          {page.label}
        </NavLink>
      ))}
    </nav>
  );
}
