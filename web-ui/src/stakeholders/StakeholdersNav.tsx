import { NavLink } from 'react-router';
import { useSession } from '../session/SessionContext';
import { stakeholderEntries } from './all';

/** The way from one page of the stakeholders to the others, as far as they are this person's. */
export function StakeholdersNav() {
  const { can } = useSession();
  const entries = stakeholderEntries.filter((entry) => can(entry.needs));
  return entries.length < 2 ? null : (
    <nav className="views no-print records-nav" aria-label="Stakeholders">
      {entries.map((entry) => (
        <NavLink key={entry.to} to={entry.to} end={entry.exact}>
          {entry.label}
        </NavLink>
      ))}
    </nav>
  );
}
