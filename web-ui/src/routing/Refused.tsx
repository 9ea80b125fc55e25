import { Alert, ProblemAlert } from '../ui/Alert';
import { movedIn } from './stale';
import type { TaskingAct, useTaskingAct } from './useTaskingAct';

/**
 * Why a tasking was not changed: in words, or, when somebody else was faster, with what they changed and the choice
 * that is left. What was typed is in the form below, untouched.
 */
export function Refused(props: { attempt: ReturnType<typeof useTaskingAct>; act: TaskingAct }) {
  const { attempt } = props;
  const { problem, theirs, base } = attempt;
  if (!problem) {
    return null;
  }
  if (!theirs || (problem.status !== 412 && theirs.revision === base.revision)) {
    return <ProblemAlert problem={problem} />;
  }
  const moved = movedIn(base, theirs);
  const open = theirs.allowed.length > 0;
  return (
    <Alert kind="warning" title="Somebody else has changed this meanwhile">
      <p>Nothing was done, and nothing that you typed is lost.</p>
      {moved.length > 0 && (
        <div className="table-wrap">
          <table className="usa-table compact">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Was</th>
                <th scope="col">Is now</th>
              </tr>
            </thead>
            <tbody>
              {moved.map((row) => (
                <tr key={row.what}>
                  <th scope="row">{row.what}</th>
                  <td>{row.was || '—'}</td>
                  <td>{row.now || '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="actions">
        {open && (
          <button
            type="button"
            className="usa-button small"
            disabled={attempt.busy}
            onClick={() => attempt.again(props.act)}
          >
            Do it all the same
          </button>
        )}
        <button
          type="button"
          className="usa-button usa-button--outline small"
          onClick={attempt.accept}
        >
          Look at it first
        </button>
      </div>
    </Alert>
  );
}
