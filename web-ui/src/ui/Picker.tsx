import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

export interface Choice {
  key: string;
  label: string;
  about?: string;
  icon: IconName;
  /** It is made anew when it is taken, so it is never taken by a key that came before the answer. */
  make?: boolean;
}

export interface Chosen {
  key: string;
  label: string;
  icon?: IconName;
  /** Not there yet: entered when the form is sent. */
  fresh?: boolean;
}

/**
 * A field in which one types and takes what fits; the keyboard alone is enough. Enter takes the marked choice, also when
 * it is pressed before the choices have come; Backspace in the empty field takes the last away.
 */
export function Picker(props: {
  label: string;
  hint?: string;
  placeholder?: string;
  required?: boolean;
  focused?: boolean;
  error?: string;
  /** Only one may be chosen. */
  single?: boolean;
  text: string;
  onText: (text: string) => void;
  choices: readonly Choice[];
  /** Whether the choices are those of the text. */
  settled: boolean;
  /** Said when the text fits nothing. */
  none?: string;
  chosen: readonly Chosen[];
  onTake: (key: string) => void;
  onRemove: (key: string) => void;
  /** The field is left. */
  onLeave?: () => void;
  children?: ReactNode;
}) {
  const { text, choices, settled, chosen } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [at, setAt] = useState(0);
  const awaited = useRef(false);
  const open = text.trim() !== '';
  const asks = !props.single || chosen.length === 0;
  const marked = Math.min(at, choices.length - 1);

  const take = (choice: Choice | undefined) => {
    awaited.current = false;
    if (choice) {
      props.onTake(choice.key);
      props.onText('');
      setAt(0);
    }
  };
  const current = useRef(take);
  useEffect(() => {
    current.current = take;
  });
  useEffect(() => {
    if (settled && awaited.current) {
      awaited.current = false;
      const first = choices[0];
      if (first && !first.make) {
        current.current(first);
      }
    }
  }, [settled, choices]);

  const refocus = () => window.requestAnimationFrame(() => field.current?.focus());
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
            <li key={one.key} className={one.fresh ? 'chip plain warm' : 'chip plain open'}>
              {one.icon && <Icon name={one.icon} />}
              {one.label}
              {one.fresh && ' (new)'}
              <button
                type="button"
                // Backspace in the field does the same, as long as there is one.
                tabIndex={asks ? -1 : undefined}
                aria-label={`Remove ${one.label}`}
                onClick={() => {
                  props.onRemove(one.key);
                  refocus();
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
          ref={field}
          id={id}
          className="usa-input"
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={open && choices[marked] ? `${id}-${marked}` : undefined}
          aria-describedby={described || undefined}
          aria-required={props.required || undefined}
          aria-invalid={props.error ? true : undefined}
          data-autofocus={props.focused || undefined}
          autoComplete="off"
          placeholder={props.placeholder}
          value={text}
          onChange={(event) => {
            awaited.current = false;
            props.onText(event.target.value);
            setAt(0);
          }}
          onBlur={() => {
            awaited.current = false;
            props.onLeave?.();
          }}
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey) {
              return;
            }
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              const step = event.key === 'ArrowDown' ? 1 : -1;
              setAt(Math.min(choices.length - 1, Math.max(0, marked + step)));
            } else if (event.key === 'Enter') {
              event.preventDefault();
              if (open && settled) {
                take(choices[marked]);
              } else if (open) {
                awaited.current = true;
              }
            } else if (event.key === 'Escape' && text) {
              event.preventDefault();
              event.stopPropagation();
              props.onText('');
            } else if (event.key === 'Backspace' && text === '') {
              const last = chosen.at(-1);
              if (last) {
                props.onRemove(last.key);
              }
            }
          }}
        />
        <ul
          className="finder-list nolist"
          role="listbox"
          id={`${id}list`}
          hidden={!open}
          aria-label={`${props.label}: found`}
        >
          {choices.map((one, i) => (
            // The field takes the keys.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={one.key}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === marked}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
            >
              <span className="with-icon">
                <Icon name={one.make ? 'plus' : one.icon} />
                {one.label}
              </span>
              {one.about && <span className="muted small">{one.about}</span>}
            </li>
          ))}
        </ul>
        <p className="small muted" role="status">
          {open && settled && !choices.some((one) => !one.make) ? (props.none ?? '') : ''}
        </p>
      </div>
      {props.error && (
        <span className="usa-error-message" id={`${id}error`} role="alert">
          {props.error}
        </span>
      )}
      {props.children}
    </div>
  );
}
