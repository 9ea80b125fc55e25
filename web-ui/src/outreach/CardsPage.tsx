import { useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { newKey } from '../api/key';
import { useSession } from '../session/SessionContext';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { ProblemAlert } from '../ui/Alert';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showMoment } from '../ui/show';
import { useAction } from '../ui/useAction';
import { useKeptFocus } from '../ui/useKeptFocus';
import { Empty, Loaded } from '../ui/Waiting';
import { DropZone, FilePicker } from '../upload/DropZone';
import { cards } from './calls';
import type { BusinessCard } from './contract';
import { useCards, useDone } from './useOutreach';

const STATES: Record<BusinessCard['state'], [string, string]> = {
  reading: ['chip reading', 'Being read'],
  ready: ['chip ready', 'To confirm'],
  unread: ['chip warm', 'To enter by hand'],
};

/** Business cards that wait to become people. */
export default function CardsPage() {
  const { can } = useSession();
  return can('KEEP_STAKEHOLDERS') ? <Shown /> : <NotFound />;
}

function Shown() {
  const query = useCards();
  const navigate = useNavigate();
  const done = useDone();
  const kept = useKeptFocus<HTMLUListElement>();
  const input = useRef<HTMLInputElement>(null);
  const receive = useAction(async (files: readonly File[]) => {
    let last: BusinessCard | undefined;
    for (const file of files) {
      last = await cards.receive(file, { idempotencyKey: newKey() });
    }
    done(files.length === 1 ? 'The card is being read.' : 'The cards are being read.');
    if (last && files.length === 1) {
      void navigate(`/stakeholders/cards/${last.id}`);
    }
  });
  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Business cards" />
          <p className="sub">
            A photo or a scan is read, and becomes a person once you have confirmed what was read.
            Your component sees it, and no other.
          </p>
        </div>
        <div className="actions no-print">
          <button
            type="button"
            className="usa-button small"
            disabled={receive.busy}
            onClick={() => input.current?.click()}
          >
            <Icon name="upload" />
            {receive.busy ? 'Sending…' : 'Add cards'}
          </button>
          <FilePicker ref={input} onFiles={(files) => receive.run(files)} />
        </div>
      </div>
      {receive.problem && <ProblemAlert problem={receive.problem} />}
      <section className="card" aria-label="Cards that wait">
        <DropZone
          text="Drop photos or scans of business cards"
          onFiles={(files) => receive.run(files)}
        >
          <Loaded query={query} lines={4}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty icon="person" title="No card waits">
                  <p>Add a photo or a scan, or drop it here.</p>
                </Empty>
              ) : (
                <ul className="rows nolist plain-rows" {...kept}>
                  {items.map((card) => {
                    const [chip, label] = STATES[card.state];
                    return (
                      <li key={card.id} className="promised">
                        <div>
                          <Link to={`/stakeholders/cards/${card.id}`}>{card.name}</Link>
                          <p className="muted small">{showMoment(card.at)}</p>
                        </div>
                        <span className={chip}>{label}</span>
                      </li>
                    );
                  })}
                </ul>
              )
            }
          </Loaded>
        </DropZone>
      </section>
    </div>
  );
}
