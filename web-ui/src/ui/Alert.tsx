import type { ReactNode } from 'react';
import type { Problem } from '../api/problem';
import { Icon, type IconName } from './Icon';
import { showCode } from './show';

type Kind = 'info' | 'success' | 'warning' | 'error';

/** Drawn in the page, so that they show when the server cannot be reached. */
const ICONS: Record<Kind, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'alert',
  error: 'stop',
};

export function Alert(props: {
  kind: Kind;
  title?: string;
  children?: ReactNode;
  /** Off for what has been on the page from its beginning. */
  announce?: boolean;
}) {
  const role = props.announce === false ? undefined : props.kind === 'error' ? 'alert' : 'status';
  return (
    <div className={`usa-alert usa-alert--${props.kind}`} role={role}>
      <div className="usa-alert__body">
        <Icon name={ICONS[props.kind]} />
        {props.title && <p className="usa-alert__heading">{props.title}</p>}
        <div className="usa-alert__text">{props.children}</div>
      </div>
    </div>
  );
}

/** What went wrong and what to do; with a button where trying again may help. */
export function ProblemAlert({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  return (
    <Alert kind="error" title={problem.title}>
      {problem.code !== 'invalid' && problem.detail}
      {problem.problems.length > 0 && (
        <ul>
          {problem.problems.map((p) => (
            <li key={p.field + p.message}>
              {showCode(p.field.replace(/^.*[.:]/, ''))}: {p.message}
            </li>
          ))}
        </ul>
      )}
      {onRetry && (
        <div className="actions">
          <button type="button" className="usa-button usa-button--outline small" onClick={onRetry}>
            Try again
          </button>
        </div>
      )}
    </Alert>
  );
}
