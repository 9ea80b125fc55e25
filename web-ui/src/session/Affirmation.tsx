import { useEffect, useRef, useState, type FormEvent } from 'react';
import * as api from '../api/calls';
import { Problem } from '../api/problem';
import type { Session } from '../api/types';
import { ProblemAlert } from '../ui/Alert';
import { GateFrame } from './GateFrame';

const DUTIES = [
  {
    title: 'For outreach only',
    text: 'I use the information here only for the department’s outreach and correspondence, and for nothing else.',
  },
  {
    title: 'Misuse has penalties',
    text: 'I know that access without authority may bring criminal and civil penalties.',
  },
  {
    title: 'My agency answers for itself',
    text: 'My agency is responsible for collecting, keeping and sharing information as the Privacy Act and the rules that apply to it demand.',
  },
];

/** The three responsibilities, affirmed at the start of each session (requirement P6). */
export function Affirmation(props: {
  session: Session;
  onAffirmed: (session: Session) => void;
  onDecline: () => void;
}) {
  const [agreed, setAgreed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const before = document.title;
    document.title = 'Your responsibilities · Chancery';
    heading.current?.focus();
    return () => {
      document.title = before;
    };
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      props.onAffirmed(await api.session.affirm());
    } catch (error) {
      setProblem(error instanceof Problem ? error : Problem.offline());
      setBusy(false);
    }
  };

  return (
    <GateFrame wide>
      <p className="eyebrow">Signed in as {props.session.displayName}</p>
      <h1 ref={heading} tabIndex={-1}>
        Three responsibilities
      </h1>
      <p className="muted">
        You affirm them at the start of each session. That you did is recorded with your name and
        the time.
      </p>
      {problem && <ProblemAlert problem={problem} />}
      <form onSubmit={(event) => void submit(event)}>
        <ol className="duties nolist">
          {DUTIES.map((duty, i) => (
            <li key={duty.title}>
              <span className="n" aria-hidden="true">
                {i + 1}
              </span>
              <div>
                <h2>{duty.title}</h2>
                <p>{duty.text}</p>
              </div>
            </li>
          ))}
        </ol>
        <div className="usa-checkbox field">
          <input
            className="usa-checkbox__input"
            id="affirm"
            type="checkbox"
            checked={agreed}
            onChange={(event) => setAgreed(event.target.checked)}
          />
          <label className="usa-checkbox__label" htmlFor="affirm">
            I have read these three and affirm them.
          </label>
        </div>
        <div className="actions">
          <button type="submit" className="usa-button" disabled={!agreed || busy}>
            {busy ? 'One moment…' : 'Affirm and continue'}
          </button>
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={props.onDecline}
          >
            Sign out
          </button>
        </div>
      </form>
    </GateFrame>
  );
}
