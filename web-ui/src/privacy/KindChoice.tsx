import type { Kind } from './calls';

/** Whether people or organizations are listed. */
export function KindChoice(props: { kind: Kind; onChange: (kind: Kind) => void }) {
  return (
    <label>
      <span className="visually-hidden">Which entries</span>
      <select
        className="usa-select"
        value={props.kind}
        onChange={(event) => props.onChange(event.target.value as Kind)}
      >
        <option value="person">People</option>
        <option value="organization">Organizations</option>
      </select>
    </label>
  );
}
