import { byMedium } from '../privacy/words';
import { Alert } from '../ui/Alert';
import { showDay } from '../ui/show';
import { useSession } from '../session/SessionContext';
import type { Stakeholder } from './types';

/** Who answers for an entry, and whom to ask before one reaches out. */
export function AskFirst({ whom }: { whom: Stakeholder }) {
  const { session } = useSession();
  const { owner, knownBy } = whom;
  const mine = owner.user.name === session.user;
  const latest = [...knownBy].sort((a, b) => (b.last ?? '').localeCompare(a.last ?? ''))[0];
  const other = latest?.last && latest.component !== owner.component?.code ? latest : undefined;
  return (
    <div className="ask-first" role="note" aria-label="Whom to ask first">
      <p>
        {mine ? (
          <>
            <strong>You own this entry</strong>
            {owner.component && ` for ${owner.component.label}`}.
          </>
        ) : (
          <>
            Before you reach out, ask <strong>{owner.user.label}</strong>
            {owner.component && ` (${owner.component.label})`}, who owns this entry.
          </>
        )}
        {other?.last && (
          <>
            {' '}
            The latest contact was with {other.label}, {showDay(other.last)}
            {other.people[0] && ` (${other.people[0].label})`}.
          </>
        )}
        {!whom.lastContact && ' Nobody has been in contact yet.'}
      </p>
    </div>
  );
}

/** What stands above everything else: that there is to be no contact, and that an entry is about to go. */
export function Warnings({ whom }: { whom: Stakeholder }) {
  const stop = whom.doNotContact;
  const person = 'privateContactWithheld' in whom;
  return (
    <>
      {stop && (
        <Alert kind="error" title="Do not contact" announce={false}>
          Asked for on {showDay(stop.on)} {byMedium(stop.via)}
          {stop.by && `, noted by ${stop.by.label}`}. {stop.reason}
          {stop.state === 'restricted' &&
            (person
              ? ' The entry is restricted: private numbers are closed.'
              : ' The entry is restricted.')}
        </Alert>
      )}
      {whom.expires && (
        <Alert kind="warning" announce={false}>
          The one-year rule applies: this entry is deleted on {showDay(whom.expires)} unless it is
          renewed.
        </Alert>
      )}
    </>
  );
}
