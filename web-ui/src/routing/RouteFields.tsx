import { useId } from 'react';
import type { Template } from '../api/types';
import { AuthorityField } from '../ui/AuthorityField';
import { DayField } from '../ui/DayField';
import { TextArea } from '../ui/TextArea';
import { askedBy, missingOf, type Chosen, type RouteForm } from './asks';
import { stepsInWords } from './steps';

/** Chooses a template, and tells it what it asks for. */
export function RouteFields(props: {
  templates: readonly Template[];
  form: RouteForm;
  /** Whether what is missing is said. */
  tried: boolean;
  onChange: (part: Partial<RouteForm>) => void;
}) {
  const { templates, form, onChange } = props;
  const id = useId();
  const template = templates.find((one) => one.key === form.template);
  const asked = askedBy(template);
  const missing = props.tried ? missingOf(form, asked) : undefined;
  const one = (chosen: Chosen | undefined) => (chosen ? [chosen] : []);
  return (
    <>
      <fieldset className="usa-fieldset field">
        <legend className="usa-legend">By which template?</legend>
        <div className="options">
          {templates.map((each) => (
            <label
              key={each.key}
              className={each.key === form.template ? 'option chosen' : 'option'}
            >
              <input
                type="radio"
                name={`${id}template`}
                checked={each.key === form.template}
                onChange={() => onChange({ template: each.key })}
              />
              <span>
                <span className="title">{each.name}</span>
                {each.description && <span className="why">{each.description}</span>}
                <span className="why">{stepsInWords(each)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {asked.lead && (
        <AuthorityField
          label="Leads it"
          required
          chosen={one(form.lead)}
          error={missing && template && !form.lead ? missing : undefined}
          onChange={([lead]) => onChange({ lead })}
        />
      )}
      {asked.commenters && (
        <>
          <AuthorityField
            label="Asked for comments"
            many
            required
            error={missing && template && form.commenters.length === 0 ? missing : undefined}
            chosen={form.commenters}
            onChange={(commenters) => onChange({ commenters })}
          />
          <DayField
            label="Comments by"
            value={form.commentBy}
            onChange={(commentBy) => onChange({ commentBy })}
          />
        </>
      )}
      <details className="field route-more">
        <summary>Who reviews and signs, by when, and what to say</summary>
        {asked.reviewer && (
          <AuthorityField
            label="Reviews it"
            hint="Left open: the reviewers of who leads it."
            chosen={one(form.reviewer)}
            onChange={([reviewer]) => onChange({ reviewer })}
          />
        )}
        {asked.signer && (
          <AuthorityField
            label="Signs it"
            hint="Left open: as the template says."
            chosen={one(form.signer)}
            onChange={([signer]) => onChange({ signer })}
          />
        )}
        <DayField
          label="Answer due"
          hint="Left open: as the template says, in business days."
          value={form.due}
          onChange={(due) => onChange({ due })}
        />
        <TextArea
          label="What to say to them"
          rows={2}
          value={form.instruction}
          onChange={(instruction) => onChange({ instruction })}
        />
      </details>
      {missing && !template && (
        <p className="usa-error-message" role="alert">
          {missing}
        </p>
      )}
    </>
  );
}
