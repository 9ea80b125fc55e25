import { showCount, showDay } from '../ui/show';
import type { Stakeholder } from './types';

/** How it stands with a stakeholder, in figures. */
export function StandingLine({ whom }: { whom: Stakeholder }) {
  const { owner, verified } = whom;
  return (
    <dl className="standing">
      <div>
        <dt>Latest contact</dt>
        <dd>{whom.lastContact ? showDay(whom.lastContact) : 'none yet'}</dd>
      </div>
      <div>
        <dt>Contacts</dt>
        <dd>{whom.contacts.toLocaleString('en-US')}</dd>
      </div>
      <div>
        <dt>Known by</dt>
        <dd>{showCount(whom.knownBy.length, 'component')}</dd>
      </div>
      <div>
        <dt>Owner</dt>
        <dd>
          {owner.user.label}
          {owner.component && <span className="muted small below">{owner.component.label}</span>}
          {owner.since && <span className="muted small below">since {showDay(owner.since)}</span>}
        </dd>
      </div>
      <div>
        <dt>Verified</dt>
        <dd>
          {verified ? showDay(verified.on) : 'never'}
          {verified?.by && <span className="muted small below">by {verified.by.label}</span>}
        </dd>
      </div>
    </dl>
  );
}
