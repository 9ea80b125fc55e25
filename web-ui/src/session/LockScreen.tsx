import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import * as api from '../api/calls';
import { Problem } from '../api/problem';
import type { Session } from '../api/types';
import { Alert, ProblemAlert } from '../ui/Alert';
import { GateFrame } from './GateFrame';

/**
 * Stands before a page that goes on where it was once the same person has signed in again (requirement P7). The page
 * itself is kept, but shown to nobody meanwhile.
 */
export function LockScreen(props: {
  session: Session;
  notice: string;
  onUnlocked: (session: Session) => void;
  onLeave: () => void;
}) {
  const { session, onUnlocked } = props;
  const id = useId();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const before = document.title;
    document.title = 'Locked · Chancery';
    field.current?.focus();
    return () => {
      document.title = before;
    };
  }, []);

  // Unlocked in another tab of this browser, it is unlocked here too.
  useEffect(() => {
    const look = () => {
      api.session
        .current()
        .then((found) => found.user === session.user && onUnlocked(found))
        .catch(() => undefined);
    };
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [session.user, onUnlocked]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      onUnlocked(await api.session.signIn(session.user, password));
    } catch (error) {
      setProblem(error instanceof Problem ? error : Problem.offline());
      setPassword('');
      setBusy(false);
      field.current?.focus();
    }
  };

  return (
    <GateFrame>
      <p className="eyebrow">{session.displayName}</p>
      <h1>Locked</h1>
      {!problem && <Alert kind="info">{props.notice}</Alert>}
      {problem?.code === 'sign-in-failed' ? (
        <Alert kind="error" title="That is not the password">
          Check capital letters too. After five wrong ones the account is locked for a while.
        </Alert>
      ) : (
        problem && <ProblemAlert problem={problem} />
      )}
      <form onSubmit={(event) => void submit(event)}>
        <input
          className="visually-hidden"
          name="user"
          autoComplete="username"
          value={session.user}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <div className="field">
          <label className="usa-label" htmlFor={id}>
            Password
          </label>
          <input
            id={id}
            ref={field}
            className="usa-input"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <div className="actions">
          <button type="submit" className="usa-button" disabled={busy}>
            {busy ? 'One moment…' : 'Unlock'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onLeave}>
            Sign in as someone else
          </button>
        </div>
      </form>
    </GateFrame>
  );
}
