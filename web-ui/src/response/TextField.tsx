import { useId } from 'react';

/** A labelled field for one line. */
export function TextField(props: {
  label: string;
  hint?: string;
  required?: boolean;
  error?: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const described = [props.hint ? `${id}hint` : '', props.error ? `${id}error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className="field">
      <label className="usa-label" htmlFor={id}>
        {props.label}
        {props.required && <span className="required"> *</span>}
      </label>
      {props.hint && (
        <span className="usa-hint" id={`${id}hint`}>
          {props.hint}
        </span>
      )}
      <input
        id={id}
        className="usa-input"
        maxLength={255}
        aria-required={props.required || undefined}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={described || undefined}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.error && (
        <span className="usa-error-message" id={`${id}error`} role="alert">
          {props.error}
        </span>
      )}
    </div>
  );
}
