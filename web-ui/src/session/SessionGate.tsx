import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import * as api from '../api/calls';
import { hosting, http } from '../api/client';
import { Problem } from '../api/problem';
import type { Session } from '../api/types';
import { leaveShare } from '../share/page';
import { ShareSignIn } from '../share/ShareSignIn';
import { ProblemAlert } from '../ui/Alert';
import { isBackground } from './activity';
import { Affirmation } from './Affirmation';
import { Drafts } from './drafts';
import { IdleGuard } from './IdleGuard';
import { LockScreen } from './LockScreen';
import { SessionContext, type SessionAccess } from './SessionContext';
import { SignIn } from './SignIn';

type Gate =
  | { at: 'asking' }
  | { at: 'unreachable'; problem: Problem }
  | { at: 'sign-in'; notice?: string }
  | { at: 'in'; session: Session; /** Why it is locked. */ locked?: string };

const UNUSED = 'Nothing happened for a while. Sign in again: the page is as you left it.';
const ENDED = 'Your session has ended. Sign in again: the page is as you left it.';

/** Ends the session at the server, or with Share, whose session it is there. */
async function signOut(): Promise<void> {
  if (hosting.share) {
    leaveShare(hosting.share);
  } else {
    await api.session.signOut().catch(() => undefined);
  }
}

/**
 * Lets nobody past who has not signed in and affirmed (requirement P6). Once they are in, the page stays behind the lock
 * screen when the session is locked or has ended, and goes on for the same person (requirement P7).
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const [gate, setGate] = useState<Gate>({ at: 'asking' });
  const queries = useQueryClient();

  const ask = useCallback(() => {
    api.session
      .current()
      .then((session) => setGate({ at: 'in', session }))
      .catch((error: unknown) => {
        const problem = error instanceof Problem ? error : Problem.offline();
        if (problem.status === 401) {
          setGate((now) => (now.at === 'sign-in' ? now : { at: 'sign-in' }));
        } else {
          setGate({ at: 'unreachable', problem });
        }
      });
  }, []);

  useEffect(ask, [ask]);

  const leave = useCallback(
    (notice?: string) => {
      queries.clear();
      setGate({ at: 'sign-in', notice });
    },
    [queries],
  );

  useEffect(() => {
    http.onProblem = (problem) => {
      if (problem.code === 'sign-in-required' || problem.code === 'http-401') {
        setGate((now) => {
          if (now.at !== 'in') {
            return now;
          }
          if (!hosting.share) {
            return now.locked ? now : { ...now, locked: ENDED };
          }
          queries.clear();
          return { at: 'sign-in', notice: 'Your session has ended. Sign in again.' };
        });
      } else if (problem.code === 'csrf') {
        // Signed in anew in another tab, the token is another: the next try carries it.
        void api.session.current().catch(() => undefined);
      } else if (problem.code === 'affirmation-required') {
        setGate((now) =>
          now.at === 'in' ? { ...now, session: { ...now.session, affirmed: false } } : now,
        );
      }
    };
    http.isBackground = isBackground;
    return () => {
      http.onProblem = () => undefined;
      http.isBackground = () => false;
    };
  }, [queries]);

  // Behind the lock nothing is asked for; what was asked for goes on afterwards.
  const locked = gate.at === 'in' && gate.locked !== undefined;
  useEffect(() => {
    onlineManager.setOnline(!locked);
  }, [locked]);

  const session = gate.at === 'in' ? gate.session : undefined;
  const access = useMemo<SessionAccess | undefined>(() => {
    if (!session) {
      return undefined;
    }
    const drafts = new Drafts(sessionStorage, session.user);
    return {
      session,
      drafts,
      can: (capability) => session.capabilities.some((c) => c === capability),
      signOut: async () => {
        await signOut();
        leave('You have signed out.');
      },
    };
  }, [session, leave]);

  useEffect(() => access?.drafts.dropOthers(), [access]);

  const idle = useCallback(() => {
    if (hosting.share) {
      void signOut();
      leave('The session ended because nothing happened for a while.');
    } else {
      void api.session.lock().catch(() => undefined);
      setGate((now) => (now.at === 'in' && !now.locked ? { ...now, locked: UNUSED } : now));
    }
  }, [leave]);

  const unlocked = useCallback(
    (found: Session) => setGate((now) => (now.at === 'in' ? { at: 'in', session: found } : now)),
    [],
  );

  if (gate.at === 'asking') {
    return <p className="visually-hidden">Loading Chancery…</p>;
  }
  if (gate.at === 'unreachable') {
    return (
      <main className="page">
        <h1 className="visually-hidden">Chancery</h1>
        <ProblemAlert
          problem={gate.problem}
          onRetry={() => {
            setGate({ at: 'asking' });
            ask();
          }}
        />
      </main>
    );
  }
  if (gate.at === 'sign-in') {
    return hosting.share ? (
      <ShareSignIn notice={gate.notice} />
    ) : (
      <SignIn notice={gate.notice} onSignedIn={(s) => setGate({ at: 'in', session: s })} />
    );
  }
  const then = hosting.share?.affirmThen;
  const affirmed = gate.session.affirmed && !then;
  return (
    <>
      {gate.locked && (
        <LockScreen
          session={gate.session}
          notice={gate.locked}
          onUnlocked={unlocked}
          onLeave={() => leave()}
        />
      )}
      {!gate.locked && !affirmed && (
        <Affirmation
          session={gate.session}
          onAffirmed={(s) => (then ? location.replace(then) : setGate({ at: 'in', session: s }))}
          onDecline={() => {
            void signOut();
            leave('You have signed out without accepting.');
          }}
        />
      )}
      <Kept open={affirmed} covered={gate.locked !== undefined || !affirmed}>
        <SessionContext.Provider value={access ?? null}>{children}</SessionContext.Provider>
      </Kept>
      {affirmed && !gate.locked && (
        <IdleGuard idleMinutes={gate.session.idleMinutes} onIdle={idle} />
      )}
    </>
  );
}

/** What was once opened stays as it is while it is covered. */
function Kept(props: { open: boolean; covered: boolean; children: ReactNode }) {
  const [opened, setOpened] = useState(props.open);
  if (props.open && !opened) {
    setOpened(true);
  }
  return opened ? (
    <div className="kept" hidden={props.covered}>
      {props.children}
    </div>
  ) : null;
}
