import { lazy, Suspense, useId, useState } from 'react';
import type { Route, Tasking, TemplateDetail } from '../api/types';
import { Loaded, Skeleton } from '../ui/Waiting';
import { showMoment } from '../ui/show';
import { isOpen } from './due';
import { useTemplate } from './useRouting';

const BpmnDiagram = lazy(() => import('./BpmnDiagram'));

/** Where a route stands: as its template's diagram, and as a list of its steps for who hears or prints it. */
export function Standing({ route }: { route: Route }) {
  const template = useTemplate(route.template, route.version);
  const [words, setWords] = useState(false);
  const id = useId();
  return (
    <Loaded query={template} lines={4}>
      {(found) => (
        <figure className="standing" aria-labelledby={id}>
          <Suspense fallback={<Skeleton lines={4} />}>
            <BpmnDiagram
              bpmn={found.bpmn}
              active={route.standing.active}
              visited={route.standing.visited}
            />
          </Suspense>
          <figcaption id={id} className="standing-line">
            <span>{standingText(route, found)}</span>
            <span className="legend muted small no-print" aria-hidden="true">
              <i className="at-visited" /> been there <i className="at-active" /> now
            </span>
            <button
              type="button"
              className="usa-button usa-button--unstyled small no-print"
              aria-expanded={words}
              onClick={() => setWords(!words)}
            >
              {words ? 'Hide the steps' : 'The steps in words'}
            </button>
          </figcaption>
          <Steps route={route} template={found} shown={words} />
        </figure>
      )}
    </Loaded>
  );
}

/** "At Review." or how it has ended. */
export function standingText(
  route: Pick<Route, 'state' | 'standing' | 'endedAt'>,
  template: Pick<TemplateDetail, 'steps'>,
): string {
  if (route.state === 'ended') {
    return `Went to its end on ${showMoment(route.endedAt)}.`;
  }
  if (route.state === 'withdrawn') {
    return `Withdrawn on ${showMoment(route.endedAt)}.`;
  }
  const at = template.steps
    .filter((step) => route.standing.active.includes(step.id))
    .map((step) => step.name);
  return at.length > 0 ? `At: ${at.join(', ')}.` : 'Between two steps.';
}

function Steps(props: { route: Route; template: TemplateDetail; shown: boolean }) {
  const { route, template } = props;
  return (
    <ol
      className={props.shown ? 'steps nolist' : 'steps nolist for-print'}
      aria-label={`The steps of ${template.name}`}
    >
      {template.steps.map((step) => {
        const now = route.standing.active.includes(step.id);
        const been = route.standing.visited.includes(step.id);
        return (
          <li
            key={step.id}
            className={now ? 'now' : been ? 'been' : undefined}
            aria-current={now ? 'step' : undefined}
          >
            <strong>{step.name}</strong>
            <span className="muted small">
              {now ? 'now' : been ? 'done' : 'not yet'}
              {whoAt(step.id, route.taskings)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function whoAt(step: string, taskings: readonly Tasking[]): string {
  const here = taskings.filter((tasking) => tasking.step === step);
  return here
    .map((tasking) =>
      isOpen(tasking)
        ? ` · with ${tasking.claimedBy?.label ?? tasking.assignee.label}`
        : tasking.outcome
          ? ` · ${tasking.outcomeLabel ?? tasking.outcome} (${tasking.completedBy?.label ?? ''})`
          : '',
    )
    .join('');
}
