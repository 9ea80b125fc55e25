import { Link } from 'react-router';
import { useState } from 'react';
import * as api from '../api/calls';
import { Problem } from '../api/problem';
import type { Filing, IntakeDetail, IntakeItem, Route } from '../api/types';
import { isMail, MailCard } from '../document/MailCard';
import { Alert, ProblemAlert } from '../ui/Alert';
import { StateChip, stateLabel } from '../ui/Chip';
import { Icon } from '../ui/Icon';
import { useShortcuts } from '../ui/shortcuts';
import { showCode, showCount, showMedia, showMoment, showSize } from '../ui/show';
import { Empty, Loaded, Skeleton } from '../ui/Waiting';
import { DocumentView } from '../viewer/DocumentView';
import { FilingPanel } from './FilingPanel';
import { RoutePanel } from './RoutePanel';
import { useItem } from './useDesk';

interface Props {
  id: string;
  /** The item as the list has it; known before the detail is. */
  listed?: IntakeItem;
  onFiled: (item: IntakeItem, filing: Filing) => void;
  onChanged: () => void;
  /** Set once it has been filed, and can be sent on its way. */
  filing?: Filing;
  /** Goes on to the next letter; with the route that has been started, if one was. */
  onNext: (started?: Route) => void;
}

const NO_WORDS: readonly string[] = [];

const CHANNELS: Partial<Record<string, string>> = {
  'watched-folder': 'from the watched folder',
  email: 'by e-mail',
  phone: 'by phone',
  paste: 'pasted',
};

/** The letter in hand: its pages, and beside them what can be done with it. */
export function ItemPanel({ id, listed, onFiled, onChanged, filing, onNext }: Props) {
  const query = useItem(id, listed?.state);

  if (listed?.state === 'arriving') {
    return (
      <section className="desk-pages card" aria-label={listed.name}>
        <ItemHead item={listed} />
        <Empty icon="inbox" title="Still arriving">
          <p>
            {listed.explanation ??
              'The file is taken in once the scanner has finished writing it. Nothing needs to be done.'}
          </p>
        </Empty>
      </section>
    );
  }
  return (
    <Loaded query={query} page lines={9}>
      {(item) => (
        <>
          <section className="desk-pages card" aria-label={item.name}>
            <ItemHead item={item} />
            {item.state === 'received' || item.state === 'reading' ? (
              <Reading item={item} />
            ) : (
              <>
                {isMail(item.mediaType) && (item.state === 'ready' || item.state === 'filed') && (
                  <MailCard id={item.id} revision={item.revision} />
                )}
                <DocumentView
                  id={item.id}
                  name={item.name}
                  mediaType={item.mediaType}
                  readable={item.state === 'ready' || item.state === 'filed'}
                  pages={
                    (item.state === 'ready' || item.state === 'filed') &&
                    /^(application\/pdf|image\/)/.test(item.mediaType ?? '')
                  }
                  words={NO_WORDS}
                  compact
                />
              </>
            )}
          </section>
          <section className="desk-form card" aria-label="What to do with it">
            <Doubles item={item} />
            {filing && <RoutePanel filing={filing} onStarted={onNext} onSkip={() => onNext()} />}
            {!filing && item.state === 'ready' && <FilingPanel item={item} onFiled={onFiled} />}
            {item.state === 'quarantined' && <SetAside item={item} onChanged={onChanged} />}
            {!filing && item.state === 'filed' && <Filed item={item} onChanged={onChanged} />}
            {(item.state === 'received' || item.state === 'reading') && (
              <div className="body">
                <h2>Not ready yet</h2>
                <p className="muted">
                  {stateLabel(item.state)}. It can be filed once it has been read; you can go on
                  with another letter meanwhile.
                </p>
              </div>
            )}
          </section>
        </>
      )}
    </Loaded>
  );
}

