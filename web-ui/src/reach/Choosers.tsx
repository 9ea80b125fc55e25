import { useId } from 'react';
import { useLists, usePriorities } from './useChoices';

/** Chooses one issue, or all of them. */
export function IssueChoice(props: { value: string; onChange: (issue: string) => void }) {
  const priorities = usePriorities();
  const id = useId();
  return (
    <div>
      <label className="usa-label" htmlFor={id}>
        Issue
      </label>
      <select
        id={id}
        className="usa-select"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="">Every issue</option>
        {priorities.data?.items.map((priority) => (
          <optgroup key={priority.id} label={priority.title}>
            {priority.issues.map((issue) => (
              <option key={issue.code} value={issue.code}>
                {issue.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** Chooses one component, or all of them. */
export function ComponentChoice(props: { value: string; onChange: (component: string) => void }) {
  const lists = useLists();
  const id = useId();
  return (
    <div>
      <label className="usa-label" htmlFor={id}>
        Component
      </label>
      <select
        id={id}
        className="usa-select"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="">Every component</option>
        {lists.data?.components.map((each) => (
          <option key={each.code} value={each.code}>
            {each.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The components something is shared with. */
export function SharedWith(props: { chosen: string[]; onChange: (chosen: string[]) => void }) {
  const lists = useLists();
  return (
    <fieldset className="facet share-with">
      <legend>Shared with</legend>
      <p className="muted small">Nobody else sees it unless you choose a component.</p>
      {lists.data?.components.map((each) => (
        <label key={each.code} className="facet-value">
          <input
            type="checkbox"
            checked={props.chosen.includes(each.code)}
            onChange={() =>
              props.onChange(
                props.chosen.includes(each.code)
                  ? props.chosen.filter((code) => code !== each.code)
                  : [...props.chosen, each.code],
              )
            }
          />
          <span>{each.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
