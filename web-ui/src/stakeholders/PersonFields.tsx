import { AddressHints, type AddressValues } from '../model/AddressHints';
import {
  PERSON_CONTACT,
  PERSON_NAME,
  PERSON_PLACE,
  PRIVATE_CONTACT,
  type FieldSpec,
  type Typed,
} from './fields';
import { FormSection } from './FormSection';
import { TypedFields } from './TypedFields';

/** All that everybody may know of a person, by field. */
export const PUBLIC_FIELDS: readonly FieldSpec[] = [
  ...PERSON_NAME,
  ...PERSON_CONTACT,
  ...PERSON_PLACE,
];

interface Props {
  values: Typed;
  errors: (name: string) => string | undefined;
  onChange: (name: string, value: string) => void;
}

/** Where somebody works and is reached there. */
export function WorkFields(props: Props) {
  const { values } = props;
  return (
    <>
      <FormSection title="At the office">
        <TypedFields specs={PERSON_CONTACT} {...props} />
      </FormSection>
      <FormSection title="Work address">
        <TypedFields specs={PERSON_PLACE} {...props} />
        <AddressHints
          address={{
            street: values.workStreet,
            city: values.city,
            state: values.state,
            zip: values.zip,
          }}
          onAccept={(field, value) => props.onChange(nameOf(field), value)}
        />
      </FormSection>
    </>
  );
}

function nameOf(field: keyof AddressValues): string {
  return field === 'street' ? 'workStreet' : field;
}

/** What only the component that owns the entry sees, the privacy officer and administrators. */
export function PrivateFields(props: Props) {
  return (
    <FormSection
      title="Private contact"
      about="Mobile and personal phones, e-mail and messengers: seen by the component that owns the entry, the privacy officer and administrators alone."
    >
      <TypedFields specs={PRIVATE_CONTACT} {...props} />
    </FormSection>
  );
}
