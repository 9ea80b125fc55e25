import { Labelled, type Surroundings } from './Labelled';

/** A labelled field for a calendar day, written as ISO 8601. */
export function DayField(
  props: Surroundings & {
    focused?: boolean;
    min?: string;
    value: string;
    onChange: (value: string) => void;
  },
) {
  return (
    <Labelled {...props}>
      {(ties) => (
        <input
          {...ties}
          className="usa-input"
          type="date"
          min={props.min}
          data-autofocus={props.focused || undefined}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}
