import { useId } from 'react';

/** A labelled field for a calendar day, written as ISO 8601. */
export function DayField(props: {
  label: string;
  hint?: string;
  required?: boolean;
  error?: string;
  focused?: boolean;
  min?: string;
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
        type="date"
        min={props.min}
        aria-required={props.required || undefined}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={described || undefined}
        data-autofocus={props.focused || undefined}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.error && (
        <span className="usa-error-message" id={`${id}error`}>
          {props.error}
        </span>
      )}
    </div>
  );
}
