import { useId, type ReactNode } from 'react';

/** What is written around a field. */
export interface Surroundings {
  label: string;
  hint?: string;
  required?: boolean;
  error?: string;
}

/** What ties a field to its label, hint and error. */
interface Ties {
  id: string;
  'aria-required': true | undefined;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

/** A field with its label, hint and error, read out together. */
export function Labelled(props: Surroundings & { children: (ties: Ties) => ReactNode }) {
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
      {props.children({
        id,
        'aria-required': props.required || undefined,
        'aria-invalid': props.error ? true : undefined,
        'aria-describedby': described || undefined,
      })}
      {props.error && (
        <span className="usa-error-message" id={`${id}error`} role="alert">
          {props.error}
        </span>
      )}
    </div>
  );
}
