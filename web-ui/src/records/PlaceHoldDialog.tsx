import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import * as api from '../api/calls';
import { newKey } from '../api/key';
import { showCount } from '../ui/show';
import { TextField } from '../ui/TextField';
import { Loaded } from '../ui/Waiting';
import { KindField } from './HoldDialog';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useTold } from './useTold';
import type { HoldKind } from './words';

const PAUSE_MS = 400;
const SHOWN = 8;

/** Places a hold, on what matches a search where one is given; what that is now is shown before. */
export function PlaceHoldDialog(props: { onClose: () => void; onPlaced: (id: string) => void }) {
  const told = useTold();
  const key = useRef(newKey());
  const placed = useRef<string>(undefined);
  const [kind, setKind] = useState<HoldKind | ''>('');
  const [query, setQuery] = useState('');

  const place = async (reason: string) => {
    // Where the search was refused, the hold is there already, and only the search is tried again.
    placed.current ??= (
      await api.holds.place({ kind: kind || 'litigation', reason }, key.current)
    ).id;
    const id = placed.current;
    if (query.trim()) {
      await api.holds.add(id, { query: query.trim() });
    }
    told(
      query.trim()
        ? 'The hold is placed on all that matches, and on what comes to match.'
        : 'The hold is placed. It is on nothing yet: add items to it from their pages.',
      {
        undo: () => api.holds.release(id, `Taken back: ${reason}`),
        undone: 'Taken back: the hold has ended.',
      },
    );
    props.onPlaced(id);
    props.onClose();
  };

  return (
    <ReasonDialog
      title="Place a hold"
      about="Single folders, files and documents are put on hold on their own pages, or in the queues of the records desk. Here a hold is placed on a search, or to begin with on nothing."
      hint="Such as the matter’s or the request’s number."
      yes="Place the hold"
      doing="Placing…"
      ready={kind !== ''}
      act={place}
      onClose={props.onClose}
    >
      <KindField value={kind} onChange={setKind} focused />
      <TextField
        label="On all that matches"
        hint="Words as in the search; leave it empty to add items one by one. What comes to match later is held, too."
        value={query}
        onChange={setQuery}
      />
      <Preview query={query} />
    </ReasonDialog>
  );
}

function Preview({ query }: { query: string }) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(query.trim()), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [query]);
  const found = useQuery({
    queryKey: ['search', 'hold-preview', asked],
    queryFn: () => api.search({ q: asked, limit: SHOWN }),
    enabled: asked !== '',
  });
  if (asked === '') {
    return null;
  }
  return (
    <div className="hold-preview" role="status">
      <Loaded query={found} lines={2}>
        {({ total, hits }) => (
          <>
            <p className="small">
              {total === 0
                ? 'Nothing that you can see matches now.'
                : `${showCount(total, 'item')} that you can see ${total === 1 ? 'matches' : 'match'} now.`}{' '}
              What you cannot see is held, too. A part of a case file puts the whole file on hold.
            </p>
            <ul className="small">
              {hits.map((hit) => (
                <li key={hit.id}>{hit.title}</li>
              ))}
            </ul>
            {total > hits.length && (
              <p className="muted small">
                and {(total - hits.length).toLocaleString('en-US')} more
              </p>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}
