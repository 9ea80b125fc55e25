import { AddressHints } from '../model/AddressHints';
import {
  ORGANIZATION_CONTACT,
  ORGANIZATION_NAME,
  ORGANIZATION_PLACE,
  type FieldSpec,
  type Typed,
} from './fields';
import { FormSection } from './FormSection';
import { TypedFields } from './TypedFields';

/** All that is known of an organization, by field. */
export const ORGANIZATION_FIELDS: readonly FieldSpec[] = [
  ...ORGANIZATION_NAME,
  ...ORGANIZATION_CONTACT,
  ...ORGANIZATION_PLACE,
];

/** Where an organization is and how it is reached. */
export function OfficeFields(props: {
  values: Typed;
  errors: (name: string) => string | undefined;
  onChange: (name: string, value: string) => void;
}) {
  const { street, city, state, zip } = props.values;
  return (
    <>
      <FormSection title="Contact">
        <TypedFields specs={ORGANIZATION_CONTACT} {...props} />
      </FormSection>
      <FormSection title="Address">
        <TypedFields specs={ORGANIZATION_PLACE} {...props} />
        <AddressHints address={{ street, city, state, zip }} onAccept={props.onChange} />
      </FormSection>
    </>
  );
}
