import type { ReactNode } from 'react';

/** A password that is to be; the rules are the server’s (requirement P13). */
export function NewPasswordField(props: {
  id: string;
  label?: string;
  value: string;
  onChange: (v: string) => void;
}) {
  return (
    <Field
      id={props.id}
      label={props.label ?? 'Password'}
      hint="Three of small letters, capitals, digits and others; from 15 characters on, any. None of the last ten."
    >
      <input
        id={props.id}
        aria-describedby={`${props.id}hint`}
        className="usa-input"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Field>
  );
}

/** A labelled field that must be filled. */
export function Field(props: { id: string; label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="field">
      <label className="usa-label" htmlFor={props.id}>
        {props.label} <span className="required">*</span>
      </label>
      {props.hint && (
        <span className="usa-hint" id={`${props.id}hint`}>
          {props.hint}
        </span>
      )}
      {props.children}
    </div>
  );
}
