import type { ModelProperty, PropertyValue } from '../api/types';
import { AddressHints, type AddressValues } from './AddressHints';
import { PropertyField } from './PropertyField';

/** What the model calls the fields of an address, without the prefix. */
const ADDRESS: Readonly<Record<keyof AddressValues, readonly string[]>> = {
  street: ['street', 'workStreet'],
  city: ['city'],
  state: ['state'],
  zip: ['zip'],
};

const FIELDS = Object.keys(ADDRESS) as (keyof AddressValues)[];

/** The fields of a form, one a property; an address among them is looked at while it is typed. */
export function PropertyFields(props: {
  properties: readonly ModelProperty[];
  value: (property: ModelProperty) => PropertyValue | null | undefined;
  /** What is wrong with it, once that is to be said. */
  error: (property: ModelProperty) => string | undefined;
  onChange: (name: string, value: PropertyValue | null) => void;
}) {
  const address = addressAmong(props.properties);
  const text = (property: ModelProperty | undefined) => {
    const value = property && props.value(property);
    return typeof value === 'string' && value ? value : undefined;
  };
  return (
    <>
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
      {address && (
        <AddressHints
          address={{
            street: text(address.street),
            city: text(address.city),
            state: text(address.state),
            zip: text(address.zip),
          }}
          onAccept={(field, value) => {
            const property = address[field];
            if (property) {
              props.onChange(property.name, value);
            }
          }}
        />
      )}
    </>
  );
}

/** The properties that make up an address; none unless there is a ZIP code with a place to it. */
function addressAmong(
  properties: readonly ModelProperty[],
): Partial<Record<keyof AddressValues, ModelProperty>> | undefined {
  const found: Partial<Record<keyof AddressValues, ModelProperty>> = {};
  for (const field of FIELDS) {
    found[field] = properties.find(
      (property) =>
        !property.readOnly && ADDRESS[field].includes(property.name.replace(/^.*:/, '')),
    );
  }
  return found.zip && found.city ? found : undefined;
}

/** Puts the cursor where something is wrong. */
export function focusOn(form: HTMLFormElement | null, property: string) {
  form
    ?.querySelector<HTMLElement>(`[data-property="${property}"] :is(input, select, textarea)`)
    ?.focus();
}
