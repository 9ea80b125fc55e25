import { useId } from 'react';
import { Loaded } from '../ui/Waiting';
import { usePriorities } from './useStakeholders';

/** Which issues somebody engages on: by priority; an inactive one is shown only while it is chosen. */
export function IssuesField(props: {
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
}) {
  const id = useId();
  const query = usePriorities();
  return (
    <Loaded query={query} lines={4}>
      {({ items }) => (
        <div className="issue-choice">
          {items.map((priority) => {
            const issues = priority.issues.filter(
              (issue) => issue.active || props.chosen.includes(issue.code),
            );
            return (
              issues.length > 0 && (
                <fieldset key={priority.id} className="usa-fieldset">
                  <legend className="usa-legend">{priority.title}</legend>
                  {issues.map((issue) => (
                    <div className="usa-checkbox" key={issue.code}>
                      <input
                        className="usa-checkbox__input"
                        id={id + issue.code}
                        type="checkbox"
                        checked={props.chosen.includes(issue.code)}
                        onChange={(event) =>
                          props.onChange(
                            event.target.checked
                              ? [...props.chosen, issue.code]
                              : props.chosen.filter((code) => code !== issue.code),
                          )
                        }
                      />
                      <label className="usa-checkbox__label" htmlFor={id + issue.code}>
                        {issue.title}
                        {!issue.active && ' (inactive)'}
                      </label>
                    </div>
                  ))}
                </fieldset>
              )
            );
          })}
        </div>
      )}
    </Loaded>
  );
}
