import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import * as api from '../api/calls';
import { Problem } from '../api/problem';
import type { Session } from '../api/types';
import { Alert, ProblemAlert } from '../ui/Alert';
import { GateFrame } from './GateFrame';

export function SignIn(props: { notice?: string; onSignedIn: (session: Session) => void }) {
  const id = useId();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const userField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  useEffect(() => {
    document.title = 'Sign in · Chancery';
    userField.current?.focus();
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      props.onSignedIn(await api.session.signIn(user.trim(), password));
    } catch (error) {
      setProblem(error instanceof Problem ? error : Problem.offline());
      setPassword('');
      setBusy(false);
      passwordField.current?.focus();
    }
  };

  return (
    <GateFrame>
      <h1>Sign in</h1>
      <p className="muted">With the account of your office.</p>
      {props.notice && !problem && <Alert kind="info">{props.notice}</Alert>}
      {problem?.code === 'sign-in-failed' ? (
        <Alert kind="error" title="Name and password do not fit together">
          Check both, capital letters too. If you have forgotten the password, your office
          administrator can set a new one.
        </Alert>
      ) : (
        problem && <ProblemAlert problem={problem} />
      )}
      <form onSubmit={(event) => void submit(event)}>
        <div className="field">
          <label className="usa-label" htmlFor={`${id}u`}>
            User name
          </label>
          <input
            id={`${id}u`}
            ref={userField}
            className="usa-input"
            name="user"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={user}
            onChange={(event) => setUser(event.target.value)}
          />
        </div>
        <div className="field">
          <label className="usa-label" htmlFor={`${id}p`}>
            Password
          </label>
          <input
            id={`${id}p`}
            ref={passwordField}
            className="usa-input"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <button type="submit" className="usa-button big" disabled={busy}>
          {busy ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
    </GateFrame>
  );
}
