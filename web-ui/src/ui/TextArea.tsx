import { Labelled, type Surroundings } from './Labelled';

/** A labelled field for sentences. */
export function TextArea(
  props: Surroundings & {
    rows?: number;
    focused?: boolean;
    maxLength?: number;
    value: string;
    onChange: (value: string) => void;
  },
) {
  return (
    <Labelled {...props}>
      {(ties) => (
        <textarea
          {...ties}
          className="usa-textarea"
          rows={props.rows ?? 3}
          maxLength={props.maxLength ?? 4000}
          data-autofocus={props.focused || undefined}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}
