import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import * as api from '../api/calls';
import { useSession } from '../session/SessionContext';
import { Alert } from '../ui/Alert';
import { Crumbs } from '../ui/Crumbs';
import { DayField } from '../ui/DayField';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { isoDay, showCount, showDay, showMoment, showSize } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { Empty, Loaded } from '../ui/Waiting';
import type { Disposition } from './contract';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useDisposition } from './useRecords';
import { useTold } from './useTold';
import { dispositionAction, dispositionState } from './words';

/** One disposition (requirement R6): what is in it, who approved it, who is still needed, how far it has come. */
export default function DispositionPage() {
  const { can } = useSession();
  const { id = '' } = useParams();
  return can('REVIEW_RECORDS') ? <ById key={id} id={id} /> : <NotFound />;
}

function ById({ id }: { id: string }) {
  const query = useDisposition(id);
  return (
    <Loaded query={query} page lines={9}>
      {(disposition) => <Shown of={disposition} />}
    </Loaded>
  );
}

function Shown({ of }: { of: Disposition }) {
  const { session, can } = useSession();
  const [doing, setDoing] = useState<'approve' | 'reject' | 'back'>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [state, colour] = dispositionState(of.state);
  const transfer = of.action === 'TRANSFER';
  const close = () => setDoing(undefined);
  const mayReject = of.allowed.includes('reject');
  const mine = mayReject && of.proposedBy?.name === session.user && of.approvals.length === 0;
  return (
    <div className="page">
      <Crumbs trail={[{ name: 'Dispositions', to: '/records/dispositions' }]} />
      <div className="page-head">
        <div>
          <p className="eyebrow">{dispositionAction(of.action)}</p>
          <PageTitle title={of.number} />
          <p className="sub small">
            <span className={`chip ${colour}`}>{state}</span>
            <span>
              {of.series.title} ({of.series.code}), authority {of.series.authority}
              {of.series.authorityStatus === 'example' && ' (an example)'}
            </span>
          </p>
        </div>
        <div className="actions no-print">
          {of.allowed.includes('approve') && (
            <button type="button" className="usa-button small" onClick={() => setDoing('approve')}>
              <Icon name="check" />
              Approve…
            </button>
          )}
          {mayReject && (
            <button
              type="button"
              className="usa-button usa-button--outline small"
              onClick={() => setDoing('reject')}
            >
              {chosen.size > 0 ? `Reject ${showCount(chosen.size, 'folder')}…` : 'Reject…'}
            </button>
          )}
          {mine && (
            <button
              type="button"
              className="usa-button usa-button--outline small"
              onClick={() => setDoing('back')}
            >
              <Icon name="left" />
              Take it back…
            </button>
          )}
          {transfer && can('TRANSFER_RECORDS') && !['PROPOSED', 'REJECTED'].includes(of.state) && (
            <Link
              className="usa-button usa-button--outline small"
              to={`/records/transfers/${of.id}`}
            >
              <Icon name="route" />
              Its transfer
            </Link>
          )}
          {of.certificate && (
            <>
              <a
                className="usa-button small"
                href={api.dispositions.certificateUrl(of.id)}
                download
              >
                <Icon name="seal" />
                Certificate
              </a>
              <a
                className="usa-button usa-button--outline small"
                href={api.dispositions.certificateUrl(of.id, 'hashes')}
                download
              >
                List of hashes
              </a>
            </>
          )}
        </div>
      </div>
      {of.problem && (
        <Alert kind="warning" title="Something is in the way" announce={false}>
          {of.problem}
        </Alert>
      )}
      <Progress of={of} />
      <div className="with-side">
        <Items of={of} chosen={mayReject ? chosen : undefined} onChoose={setChosen} />
        <Approvals of={of} />
      </div>
      {doing === 'approve' && <ApproveDialog of={of} onClose={close} />}
      {doing === 'back' && <TakeBackDialog of={of} onClose={close} />}
      {doing === 'reject' && (
        <RejectDialog
          of={of}
          folders={[...chosen]}
          onClose={close}
          onDone={() => setChosen(new Set())}
        />
      )}
    </div>
  );
}

