import { Link } from 'react-router';
import type { ClearanceRound } from '../api/types';
import { showDay, showMoment } from '../ui/show';
import { Empty } from '../ui/Waiting';

type Asked = ClearanceRound['asked'][number];

const ANSWERS: Record<NonNullable<Asked['outcome']>, { label: string; kind: string }> = {
  concur: { label: 'Concur', kind: 'open' },
  'concur-with-comment': { label: 'Concur with comment', kind: 'warm' },
  'non-concur': { label: 'Non-concur', kind: 'quarantined' },
};

/** What those who were asked have answered, side by side, for who writes the draft (requirement C10). */
export function Clearances({ rounds }: { rounds: readonly ClearanceRound[] }) {
  if (rounds.length === 0) {
    return (
      <Empty icon="scale" title="Nobody has been asked for comments yet">
        <p>When a draft goes out for comment or clearance, the answers come together here.</p>
      </Empty>
    );
  }
  return (
    <div className="clearances">
      {rounds.map((round, i) => (
        <section key={i} aria-label={titleOf(rounds.length - i, rounds.length)}>
          <h3>{titleOf(rounds.length - i, rounds.length)}</h3>
          {round.document && (
            <p className="small">
              On <Link to={`/documents/${round.document.id}`}>{round.document.title}</Link>
              {round.version && ` version ${round.version}`}
            </p>
          )}
          <p className="clearance-sum">
            {sum(round).map(([n, label, kind]) => (
              <span key={label} className={`chip ${kind}`}>
                {n} {label}
              </span>
            ))}
          </p>
          <ul className="clearance-row nolist">
            {round.asked.map((one) => (
              <Answer key={one.tasking} asked={one} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function titleOf(n: number, of: number): string {
  return of > 1 ? `Round ${n}` : 'Answers';
}

function sum(round: ClearanceRound): [number, string, string][] {
  const { concur, concurWithComment, nonConcur, outstanding } = round.summary;
  const all: [number, string, string][] = [
    [concur, 'concur', 'open'],
    [concurWithComment, 'with comment', 'warm'],
    [nonConcur, 'non-concur', 'quarantined'],
    [outstanding, 'outstanding', ''],
  ];
  return all.filter(([n]) => n > 0);
}

function Answer({ asked }: { asked: Asked }) {
  const answer = asked.outcome ? ANSWERS[asked.outcome] : undefined;
  return (
    <li>
      <h4>{asked.label}</h4>
      {answer ? (
        <>
          <span className={`chip ${answer.kind}`}>{asked.outcomeLabel ?? answer.label}</span>
          {asked.comment && <p className="said">{asked.comment}</p>}
          <p className="muted small">
            {[asked.by?.label, showMoment(asked.at)].filter(Boolean).join(' · ')}
          </p>
        </>
      ) : (
        <>
          <span className="chip">{asked.state === 'withdrawn' ? 'Withdrawn' : 'Outstanding'}</span>
          {asked.due && <p className="muted small">by {showDay(asked.due)}</p>}
        </>
      )}
    </li>
  );
}