function ItemHead({ item }: { item: IntakeItem }) {
  return (
    <header>
      <div className="item-title">
        <h2 title={item.name}>{item.name}</h2>
        <p className="muted small">
          {[
            showMoment(item.receivedAt),
            channelLabel(item),
            showMedia(item.mediaType),
            item.pageCount ? showCount(item.pageCount, 'page') : '',
            showSize(item.size),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <StateChip state={item.state} />
      {item.confidence !== undefined && item.confidence < 75 && (
        <span className="chip warm" title="How sure the recognition is of what it read">
          Hard to read: {Math.round(item.confidence)} %
        </span>
      )}
      {item.state !== 'arriving' && (
        <a
          className="icon-button"
          href={api.nodes.contentUrl(item.id, { download: true })}
          aria-label={`Download the original of ${item.name}`}
          title="Download the original"
        >
          <Icon name="download" />
        </a>
      )}
    </header>
  );
}

function channelLabel(item: IntakeItem): string {
  return CHANNELS[item.channel] ?? `by ${showCode(item.channel).toLowerCase()}`;
}

function Reading({ item }: { item: IntakeDetail }) {
  const read = item.pagesRead ?? 0;
  return (
    <div className="reading-panel" role="status">
      {item.state === 'reading' && item.pageCount ? (
        <>
          <p>
            Reading page {Math.min(read + 1, item.pageCount)} of {item.pageCount}
          </p>
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${(read / item.pageCount) * 100}%` }} />
          </span>
        </>
      ) : (
        <p>{item.state === 'received' ? 'Waiting to be read' : 'Being read'}</p>
      )}
      <Skeleton lines={7} />
      <p className="muted small">
        The original is stored and safe. This page follows along by itself.
      </p>
    </div>
  );
}

function Doubles({ item }: { item: IntakeDetail }) {
  if (item.duplicateOf.length === 0) {
    return null;
  }
  return (
    <div className="double-note">
      <p>
        <Icon name="link" /> <strong>The same file came in more than once,</strong> byte for byte:
      </p>
      <ul>
        {item.duplicateOf.map((other) => (
          <li key={other.id}>
            <Link to={`/intake/${other.id}`}>{other.name}</Link>{' '}
            <span className="muted">({stateLabel(other.state).toLowerCase()})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useAction(act: () => Promise<unknown>, then: () => void) {
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await act();
      then();
    } catch (error) {
      setProblem(error instanceof Problem ? error : Problem.offline());
    } finally {
      setBusy(false);
    }
  };
  return { problem, busy, run: () => void run() };
}

function SetAside({ item, onChanged }: { item: IntakeDetail; onChanged: () => void }) {
  const retry = useAction(() => api.intake.retry(item.id), onChanged);
  useShortcuts({ r: retry.busy ? undefined : retry.run });
  return (
    <div className="body">
      <Alert
        kind="warning"
        title={item.reason ? showCode(item.reason) : 'Set aside'}
        announce={false}
      >
        {item.explanation ?? 'The file could not be read.'}
      </Alert>
      {retry.problem && <ProblemAlert problem={retry.problem} />}
      <p>
        The original is kept exactly as it came. Put right what can be put right, then have it read
        again.
      </p>
      <div className="actions">
        <button type="button" className="usa-button" disabled={retry.busy} onClick={retry.run}>
          <Icon name="retry" />
          Read it again <kbd>R</kbd>
        </button>
        <a
          className="usa-button usa-button--outline"
          href={api.nodes.contentUrl(item.id, { download: true })}
        >
          <Icon name="download" />
          Download the original
        </a>
      </div>
      <Facts item={item} />
    </div>
  );
}

function Filed({ item, onChanged }: { item: IntakeDetail; onChanged: () => void }) {
  const unfile = useAction(() => api.intake.unfile(item.id), onChanged);
  return (
    <div className="body">
      <h2>Filed</h2>
      {unfile.problem && <ProblemAlert problem={unfile.problem} />}
      <p>This letter has its place in a case file.</p>
      <div className="actions">
        {item.caseFile && (
          <Link className="usa-button" to={`/case-files/${item.caseFile}`}>
            <Icon name="folderOpen" />
            Open the case file
          </Link>
        )}
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={unfile.busy}
          onClick={unfile.run}
        >
          Take it back to the desk
        </button>
      </div>
      <Facts item={item} />
    </div>
  );
}

function Facts({ item }: { item: IntakeDetail }) {
  return (
    <dl className="facts stacked">
      <dt>Kind of file</dt>
      <dd>{showMedia(item.mediaType) || 'Not known'}</dd>
      <dt>Size</dt>
      <dd>{showSize(item.size)}</dd>
      {item.sha256 && (
        <>
          <dt>SHA-256 of the original</dt>
          <dd className="mono">{item.sha256}</dd>
        </>
      )}
    </dl>
  );
}
