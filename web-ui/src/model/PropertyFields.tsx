import type { ModelProperty, PropertyValue } from '../api/types';
import { PropertyField } from './PropertyField';

/** The fields of a form, one a property. */
export function PropertyFields(props: {
  properties: readonly ModelProperty[];
  value: (property: ModelProperty) => PropertyValue | null | undefined;
  /** What is wrong with it, once that is to be said. */
  error: (property: ModelProperty) => string | undefined;
  onChange: (name: string, value: PropertyValue | null) => void;
}) {
  return (
    <div className="fields">
      {props.properties.map((property) => (
        <PropertyField
          key={property.name}
          property={property}
          value={props.value(property)}
          error={props.error(property)}
          onChange={(value) => props.onChange(property.name, value)}
        />
      ))}
    </div>
  );
}

/** Puts the cursor where something is wrong. */
export function focusOn(form: HTMLFormElement | null, property: string) {
  form
    ?.querySelector<HTMLElement>(`[data-property="${property}"] :is(input, select, textarea)`)
    ?.focus();
}