function Progress({ of }: { of: Disposition }) {
  if (of.state !== 'EXECUTING' && of.state !== 'APPROVED') {
    return null;
  }
  const { items, done, withdrawn } = of.counts;
  const settled = done + withdrawn;
  return (
    <div className="card disposition-progress">
      <div className="body" role="status">
        <p>
          {of.state === 'APPROVED' && of.action === 'TRANSFER'
            ? 'Approved. The folders stay until the National Archives have accepted custody.'
            : `${showCount(settled, 'folder')} of ${items.toLocaleString('en-US')} handled. It goes on by itself, and after a restart where it was; what was destroyed is then erased from every place it has been in.`}
        </p>
        <progress aria-label="Folders handled" value={settled} max={Math.max(1, items)} />
      </div>
    </div>
  );
}

function Items(props: {
  of: Disposition;
  chosen?: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const { of, chosen } = props;
  const query = useInfiniteQuery({
    queryKey: ['records', 'disposition', of.id, 'items', of.state, of.counts.done],
    queryFn: ({ pageParam }) => api.dispositions.items(of.id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    placeholderData: (before) => before,
  });
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    props.onChoose(next);
  };
  return (
    <section className="card" aria-label="What is in it">
      <header>
        <h2>What is in it</h2>
        <span className="muted small">
          {showCount(of.counts.items, 'folder')}, {showCount(of.counts.files, 'document')},{' '}
          {showSize(of.counts.bytes)}
        </span>
      </header>
      <Loaded query={query} lines={6}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Empty icon="folderOpen" title="Nothing is left in it" />
          ) : (
            <PagedTable
              query={query}
              head={
                <>
                  {chosen && (
                    <th scope="col" className="no-print">
                      <span className="visually-hidden">Chosen</span>
                    </th>
                  )}
                  <th scope="col">Folder</th>
                  <th scope="col" className="number">
                    Documents
                  </th>
                  <th scope="col" className="number">
                    Size
                  </th>
                  <th scope="col">What came of it</th>
                </>
              }
            >
              {items.map((item) => {
                const name = item.folder?.name ?? item.number ?? 'A folder that you cannot see';
                const folder = item.folder?.id;
                return (
                  <tr key={item.id}>
                    {chosen && (
                      <td className="choose no-print">
                        {folder && item.state === 'open' && (
                          <input
                            type="checkbox"
                            aria-label={`Choose ${name}`}
                            checked={chosen.has(folder)}
                            onChange={(event) => choose(folder, event.target.checked)}
                          />
                        )}
                      </td>
                    )}
                    <th scope="row">
                      {folder ? <Link to={`/nodes/${folder}`}>{name}</Link> : name}
                      {item.folder && item.number && (
                        <span className="muted small below">{item.number}</span>
                      )}
                    </th>
                    <td className="number">{item.documents.toLocaleString('en-US')}</td>
                    <td className="number nowrap">{showSize(item.bytes)}</td>
                    <td>
                      {item.state === 'done'
                        ? `Disposed of ${showMoment(item.at)}`
                        : item.state === 'withdrawn'
                          ? 'Stays behind'
                          : 'Not yet'}
                      {item.reason && <span className="muted small below">{item.reason}</span>}
                      {item.stub && (
                        <span className="below small">
                          <Link to={`/records/disposed/${item.stub}`}>What stays of it</Link>
                        </span>
                      )}
                    </td>
                  </tr>
                );
              })}
            </PagedTable>
          );
        }}
      </Loaded>
    </section>
  );
}

