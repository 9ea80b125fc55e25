import { TextField } from '../ui/TextField';
import type { FieldSpec, Typed } from './fields';

/** Fields one types into, side by side where there is room. */
export function TypedFields(props: {
  specs: readonly FieldSpec[];
  values: Typed;
  /** The first of them takes the focus. */
  focused?: boolean;
  errors: (name: string) => string | undefined;
  onChange: (name: string, value: string) => void;
}) {
  const field = (spec: FieldSpec) => (
    <TextField
      key={spec.name}
      label={spec.label}
      hint={spec.hint}
      required={spec.required}
      first={props.focused && spec === props.specs[0]}
      lines={spec.many ? 2 : undefined}
      type={spec.type}
      max={spec.many ? 2000 : 255}
      value={props.values[spec.name] ?? ''}
      error={props.errors(spec.name)}
      onChange={(value) => props.onChange(spec.name, value)}
    />
  );
  // Those of several lines stand in a row of their own, so that the others stay level.
  const rows = [props.specs.filter((spec) => !spec.many), props.specs.filter((spec) => spec.many)];
  return (
    <>
      {rows.map(
        (row, i) =>
          row.length > 0 && (
            <div key={i} className="fields">
              {row.map(field)}
            </div>
          ),
      )}
    </>
  );
}
