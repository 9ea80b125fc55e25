import { Labelled, type Surroundings } from './Labelled';

/** A labelled field for one line, or for as many as `lines` says. */
export function TextField(
  props: Surroundings & {
    value: string;
    onChange: (value: string) => void;
    first?: boolean;
    type?: 'text' | 'tel' | 'email' | 'date' | 'datetime-local';
    lines?: number;
    max?: number;
  },
) {
  return (
    <Labelled {...props}>
      {(ties) => {
        const common = {
          ...ties,
          value: props.value,
          maxLength: props.max,
          'data-autofocus': props.first || undefined,
        };
        return props.lines ? (
          <textarea
            {...common}
            className="usa-textarea"
            rows={props.lines}
            onChange={(event) => props.onChange(event.target.value)}
          />
        ) : (
          <input
            {...common}
            className="usa-input"
            type={props.type ?? 'text'}
            onChange={(event) => props.onChange(event.target.value)}
          />
        );
      }}
    </Labelled>
  );
}
