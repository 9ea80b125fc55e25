import { useEffect } from 'react';
import { GateFrame } from '../session/GateFrame';
import { Alert } from '../ui/Alert';
import { signInToShare } from './page';

/** Stands where the sign-in stands elsewhere: in Share, only Share signs anybody in. */
export function ShareSignIn({ notice }: { notice?: string }) {
  useEffect(() => {
    document.title = 'Sign in · Chancery';
  }, []);
  return (
    <GateFrame>
      <h1>You are not signed in</h1>
      {notice && <Alert kind="info">{notice}</Alert>}
      <p>Share signs you in, and brings you back to this place.</p>
      <button type="button" className="usa-button big" onClick={signInToShare}>
        Sign in to Share
      </button>
    </GateFrame>
  );
}
