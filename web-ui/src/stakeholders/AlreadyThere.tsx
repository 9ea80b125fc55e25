import { useEffect, useState } from 'react';
import { StakeholderLink } from './StakeholderLink';
import type { Kind } from './types';
import { nameOfHit, useFound } from './useFound';

const PAUSE_MS = 400;
const MOST = 5;

/** Who is there already by the name that is being typed. */
export function AlreadyThere({ kind, name }: { kind: Kind; name: string }) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(name.trim()), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [name]);
  const enough = asked.length > 2 && name.trim().length > 2;
  const query = useFound([kind], asked, MOST, enough);
  const hits = enough && !query.isPlaceholderData ? (query.data?.pages[0]?.hits ?? []) : [];
  return (
    <div role="status" className="already-there">
      {hits.length > 0 && (
        <>
          <p className="small muted">There already; open the entry if it is one of these:</p>
          <ul className="nolist">
            {hits.map((hit) => {
              const position = hit.properties['stk:position'] ?? hit.properties['stk:city'];
              return (
                <li key={hit.id}>
                  <StakeholderLink kind={kind} id={hit.id} name={nameOfHit(hit)} />
                  {typeof position === 'string' && <span className="muted small"> {position}</span>}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
