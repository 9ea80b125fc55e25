import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import * as api from '../api/calls';
import type { IntakeState } from '../api/types';
import { onTheWay } from '../intake/useDesk';
import { readablePath } from '../node/readablePath';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { pageOf } from '../ui/links';
import { PageTitle } from '../ui/PageTitle';
import { showDay } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { DropZone } from '../upload/DropZone';
import { useUploads } from '../upload/Uploads';

const ALL: readonly IntakeState[] = [];

function greeting(hour: number): string {
  if (hour < 12) return 'Good morning';
  return hour < 18 ? 'Good afternoon' : 'Good evening';
}

/** What waits, and the way to what one was at. */
export function HomePage() {
  const { session, can } = useSession();
  const uploads = useUploads();
  const name = session.displayName.split(/[\s,]+/)[0] ?? session.displayName;
  return (
    <div className="page home">
      <div className="page-head">
        <div>
          <p className="eyebrow">
            {new Intl.DateTimeFormat('en-US', { dateStyle: 'full' }).format(new Date())}
          </p>
          <PageTitle title={`${greeting(new Date().getHours())}, ${name}`} />
        </div>
      </div>
      {can('PROCESS_INTAKE') && <Waiting />}
      <div className="home-columns">
        <RecentFiles />
        <div className="stack">
          <QuickSearch />
          {can('RECEIVE') && (
            <section className="card" aria-label="Hand in letters">
              <header>
                <h2>Hand in letters</h2>
              </header>
              <div className="body">
                <DropZone
                  text="Drop scans, e-mails or documents here. Each is kept as it is, read, and put on the intake desk."
                  onFiles={(files) => uploads.add(files)}
                />
              </div>
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

function Waiting() {
  const query = useQuery({
    queryKey: ['intake', 'home'],
    queryFn: () => api.intake.list(ALL, undefined, 1),
    refetchInterval: (q) => (onTheWay(q.state.data?.counts) > 0 ? 3_000 : 15_000),
  });
  return (
    <Loaded query={query} lines={3}>
      {({ counts }) => {
        const way = onTheWay(counts);
        const aside = counts.quarantined ?? 0;
        const ready = counts.ready ?? 0;
        return (
          <section aria-label="What waits at the desk" className="tiles">
            <Link to="/intake" className="tile ready">
              <span className="figure">{ready.toLocaleString('en-US')}</span>
              <span className="what">{ready === 1 ? 'letter' : 'letters'} ready to file</span>
              <span className="go">
                Go to the desk <kbd>I</kbd>
              </span>
            </Link>
            <Link to="/intake?view=reading" className="tile way">
              <span className="figure">{way.toLocaleString('en-US')}</span>
              <span className="what">on the way: arriving or being read</span>
              <span className="go">
                {[
                  counts.arriving ? `${counts.arriving} arriving` : '',
                  counts.received ? `${counts.received} waiting` : '',
                  counts.reading ? `${counts.reading} being read` : '',
                ]
                  .filter(Boolean)
                  .join(' · ') || 'Nothing is being read just now'}
              </span>
            </Link>
            <Link to="/intake?view=aside" className={aside > 0 ? 'tile aside' : 'tile calm'}>
              <span className="figure">
                {aside > 0 && <Icon name="alert" />}
                {aside.toLocaleString('en-US')}
              </span>
              <span className="what">set aside: could not be read</span>
              <span className="go">{aside > 0 ? 'See why, and what to do' : 'All well'}</span>
            </Link>
            <Link to="/intake?view=filed" className="tile calm">
              <span className="figure">{(counts.filed ?? 0).toLocaleString('en-US')}</span>
              <span className="what">filed</span>
              <span className="go">Look at them</span>
            </Link>
          </section>
        );
      }}
    </Loaded>
  );
}

function RecentFiles() {
  const query = useQuery({
    queryKey: ['recent-files'],
    queryFn: () => api.search({ q: '', type: ['cor:caseFile'], sort: '-modified', limit: 9 }),
  });
  const { can } = useSession();
  return (
    <section className="card" aria-label="Case files changed last">
      <header>
        <h2>Case files changed last</h2>
        <Link to="/case-folders">All cases</Link>
      </header>
      <Loaded query={query}>
        {({ hits }) =>
          hits.length === 0 ? (
            <Empty icon="folder" title="No case files yet">
              <p>
                The first one is made when a letter is filed
                {can('KEEP_CASES') ? ', or by hand from the list of cases.' : '.'}
              </p>
            </Empty>
          ) : (
            <ul className="rows nolist">
              {hits.map((hit) => {
                const number = hit.properties['cor:fileNumber'];
                const due = hit.properties['cor:dueDate'];
                return (
                  <li key={hit.id}>
                    <Link to={pageOf(hit.type, hit.id)} className="row-link">
                      <Icon name="file" />
                      <span className="truncate">
                        <strong>{hit.title}</strong>
                        <span className="muted small truncate">
                          {[
                            typeof number === 'string' ? number : '',
                            readablePath(hit.path).at(-1) ?? '',
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </span>
                      </span>
                      {due !== undefined && <span className="chip warm">due {showDay(due)}</span>}
                    </Link>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function QuickSearch() {
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate(`/search?${new URLSearchParams({ q: words.trim() }).toString()}`);
  };
  const shortcuts: [string, string][] = [
    [
      'Letters of this year',
      `/search?type=cor:document&facet=year:${new Date().getFullYear()}&sort=-date`,
    ],
    ['Open case files', '/search?type=cor:caseFile&facet=status:open&sort=-modified'],
    ['Case folders by name', '/case-folders'],
  ];
  return (
    <section className="card" aria-label="Find">
      <header>
        <h2>Find</h2>
      </header>
      <div className="body">
        <form className="inline-form" role="search" aria-label="Quick search" onSubmit={submit}>
          <input
            className="usa-input"
            type="search"
            aria-label="Words to find"
            placeholder="A word from any page"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <button type="submit" className="usa-button">
            Search
          </button>
        </form>
        <ul className="links nolist">
          {shortcuts.map(([label, to]) => (
            <li key={to}>
              <Link to={to}>{label}</Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
