import type { ReactNode } from 'react';

/** A part of a long form, under its heading. */
export function FormSection(props: { title: string; about?: string; children: ReactNode }) {
  return (
    <fieldset className="usa-fieldset card form-section">
      <legend className="visually-hidden">{props.title}</legend>
      <header aria-hidden="true">
        <h2>{props.title}</h2>
      </header>
      <div className="body">
        {props.about && <p className="muted small">{props.about}</p>}
        {props.children}
      </div>
    </fieldset>
  );
}
