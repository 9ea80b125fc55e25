import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState, type FormEvent } from 'react';
import { Link, NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import * as api from '../api/calls';
import { hosting } from '../api/client';
import { Problem } from '../api/problem';
import { useDeskSections } from '../desk/useMyDesk';
import { IntegrityAlarm } from '../integrity/IntegrityAlarm';
import { useSession } from '../session/SessionContext';
import { Icon, type IconName } from './Icon';
import { Seal } from './Seal';
import { ShortcutHelp } from './ShortcutHelp';
import { useShortcuts } from './shortcuts';
import { Skeleton } from './Waiting';

interface Place {
  to: string;
  label: string;
  icon: IconName;
  needs?: string;
}

const PLACES: Place[] = [
  { to: '/', label: 'My desk', icon: 'home' },
  { to: '/intake', label: 'Intake', icon: 'inbox', needs: 'PROCESS_INTAKE' },
  { to: '/case-folders', label: 'Cases', icon: 'folder' },
  { to: '/stakeholders', label: 'Stakeholders', icon: 'person' },
  { to: '/library', label: 'Library', icon: 'library' },
  { to: '/records', label: 'Records', icon: 'scale', needs: 'REVIEW_RECORDS' },
];

export function Shell() {
  const [help, setHelp] = useState(false);
  const main = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const location = useLocation();
  const { can } = useSession();

  useEffect(() => {
    window.scrollTo(0, 0);
  }, [location.pathname]);

  useShortcuts(
    {
      h: () => void navigate('/'),
      i: can('PROCESS_INTAKE') ? () => void navigate('/intake') : undefined,
      c: () => void navigate('/case-folders'),
      s: () => void navigate('/stakeholders'),
      l: () => void navigate('/library'),
      r: can('REVIEW_RECORDS') ? () => void navigate('/records') : undefined,
      '/': () =>
        (document.querySelector<HTMLElement>('#main [data-search]') ?? search.current)?.focus(),
      '?': () => setHelp(true),
    },
    true,
    true,
  );

  return (
    <div className="shell">
      <div>
        <a
          className="usa-skipnav"
          href="#main"
          onClick={(event) => {
            event.preventDefault();
            main.current?.focus();
          }}
        >
          Skip to the content
        </a>
        <Masthead search={search} />
        <Connection />
        <IntegrityAlarm />
      </div>
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className="foot">
        <span>Chancery</span>
        <Link to="/about">About and health</Link>
        <button type="button" onClick={() => setHelp(true)}>
          Keyboard shortcuts
        </button>
        <span>Use is recorded.</span>
      </footer>
      {help && <ShortcutHelp onClose={() => setHelp(false)} />}
    </div>
  );
}

function Masthead({ search }: { search: React.RefObject<HTMLInputElement | null> }) {
  const { can } = useSession();
  const [open, setOpen] = useState(false);
  const location = useLocation();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const counts = useQuery({
    queryKey: ['intake', 'counts'],
    queryFn: () => api.intake.list([], undefined, 1),
    enabled: can('PROCESS_INTAKE'),
    refetchInterval: 20_000,
    select: (page) => page.counts,
  });
  const desk = useDeskSections();
  const mine = desk.data?.sections.find((section) => section.key === 'mine')?.count ?? 0;
  const waiting: Record<string, [number, string]> = {
    '/': [mine, 'taskings'],
    '/intake': [counts.data?.ready ?? 0, 'ready to file'],
  };

  const [seen, setSeen] = useState(location);
  if (seen !== location) {
    // On another page the menu is closed, and the field holds what that page is about.
    setSeen(location);
    setOpen(false);
    setWords(
      location.pathname === '/search' ? (new URLSearchParams(location.search).get('q') ?? '') : '',
    );
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    search.current?.blur();
    void navigate(`/search?${new URLSearchParams({ q: words.trim() }).toString()}`);
  };

  return (
    <header className="masthead">
      <Link to="/" className="brand">
        <Seal />
        Chancery
      </Link>
      <button
        type="button"
        className="nav-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="menu" />
        Menu
      </button>
      <nav aria-label="Main" className={open ? 'open' : undefined}>
        <ul className="nolist">
          {PLACES.filter((place) => !place.needs || can(place.needs)).map((place) => (
            <li key={place.to}>
              <NavLink to={place.to} end={place.to === '/'}>
                <Icon name={place.icon} />
                {place.label}
                <Count of={waiting[place.to]} />
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {/* The search page has a field of its own. */}
      <form role="search" onSubmit={submit} hidden={location.pathname === '/search'}>
        <div className="search-box">
          <Icon name="search" />
          <input
            ref={search}
            type="search"
            aria-label="Search everything"
            placeholder="Search letters, cases, people"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          {!words && <kbd aria-hidden="true">/</kbd>}
        </div>
      </form>
      {location.pathname === '/search' && <span className="spring" />}
      <UserMenu />
    </header>
  );
}

function Count({ of: [n, what] = [0, ''] }: { of?: [number, string] }) {
  return (
    n > 0 && (
      <span className="count">
        {n > 999 ? '999+' : n}
        <span className="visually-hidden"> {what}</span>
      </span>
    )
  );
}

function UserMenu() {
  const { session, can, signOut } = useSession();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const location = useLocation();

  const [seen, setSeen] = useState(location);
  if (seen !== location) {
    setSeen(location);
    setOpen(false);
  }
  useEffect(() => {
    if (!open) {
      return;
    }
    const away = (event: Event) => {
      if (event.target instanceof globalThis.Node && !box.current?.contains(event.target)) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, [open]);

  const initials = session.displayName
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();

  return (
    <div
      className="menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          setOpen(false);
          box.current?.querySelector('button')?.focus();
        }
      }}
      role="presentation"
    >
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="initials" aria-hidden="true">
          {initials}
        </span>
        <span className="who">{session.displayName}</span>
        <span className="visually-hidden"> (your menu)</span>
        <Icon name="down" />
      </button>
      {open && (
        <div className="menu-panel">
          <p>
            <strong>{session.displayName}</strong>
            <br />
            <span className="muted small">
              {[...session.roles.map(roleLabel), ...session.components].join(' · ') || session.user}
            </span>
          </p>
          <hr />
          {can('SEE_METRICS') && <Link to="/metrics">Metrics</Link>}
          {can('CHECK_INTEGRITY') && <Link to="/integrity">Integrity</Link>}
          {can('READ_LEDGER') && <Link to="/ledger">Ledger</Link>}
          {can('PLACE_HOLDS') && <Link to="/records/holds">Holds</Link>}
          <Link to="/records/file-plan">File plan</Link>
          <Link to="/templates">Routing templates</Link>
          {can('REVIEW_ACCESS') && <Link to="/permission-matrix">Permission matrix</Link>}
          {can('MANAGE_ACCOUNTS') && <Link to="/accounts">Accounts</Link>}
          <Link to="/about">About and health</Link>
          {!hosting.share && (
            <>
              <Link to="/password">Your password</Link>
              <hr />
              <button type="button" onClick={() => void signOut()}>
                Sign out
              </button>
            </>
          )}
        </div>
      )}
    </div>
  );
}

function roleLabel(role: string): string {
  const words = role.replaceAll('_', ' ').toLowerCase();
  return role === 'ISSO' ? role : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Says that the server is away, and that nothing typed is lost, until it answers again. */
function Connection() {
  const queries = useQueryClient();
  const [away, setAway] = useState<Problem>();

  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated') {
          return;
        }
        if (event.action.type === 'success') {
          setAway(undefined);
        } else if (
          event.action.type === 'error' &&
          event.action.error instanceof Problem &&
          event.action.error.temporary
        ) {
          setAway(event.action.error);
        }
      }),
    [queries],
  );

  if (!away) {
    return null;
  }
  return (
    <div className="banner bad" role="alert">
      <p>
        <strong>{away.title}.</strong> {away.detail}
      </p>
      <button
        type="button"
        className="usa-button usa-button--outline small"
        onClick={() => void queries.refetchQueries({ type: 'active' })}
      >
        Try again
      </button>
    </div>
  );
}
