import { useId, useState } from 'react';
import * as api from '../api/calls';
import { hosting } from '../api/client';
import { useSession } from '../session/SessionContext';
import { Alert, ProblemAlert } from '../ui/Alert';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { useAction } from '../ui/useAction';
import { Field, NewPasswordField } from './NewPasswordField';

/** One's own password; on a host that keeps the accounts itself. */
export default function PasswordPage() {
  return hosting.share ? <NotFound /> : <OwnPassword />;
}

function OwnPassword() {
  const id = useId();
  const { session, signOut } = useSession();
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const differ = fresh !== again;
  const save = useAction(async () => {
    setTried(true);
    if (differ) {
      return;
    }
    await api.me.setPassword(old, fresh);
    await signOut();
  });
  return (
    <div className="page narrow">
      <PageTitle title="Your password" />
      <p className="sub">
        Of the account “{session.user}”. Every session of yours ends when it is changed, this one
        too: you sign in again with the new one.
      </p>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        <div className="body">
          {save.problem && <ProblemAlert problem={save.problem} />}
          {tried && differ && <Alert kind="error">The two new passwords are not the same.</Alert>}
          {/* So that password keepers know whose it is. */}
          <input type="text" autoComplete="username" value={session.user} readOnly hidden />
          <Field id={`${id}o`} label="The password so far">
            <input
              id={`${id}o`}
              className="usa-input"
              type="password"
              autoComplete="current-password"
              required
              value={old}
              onChange={(event) => setOld(event.target.value)}
            />
          </Field>
          <NewPasswordField
            id={`${id}n`}
            label="The new password"
            value={fresh}
            onChange={setFresh}
          />
          <Field id={`${id}a`} label="The new password once more">
            <input
              id={`${id}a`}
              className="usa-input"
              type="password"
              autoComplete="new-password"
              required
              aria-invalid={tried && differ}
              value={again}
              onChange={(event) => setAgain(event.target.value)}
            />
          </Field>
          <div className="actions">
            <button
              type="submit"
              className="usa-button"
              disabled={save.busy || !old || !fresh || !again}
            >
              {save.busy ? 'One moment…' : 'Change the password'}
            </button>
          </div>
        </div>
      </form>
    </div>
  );
}
