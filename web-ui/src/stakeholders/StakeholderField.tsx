import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { findStakeholders } from '../outreach/finding';
import { Icon } from '../ui/Icon';
import type { Kind, NamedNode } from './types';
import { STAKEHOLDERS } from './useStakeholders';

const PAUSE_MS = 200;

export interface ChosenStakeholder extends Partial<NamedNode> {
  /** Without an id it is one to be entered by this name. */
  name: string;
  /** What tells two of one name apart. */
  about?: string;
}

/** Chooses one person or organization by the beginnings of the name; the keyboard alone is enough. */
export function StakeholderField(props: {
  kind: Kind;
  label: string;
  hint?: string;
  required?: boolean;
  focused?: boolean;
  error?: string;
  /** Whether one that is not there yet may be named, to be entered with the rest. */
  orNew?: boolean;
  /** Not to be chosen: the one that it is chosen for. */
  except?: string;
  chosen: ChosenStakeholder | undefined;
  onChange: (chosen: ChosenStakeholder | undefined) => void;
}) {
  const { chosen, orNew = false } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(text.trim()), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  const typed = text.trim();
  const open = typed.length > 0 && asked.length > 0;
  const query = useQuery({
    queryKey: [STAKEHOLDERS, 'named', props.kind, asked],
    queryFn: () => findStakeholders(asked, [props.kind]),
    placeholderData: (before) => before,
    enabled: asked.length > 0,
  });
  const found: ChosenStakeholder[] = open
    ? (query.data ?? []).filter((one) => one.id !== props.except)
    : [];
  const same = found.some((one) => one.name.toLowerCase() === typed.toLowerCase());
  const options = orNew && open && !same ? [...found, { name: typed }] : found;

  const take = (one: ChosenStakeholder | undefined) => {
    if (!one) {
      return;
    }
    props.onChange(one);
    setText('');
    setAsked('');
    setAt(0);
  };
  const described = [props.hint ? `${id}hint` : '', props.error ? `${id}error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className="field authority-field">
      <label className="usa-label" htmlFor={id}>
        {props.label}
        {props.required && <span className="required"> *</span>}
      </label>
      {props.hint && (
        <span className="usa-hint" id={`${id}hint`}>
          {props.hint}
        </span>
      )}
      {chosen && (
        <p className="chosen">
          <span className="chip plain open">
            {chosen.name}
            {!chosen.id && ' (new)'}
            <button
              type="button"
              aria-label={`Remove ${chosen.name}`}
              onClick={() => {
                props.onChange(undefined);
                // The field that takes its place has the focus.
                window.requestAnimationFrame(() => document.getElementById(id)?.focus());
              }}
            >
              <Icon name="close" />
            </button>
          </span>
        </p>
      )}
      <div className="finder" hidden={chosen !== undefined}>
        <input
          id={id}
          className="usa-input"
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={options[at] ? `${id}-${at}` : undefined}
          aria-describedby={described || undefined}
          aria-required={props.required || undefined}
          aria-invalid={props.error ? true : undefined}
          data-autofocus={props.focused || undefined}
          autoComplete="off"
          placeholder={props.kind === 'person' ? 'Name of a person' : 'Name of an organization'}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onBlur={() => setText('')}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              const step = event.key === 'ArrowDown' ? 1 : -1;
              setAt((n) => Math.min(options.length - 1, Math.max(0, n + step)));
            } else if (event.key === 'Enter' && !event.ctrlKey && typed) {
              event.preventDefault();
              take(options[at]);
            } else if (event.key === 'Escape' && text) {
              event.preventDefault();
              event.stopPropagation();
              setText('');
            }
          }}
        />
        <ul
          className="finder-list nolist"
          role="listbox"
          id={`${id}list`}
          hidden={!open || options.length === 0}
          aria-label="Found"
        >
          {options.map((one, i) => (
            // The field takes the keys.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={one.id ?? 'new'}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
            >
              <span className="with-icon">
                <Icon name={one.id ? (props.kind === 'person' ? 'person' : 'building') : 'plus'} />
                {one.id ? one.name : `Enter “${one.name}”`}
              </span>
              {one.about && <span className="muted small">{one.about}</span>}
            </li>
          ))}
        </ul>
        <p className="small muted" role="status">
          {open && asked === typed && query.isSuccess && found.length === 0 && !orNew
            ? 'Nobody by that name.'
            : ''}
        </p>
      </div>
      {props.error && (
        <span className="usa-error-message" id={`${id}error`}>
          {props.error}
        </span>
      )}
    </div>
  );
}
