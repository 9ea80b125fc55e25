import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import * as api from '../api/calls';
import type { Authority } from '../api/types';
import { Icon } from './Icon';

const PAUSE_MS = 250;
const MOST = 8;

export interface ChosenAuthority {
  name: string;
  label: string;
}

/** Chooses people and groups by name; the keyboard alone is enough. */
export function AuthorityField(props: {
  label: string;
  hint?: string;
  required?: boolean;
  /** More than one may be chosen. */
  many?: boolean;
  focused?: boolean;
  /** People alone, or groups alone. */
  only?: Authority['kind'];
  /** What is wrong with it, once that is to be said. */
  error?: string;
  chosen: readonly ChosenAuthority[];
  onChange: (chosen: ChosenAuthority[]) => void;
}) {
  const { chosen, many = false } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(text.trim()), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  const query = useQuery({
    queryKey: ['authorities', asked],
    queryFn: () => api.permissions.authorities(asked),
    enabled: asked.length > 1,
  });
  const open = text.trim().length > 1 && asked.length > 1;
  const found = open
    ? (query.data?.items ?? [])
        .filter((one) => !chosen.some((c) => c.name === one.name))
        .filter((one) => !props.only || one.kind === props.only)
        .slice(0, MOST)
    : [];

  const take = (authority: Authority | undefined) => {
    if (!authority) {
      return;
    }
    const one = { name: authority.name, label: authority.label };
    props.onChange(many ? [...chosen, one] : [one]);
    setText('');
    setAsked('');
    setAt(0);
  };

  const asks = many || chosen.length === 0;
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
      {chosen.length > 0 && (
        <ul className="chosen nolist" aria-label={`${props.label}: chosen`}>
          {chosen.map((one) => (
            <li key={one.name} className="chip plain open">
              {one.label}
              <button
                type="button"
                aria-label={`Remove ${one.label}`}
                onClick={() => {
                  props.onChange(chosen.filter((c) => c.name !== one.name));
                  // The field that takes its place has the focus.
                  window.requestAnimationFrame(() => document.getElementById(id)?.focus());
                }}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="finder" hidden={!asks}>
        <input
          id={id}
          className="usa-input"
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
          aria-describedby={described || undefined}
          aria-required={props.required || undefined}
          aria-invalid={props.error ? true : undefined}
          data-autofocus={props.focused || undefined}
          autoComplete="off"
          placeholder={
            props.only === 'USER' ? 'Name of a person' : 'Name of a person, group or component'
          }
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
              setAt((n) => Math.min(found.length - 1, Math.max(0, n + step)));
            } else if (event.key === 'Enter' && !event.ctrlKey && text.trim()) {
              event.preventDefault();
              take(found[at]);
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
          hidden={!open}
          aria-label="Found"
        >
          {found.map((one, i) => (
            // The field takes the keys.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={one.name}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
            >
              <span className="with-icon">
                <Icon name={one.kind === 'GROUP' ? 'building' : 'person'} />
                {one.label}
              </span>
            </li>
          ))}
        </ul>
        <p className="small muted" role="status">
          {open && query.isSuccess && found.length === 0 ? 'Nobody by that name.' : ''}
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
