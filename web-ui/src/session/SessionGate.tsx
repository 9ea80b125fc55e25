import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import * as api from '../api/calls';
import { hosting, http } from '../api/client';
import { Problem } from '../api/problem';
import type { Session } from '../api/types';
import { leaveShare } from '../share/page';
import { ShareSignIn } from '../share/ShareSignIn';
import { ProblemAlert } from '../ui/Alert';
import { Affirmation } from './Affirmation';
import { Drafts } from './drafts';
import { IdleGuard } from './IdleGuard';
import { SessionContext, type SessionAccess } from './SessionContext';
import { SignIn } from './SignIn';

type Gate =
  | { at: 'asking' }
  | { at: 'unreachable'; problem: Problem }
  | { at: 'sign-in'; notice?: string }
  | { at: 'in'; session: Session };

/** Ends the session at the server, or with Share, whose session it is there. */
async function signOut(): Promise<void> {
  if (hosting.share) {
    leaveShare(hosting.share);
  } else {
    await api.session.signOut().catch(() => undefined);
  }
}

/** Lets nobody past who has not signed in and affirmed (requirement P6); the address stays, so work goes on there. */
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
          queries.clear();
          return {
            at: 'sign-in',
            notice: 'Your session has ended. Sign in again: what you typed is kept.',
          };
        });
      } else if (problem.code === 'affirmation-required') {
        setGate((now) =>
          now.at === 'in' ? { at: 'in', session: { ...now.session, affirmed: false } } : now,
        );
      }
    };
    return () => {
      http.onProblem = () => undefined;
    };
  }, [queries]);

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

  const ended = useCallback(() => {
    void signOut();
    leave('The session was locked because nothing happened for a while. What you typed is kept.');
  }, [leave]);

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
  if (!gate.session.affirmed || then) {
    return (
      <Affirmation
        session={gate.session}
        onAffirmed={(s) => (then ? location.replace(then) : setGate({ at: 'in', session: s }))}
        onDecline={() => {
          void signOut();
          leave('You have signed out without accepting.');
        }}
      />
    );
  }
  return (
    <SessionContext.Provider value={access ?? null}>
      {children}
      <IdleGuard idleMinutes={gate.session.idleMinutes} onEnded={ended} />
    </SessionContext.Provider>
  );
}
