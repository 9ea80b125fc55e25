import { useCallback, useEffect, useRef, useState } from 'react';
import * as api from '../api/calls';
import { Dialog } from '../ui/Dialog';
import { lastActivity, noteActivity } from './activity';
import { clock, idleState, type Idle } from './idle';

/** Shared by the tabs of one browser: working in one keeps the others alive. */
const KEY = 'chancery.last-activity';
/** Typing alone sends nothing, so the server is told now and then that somebody is still there. */
const TELL_SERVER_MS = 60_000;

/** Locks the session when nobody has done anything for as long as the server allows (requirement P7). */
export function IdleGuard(props: { idleMinutes: number; onIdle: () => void }) {
  const { idleMinutes, onIdle } = props;
  const [idle, setIdle] = useState<Idle>({ state: 'active' });
  const told = useRef(0);

  const tell = useCallback(() => {
    told.current = Date.now();
    void api.session.current().catch(() => undefined);
  }, []);

  const alive = useCallback(() => {
    noteActivity();
    localStorage.setItem(KEY, String(Date.now()));
  }, []);

  useEffect(() => {
    told.current = Date.now();
    alive();
    const warned = { current: false };
    const onActivity = () => {
      // Once the warning shows, only its button goes on: a bumped mouse must not hide it.
      if (!warned.current) {
        alive();
      }
    };
    const events = ['pointerdown', 'keydown', 'wheel'] as const;
    events.forEach((name) => window.addEventListener(name, onActivity, { passive: true }));
    const timer = window.setInterval(() => {
      const now = Date.now();
      // Told afterwards too, so that the server's time never runs out before the one shown here.
      if (lastActivity() > told.current && now - told.current > TELL_SERVER_MS) {
        tell();
      }
      const last = Number(localStorage.getItem(KEY)) || 0;
      const state = idleState(last, now, idleMinutes);
      warned.current = state.state !== 'active';
      setIdle(state);
      if (state.state === 'ended') {
        onIdle();
      }
    }, 1000);
    return () => {
      window.clearInterval(timer);
      events.forEach((name) => window.removeEventListener(name, onActivity));
    };
  }, [alive, tell, idleMinutes, onIdle]);

  if (idle.state !== 'warning') {
    return null;
  }
  const goOn = () => {
    alive();
    tell();
    setIdle({ state: 'active' });
  };
  return (
    <Dialog title="Are you still there?" onClose={goOn}>
      <p>
        Nothing has happened for a while. The session will be locked in{' '}
        <strong role="timer">{clock(idle.secondsLeft)}</strong>. What you typed is kept.
      </p>
      <div className="actions">
        <button type="button" data-autofocus className="usa-button" onClick={goOn}>
          Go on working
        </button>
      </div>
    </Dialog>
  );
}
