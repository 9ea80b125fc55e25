import { Link, useLocation } from 'react-router';
import { useSession } from '../session/SessionContext';
import { stakeholderEntries } from './all';
import { SECTIONS, type Entry } from './capability';

/** The way from one page of the stakeholders to the others, as far as they are this person's: the sections, and below them the pages of this one. */
export function StakeholdersNav() {
  const { can } = useSession();
  const { pathname } = useLocation();
  const entries = stakeholderEntries.filter((entry) => can(entry.needs));
  const sections = SECTIONS.map((name) => ({
    name,
    pages: entries.filter((entry) => entry.section === name),
  })).filter(({ pages }) => pages.length > 0);
  const here = sections.find(({ pages }) => pages.some((page) => isAt(page, pathname)));
  return (
    <div className="stakeholders-nav no-print">
      <nav className="views" aria-label="Stakeholders">
        {sections.map(({ name, pages }) => (
          <Link
            key={name}
            to={pages[0]?.to ?? ''}
            aria-current={here?.name === name ? 'true' : undefined}
          >
            {name}
          </Link>
        ))}
      </nav>
      {here && (
        <nav className="section-pages" aria-label={here.name}>
          {here.pages.map((page) => (
            <Link
              key={page.to}
              to={page.to}
              aria-current={isAt(page, pathname) ? 'page' : undefined}
            >
              {page.label}
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
}

function isAt(page: Entry, pathname: string): boolean {
  const at = pathname.replace(/\/$/, '');
  return at === page.to || (!page.exact && at.startsWith(`${page.to}/`));
}
