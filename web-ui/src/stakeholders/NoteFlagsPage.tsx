import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { ReasonDialog } from '../ui/ReasonDialog';
import { showMoment } from '../ui/show';
import { ShowMore } from '../ui/ShowMore';
import { useToasts } from '../ui/Toasts';
import { useKeptFocus } from '../ui/useKeptFocus';
import { Empty, Loaded } from '../ui/Waiting';
import { screening } from './calls';
import { MarkedText } from './FlaggedWords';
import { StakeholdersNav } from './StakeholdersNav';
import type { FlagDecision, NoteFlag } from './types';
import { useNoteFlags, useStakeholdersChanged } from './useStakeholders';

const STATES = [
  ['open', 'To decide'],
  ['accepted', 'Accepted'],
  ['removed', 'Removed'],
] as const;

/** What authors kept although it was flagged, for the privacy officer to decide on (requirement S3). */
export default function NoteFlagsPage() {
  const { can } = useSession();
  return can('REVIEW_NOTES') ? <Flags /> : <NotFound />;
}

function Flags() {
  const [params] = useSearchParams();
  const state = STATES.find(([key]) => key === params.get('state'))?.[0] ?? 'open';
  const kept = useKeptFocus<HTMLOListElement>();
  const query = useNoteFlags(state);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [deciding, setDeciding] = useState<{
    flag: NoteFlag;
    decision: FlagDecision['decision'];
  }>();
  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Flagged notes" />
          <p className="sub">What authors kept, with their reason, although it may be sensitive.</p>
        </div>
        <Link
          to="/stakeholders/screening-list"
          className="usa-button usa-button--outline small no-print"
        >
          <Icon name="ledger" />
          What is flagged
        </Link>
      </div>
      <nav className="views no-print sub-views" aria-label="Which of them">
        {STATES.map(([key, label]) => (
          <Link key={key} to={`?state=${key}`} aria-current={state === key ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <Loaded query={query} lines={8}>
        {() =>
          items.length === 0 ? (
            <section className="card" aria-label="Flagged notes">
              <Empty
                icon="check"
                title={state === 'open' ? 'Nothing waits for you' : 'None so far'}
              >
                <p>
                  What authors keep in a note although it was flagged comes here, with their reason.
                </p>
              </Empty>
            </section>
          ) : (
            <>
              <ol className="nolist stack" aria-label="Flagged notes" {...kept}>
                {items.map((flag) => (
                  <Flag
                    key={flag.id}
                    flag={flag}
                    onDecide={(decision) => setDeciding({ flag, decision })}
                  />
                ))}
              </ol>
              <ShowMore query={query} />
            </>
          )
        }
      </Loaded>
      {deciding && <DecideDialog {...deciding} onClose={() => setDeciding(undefined)} />}
    </div>
  );
}

function Flag(props: { flag: NoteFlag; onDecide: (decision: FlagDecision['decision']) => void }) {
  const { flag } = props;
  const found = flag.found ?? [];
  const labels = new Map(found.map((each) => [each.flag, each.label]));
  return (
    <li className="card body flag">
      <p>
        {flag.kind === 'interaction' ? (
          <Link to={`/stakeholders/interactions/${flag.on.id}`}>{flag.on.name}</Link>
        ) : (
          <Link to={`/stakeholders/of/${flag.on.id}`}>{flag.on.name}</Link>
        )}{' '}
        {flag.flags.map((each) => (
          <span key={each} className="chip warm">
            {labels.get(each) ?? each}
          </span>
        ))}
      </p>
      <blockquote>
        <MarkedText text={flag.text} flags={found} />
      </blockquote>
      <p className="small">
        <strong>{flag.confirmedBy.label}</strong>{' '}
        <span className="muted">{showMoment(flag.confirmedAt)}:</span> {flag.reason}
      </p>
      {flag.state === 'open' ? (
        <div className="actions no-print">
          <button
            type="button"
            className="usa-button small"
            aria-label={`Accept: ${flag.on.name}`}
            onClick={() => props.onDecide('accepted')}
          >
            <Icon name="check" />
            Accept
          </button>
          <button
            type="button"
            className="usa-button usa-button--outline danger small"
            aria-label={`Have the words removed: ${flag.on.name}`}
            onClick={() => props.onDecide('removed')}
          >
            <Icon name="trash" />
            Have them removed
          </button>
        </div>
      ) : (
        <p className="small">
          <span className={flag.state === 'accepted' ? 'chip ready' : 'chip quarantined'}>
            {flag.state === 'accepted' ? 'Accepted' : 'Removed'}
          </span>{' '}
          {flag.decidedBy?.label} <span className="muted">{showMoment(flag.decidedAt)}:</span>{' '}
          {flag.decisionReason}
        </p>
      )}
    </li>
  );
}

function DecideDialog(props: {
  flag: NoteFlag;
  decision: FlagDecision['decision'];
  onClose: () => void;
}) {
  const { flag, decision } = props;
  const changed = useStakeholdersChanged();
  const toasts = useToasts();
  const removes = decision === 'removed';
  return (
    <ReasonDialog
      title={removes ? 'Have the words removed?' : 'Accept it as it is?'}
      about={
        removes
          ? 'The words that are marked are replaced where they stand and kept nowhere. This cannot be undone.'
          : 'The text stays as it is. Your reason is kept with it.'
      }
      hint="Do not repeat the words themselves."
      yes={removes ? 'Remove them' : 'Accept'}
      doing="Deciding…"
      className={removes ? 'usa-button usa-button--secondary' : undefined}
      act={async (reason) => {
        await screening.decide(flag.id, { decision, reason });
        changed();
        props.onClose();
        toasts.show({ text: removes ? 'The words are gone.' : 'Accepted.' });
      }}
      onClose={props.onClose}
    />
  );
}