function Approvals({ of }: { of: Disposition }) {
  const missing = of.needed - of.approvals.length;
  const open = of.state === 'PROPOSED';
  return (
    <section className="card" aria-label="Who decided">
      <header>
        <h2>Who decided</h2>
      </header>
      <div className="body">
        <ol className="history nolist">
          <li>
            <strong>Proposed</strong>
            <span>{of.proposedBy?.label ?? 'by the system: its time is over'}</span>
            {of.reason && <span>{of.reason}</span>}
            <time className="muted small" dateTime={of.proposedAt}>
              {showMoment(of.proposedAt)}
            </time>
          </li>
          {of.approvals.map((each) => (
            <li key={each.by.name}>
              <strong>Approved</strong>
              <span>{each.by.label}</span>
              <span>{each.reason}</span>
              <time className="muted small" dateTime={each.at}>
                {showMoment(each.at)}
              </time>
            </li>
          ))}
          {open && missing > 0 && (
            <li className="still-needed">
              <strong>
                {missing === 1 ? 'One more approval is needed' : `${missing} approvals are needed`}
              </strong>
              <span>{stillNeeded(of)}</span>
            </li>
          )}
          {of.rejection && (
            <li>
              <strong>Rejected</strong>
              {of.rejection.by && <span>{of.rejection.by.label}</span>}
              <span>{of.rejection.reason}</span>
              {of.rejection.until && (
                <span>to be proposed again after {showDay(of.rejection.until)}</span>
              )}
              <time className="muted small" dateTime={of.rejection.at}>
                {showMoment(of.rejection.at)}
              </time>
            </li>
          )}
          {of.endedAt && (
            <li>
              <strong>Ended</strong>
              {of.accession && <span>accession {of.accession}</span>}
              <time className="muted small" dateTime={of.endedAt}>
                {showMoment(of.endedAt)}
              </time>
            </li>
          )}
        </ol>
      </div>
    </section>
  );
}

/** Who can give it. */
function stillNeeded(of: Disposition): string {
  const others = [
    ...(of.proposedBy ? [`${of.proposedBy.label}, who proposed it`] : []),
    ...of.approvals.map((each) => `${each.by.label}, who has approved`),
  ];
  return others.length === 0
    ? 'from a records officer or an administrator'
    : `from a records officer or an administrator other than ${others.join(' and ')}`;
}

function ApproveDialog({ of, onClose }: { of: Disposition; onClose: () => void }) {
  const told = useTold();
  const last = of.needed - of.approvals.length <= 1;
  const destroy = of.action === 'DESTROY';
  return (
    <ReasonDialog
      title={`Approve ${of.number}?`}
      about={
        destroy
          ? last
            ? 'This is the last approval: the folders are then destroyed with everything in them, for good. Each is looked at once more before; what is on hold or has changed stays behind.'
            : 'A second person must approve it, too, before anything is destroyed.'
          : 'The folders are then packaged for the National Archives. They stay here until custody was accepted.'
      }
      hint="Such as what you have looked at. It is printed on the certificate."
      yes={destroy && last ? 'Approve the destruction' : 'Approve'}
      doing="Approving…"
      className={destroy && last ? 'usa-button usa-button--secondary' : undefined}
      act={async (reason) => {
        const after = await api.dispositions.approve(of.id, reason);
        told(
          after.state === 'PROPOSED'
            ? 'Approved. Another person’s approval is needed.'
            : 'Approved.',
        );
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** Whoever proposed by hand thinks better of it, before anybody has approved. */
function TakeBackDialog({ of, onClose }: { of: Disposition; onClose: () => void }) {
  const told = useTold();
  return (
    <ReasonDialog
      title={`Take ${of.number} back?`}
      about="Its folders are due as before. What was reviewed and is on no hold is proposed again by the next daily run; to keep something longer, reject it until a day."
      yes="Take it back"
      doing="Taking it back…"
      act={async (reason) => {
        await api.dispositions.reject(of.id, reason);
        told('Taken back: the folders are due as before.');
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** A year from today. */
function inAYear(): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() + 1);
  return isoDay(day);
}

function RejectDialog(props: {
  of: Disposition;
  folders: readonly string[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { of, folders } = props;
  const told = useTold();
  const [until, setUntil] = useState(inAYear);
  return (
    <ReasonDialog
      title={folders.length > 0 ? `Reject ${showCount(folders.length, 'folder')}?` : 'Reject all?'}
      about={
        folders.length > 0
          ? 'They stay; the others remain in the proposal.'
          : 'Everything in it stays as it is.'
      }
      yes="Reject"
      doing="Rejecting…"
      ready={until !== ''}
      act={async (reason) => {
        await api.dispositions.reject(
          of.id,
          reason,
          until,
          folders.length > 0 ? folders : undefined,
        );
        told(`Rejected; proposed again after ${showDay(until)}.`);
        props.onDone();
        props.onClose();
      }}
      onClose={props.onClose}
    >
      <DayField
        label="Keep until"
        hint="It is proposed again after that day."
        required
        focused
        min={isoDay()}
        value={until}
        onChange={setUntil}
      />
    </ReasonDialog>
  );
}
