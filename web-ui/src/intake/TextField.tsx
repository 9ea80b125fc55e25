import { useId } from 'react';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  hint?: string;
  required?: boolean;
  first?: boolean;
  type?: 'text' | 'tel' | 'email' | 'date' | 'datetime-local';
  lines?: number;
  max?: number;
}

/** One labelled field of a form, with its hint and what is wrong with it. */
export function TextField(props: Props) {
  const id = useId();
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean);
  const common = {
    id,
    value: props.value,
    maxLength: props.max,
    'aria-required': props.required ? (true as const) : undefined,
    'aria-invalid': props.error ? (true as const) : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'data-autofocus': props.first ? '' : undefined,
  };
  return (
    <div className="field">
      <label className="usa-label" htmlFor={id}>
        {props.label}
        {props.required && <span className="required"> *</span>}
      </label>
      {props.hint && (
        <span className="usa-hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      )}
      {props.lines ? (
        <textarea
          {...common}
          className="usa-textarea"
          rows={props.lines}
          onChange={(event) => props.onChange(event.target.value)}
        />
      ) : (
        <input
          {...common}
          className="usa-input"
          type={props.type ?? 'text'}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
      {props.error && (
        <span className="usa-error-message" id={`${id}-error`} role="alert">
          {props.error}
        </span>
      )}
    </div>
  );
}
