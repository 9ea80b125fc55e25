import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import * as api from '../api/calls';
import type { Hit } from '../api/types';
import { readablePath } from '../node/readablePath';
import type { Option } from './filing';

const PAUSE_MS = 250;

interface Props {
  label: string;
  types?: string[];
  onFound: (option: Option) => void;
}

/** Finds a case folder or file that was not suggested. */
export function CaseFinder({ label, types = ['cor:caseFile', 'cor:caseFolder'], onFound }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);

  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(text.trim()), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);

  const query = useQuery({
    queryKey: ['find-case', asked, types],
    queryFn: () =>
      // The last word may still be being typed.
      api.search({
        q: `${asked}*`,
        type: types,
        limit: 8,
      }),
    enabled: asked.length > 1,
  });
  const hits = asked.length > 1 ? (query.data?.hits ?? []) : [];
  const open = text.trim().length > 1 && asked.length > 1;

  const take = (hit: Hit | undefined) => {
    if (!hit) {
      return;
    }
    const kind = hit.type === 'cor:caseFolder' ? 'caseFolder' : 'caseFile';
    onFound({
      key: `${kind}:${hit.id}`,
      target: { kind, id: hit.id, title: hit.title },
      title: hit.title,
      kindLabel: kind === 'caseFile' ? 'Case file' : 'New file in case folder',
      reason: 'Found by you',
    });
    setText('');
    setAsked('');
    setAt(0);
  };

  return (
    <div className="finder">
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="usa-input"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={hits[at] ? `${id}-${at}` : undefined}
        autoComplete="off"
        placeholder="Name, subject or file number"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            const step = event.key === 'ArrowDown' ? 1 : -1;
            setAt((n) => Math.min(hits.length - 1, Math.max(0, n + step)));
          } else if (event.key === 'Enter' && !event.ctrlKey && open) {
            event.preventDefault();
            take(hits[at]);
          } else if (event.key === 'Escape') {
            setText('');
          }
        }}
      />
      <ul
        className="finder-list nolist"
        role="listbox"
        id={`${id}-list`}
        hidden={!open}
        aria-label="Found"
      >
        {hits.map((hit, i) => (
          // The field takes the keys.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={hit.id}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(hit)}
          >
            <strong>{hit.title}</strong>
            <span className="muted small">
              {hit.type === 'cor:caseFolder'
                ? 'Case folder'
                : ['Case file', ...readablePath(hit.path).slice(1)].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p className="small muted" role="status">
        {open && query.isSuccess && hits.length === 0 ? 'Nothing found by these words.' : ''}
      </p>
    </div>
  );
}
