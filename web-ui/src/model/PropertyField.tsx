import { useId } from 'react';
import type { ModelProperty, PropertyValue } from '../api/types';
import { isNumber } from './schema';

interface Props {
  property: ModelProperty;
  value: PropertyValue | null | undefined;
  onChange: (value: PropertyValue | null) => void;
  error?: string;
  /** Where the value was found, while it is still the suggested one. */
  suggested?: string;
  /** Not the model's own, where the form says it better. */
  label?: string;
  id?: string;
}

/** Texts that take more than a line. */
const LONG = /(description|address|notes?|comment|explanation|text)$/i;

/** One property of the model, as the control that fits its type. */
export function PropertyField(props: Props) {
  const { property, value, error, suggested } = props;
  const own = useId();
  const id = props.id ?? own;
  const described = [
    property.description ? `${id}-hint` : '',
    suggested ? `${id}-from` : '',
    error ? `${id}-error` : '',
  ]
    .filter(Boolean)
    .join(' ');
  const control = {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': property.mandatory || undefined,
  };
  if (property.type === 'd:boolean') {
    return (
      <div className="field usa-checkbox">
        <input
          {...control}
          aria-required={undefined}
          className="usa-checkbox__input"
          type="checkbox"
          checked={value === true}
          onChange={(event) => props.onChange(event.target.checked)}
        />
        <label className="usa-checkbox__label" htmlFor={id}>
          {props.label ?? property.title}
        </label>
        <Notes id={id} {...props} />
      </div>
    );
  }
  return (
    <div
      className={`field${suggested ? ' was-suggested' : ''}${isWide(property) ? ' wide' : ''}`}
      data-property={property.name}
    >
      <label className="usa-label" htmlFor={id}>
        {props.label ?? property.title}
        {property.mandatory && (
          <span className="required" title="Needed">
            {' *'}
          </span>
        )}
      </label>
      <Control {...props} control={control} />
      <Notes id={id} {...props} />
    </div>
  );
}

function isWide(property: ModelProperty): boolean {
  return LONG.test(property.name) || /subject$/i.test(property.name) || property.multiple;
}

function Notes(props: Props & { id: string }) {
  const { property, id, suggested, error } = props;
  return (
    <>
      {property.description && (
        <span className="usa-hint" id={`${id}-hint`}>
          {property.description}
        </span>
      )}
      {suggested && (
        <span className="from-letter" id={`${id}-from`}>
          {suggested}
        </span>
      )}
      {error && (
        <span className="usa-error-message" id={`${id}-error`}>
          {error}
        </span>
      )}
    </>
  );
}

function Control(props: Props & { control: Record<string, unknown> }) {
  const { property, value, onChange, control } = props;
  const asText = (text: string) => onChange(text === '' ? null : text);
  const choices = property.choices;

  if (choices && property.multiple) {
    const chosen = Array.isArray(value) ? value.map(String) : [];
    return (
      <div className="check-list" role="group" aria-label={property.title} id={String(control.id)}>
        {choices.map((choice) => (
          <div className="usa-checkbox" key={choice.value}>
            <input
              className="usa-checkbox__input"
              type="checkbox"
              id={`${String(control.id)}-${choice.value}`}
              checked={chosen.includes(choice.value)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...chosen, choice.value]
                    : chosen.filter((v) => v !== choice.value),
                )
              }
            />
            <label
              className="usa-checkbox__label"
              htmlFor={`${String(control.id)}-${choice.value}`}
            >
              {choice.label}
            </label>
          </div>
        ))}
      </div>
    );
  }
  if (choices) {
    const text = value === null || value === undefined ? '' : String(value);
    return (
      <select
        {...control}
        className="usa-select"
        value={text}
        onChange={(event) => asText(event.target.value)}
      >
        <option value="">{property.mandatory ? 'Choose one' : 'None'}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {text !== '' && !choices.some((choice) => choice.value === text) && (
          <option value={text}>{text} (no longer in the list)</option>
        )}
      </select>
    );
  }
  if (property.multiple) {
    return (
      <input
        {...control}
        className="usa-input"
        placeholder="Several, with commas between"
        defaultValue={Array.isArray(value) ? value.join(', ') : ''}
        onBlur={(event) => {
          const list = event.target.value
            .split(',')
            .map((part) => part.trim())
            .filter(Boolean);
          onChange(list.length > 0 ? list : null);
        }}
      />
    );
  }
  const text = value === null || value === undefined ? '' : String(value);
  if (property.type === 'd:date') {
    return (
      <input
        {...control}
        className="usa-input"
        type="date"
        value={text.slice(0, 10)}
        onChange={(event) => asText(event.target.value)}
      />
    );
  }
  if (property.type === 'd:datetime') {
    return (
      <input
        {...control}
        className="usa-input"
        type="datetime-local"
        value={localMoment(text)}
        onChange={(event) =>
          onChange(event.target.value ? new Date(event.target.value).toISOString() : null)
        }
      />
    );
  }
  if (isNumber(property)) {
    return (
      <input
        {...control}
        className="usa-input"
        inputMode="decimal"
        value={text}
        onChange={(event) => {
          const typed = event.target.value.trim();
          const n = Number(typed);
          onChange(typed === '' ? null : Number.isFinite(n) && !/[.-]$/.test(typed) ? n : typed);
        }}
      />
    );
  }
  if (LONG.test(property.name)) {
    return (
      <textarea
        {...control}
        className="usa-textarea"
        rows={2}
        value={text}
        onChange={(event) => asText(event.target.value)}
      />
    );
  }
  return (
    <input
      {...control}
      className="usa-input"
      value={text}
      onChange={(event) => asText(event.target.value)}
    />
  );
}

/** A moment for the browser's control, which knows no time zone. */
function localMoment(text: string): string {
  const date = new Date(text);
  if (text === '' || Number.isNaN(date.getTime())) {
    return '';
  }
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
