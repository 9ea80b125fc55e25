import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import * as api from '../api/calls';
import { useSession } from '../session/SessionContext';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay, showMoment, showSize } from '../ui/show';
import { Loaded } from '../ui/Waiting';
import type { Stub, WholeStub } from './contract';
import { useDisposition, useFilePlan } from './useRecords';
import { finalAction } from './words';

/** What stays of one folder that was disposed of: no word of what it held (requirement R6). */
export default function StubPage() {
  const { can } = useSession();
  const { id = '' } = useParams();
  return can('REVIEW_RECORDS') ? <ById key={id} id={id} /> : <NotFound />;
}

function ById({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['records', 'stub', id],
    queryFn: () => api.records.stub(id),
  });
  return (
    <Loaded query={query} page lines={9}>
      {(whole) => <Shown of={whole} />}
    </Loaded>
  );
}

function Shown({ of }: { of: WholeStub }) {
  const { stub, hashes } = of;
  return (
    <div className="page">
      <Crumbs trail={[{ name: 'What was disposed of', to: '/records/disposed' }]} />
      <div className="page-head">
        <div>
          <p className="eyebrow">What stays of a case folder</p>
          <PageTitle title={stub.name} />
          <p className="sub small">
            <span className="chip plain">{finalAction(stub.action)}</span>
            <span>
              on {showDay(stub.disposedAt)}. Nobody changes or removes this; none of the folder’s
              words are in it.
            </span>
          </p>
        </div>
        <Papers of={stub} />
      </div>
      <div className="with-side">
        <div className="stack">
          <What of={stub} />
          <Hashes all={hashes} />
        </div>
        <Authority of={stub} />
      </div>
    </div>
  );
}

/** The proof that can be taken along. */
function Papers({ of }: { of: Stub }) {
  const disposition = useDisposition(of.disposition?.id ?? '', of.disposition !== undefined);
  if (!disposition.data?.certificate) {
    return null;
  }
  const { id } = disposition.data;
  return (
    <div className="actions no-print">
      <a className="usa-button small" href={api.dispositions.certificateUrl(id)} download>
        <Icon name="seal" />
        Certificate
      </a>
      <a
        className="usa-button usa-button--outline small"
        href={api.dispositions.certificateUrl(id, 'hashes')}
        download
      >
        List of hashes
      </a>
    </div>
  );
}

function What({ of }: { of: Stub }) {
  const days = [...new Set([of.from, of.to].filter(Boolean).map(showDay))];
  return (
    <section className="card" aria-label="What it was">
      <header>
        <h2>What it was</h2>
      </header>
      <div className="body">
        <dl className="facts">
          <Fact name="Case files">
            {showCount(of.files, 'case file')}, {showCount(of.documents, 'document')},{' '}
            {showSize(of.bytes)}
          </Fact>
          <Fact name="From, to">{days.join(' – ')}</Fact>
          <Fact name={of.numbers.length === 1 ? 'Its number' : 'Its numbers'}>
            {of.numbers.join(', ')}
          </Fact>
          <Fact name="Was known as">
            <code className="anywhere">{of.of}</code>
            <span className="muted small below">
              its identity in this repository; the ledger names it by that
            </span>
          </Fact>
        </dl>
      </div>
    </section>
  );
}

/** By what authority, and by whom. */
function Authority({ of }: { of: Stub }) {
  const plan = useFilePlan();
  const series = plan.data?.items.find((entry) => entry.series.code === of.series)?.series;
  const disposition = useDisposition(of.disposition?.id ?? '', of.disposition !== undefined);
  return (
    <section className="card" aria-label="By what authority">
      <header>
        <h2>By what authority</h2>
      </header>
      <div className="body">
        <dl className="facts">
          <Fact name="Authority">
            {of.authority}
            {series?.authority === of.authority && series.authorityStatus === 'example' && (
              <span className="muted small below">an example, no approved authority</span>
            )}
          </Fact>
          <Fact name="Series">
            <Link to={`/records/file-plan#${of.series}`}>{series?.title ?? of.series}</Link>
            {series && <span className="muted small below">{of.series}</span>}
          </Fact>
          <Fact name="Disposition">
            {of.disposition && (
              <Link to={`/records/dispositions/${of.disposition.id}`}>{of.disposition.number}</Link>
            )}
          </Fact>
          <Fact name="Accession">{of.accession}</Fact>
          <Fact name="Approved by">
            {of.approvals.length > 0 && (
              <ul className="nolist">
                {of.approvals.map((who) => {
                  const approval = disposition.data?.approvals.find(
                    (each) => each.by.name === who.name,
                  );
                  return (
                    <li key={who.name}>
                      {who.label}
                      {approval && (
                        <span className="muted small below">
                          {showMoment(approval.at)}: {approval.reason}
                        </span>
                      )}
                    </li>
                  );
                })}
              </ul>
            )}
          </Fact>
          <Fact name="Disposed of">{showMoment(of.disposedAt)}</Fact>
        </dl>
      </div>
    </section>
  );
}

/** A fact, unless nothing is known. */
function Fact({ name, children }: { name: string; children?: React.ReactNode }) {
  return children ? (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
}

/** How many hashes are shown at once. */
const FIRST = 12;

function HashList({ all }: { all: readonly string[] }) {
  return (
    <ol className="nolist hashes">
      {all.map((hash) => (
        <li key={hash}>
          <code>{hash}</code>
        </li>
      ))}
    </ol>
  );
}

/** What proves, without any word of it, that a copy found elsewhere is of this folder. */
function Hashes({ all }: { all: readonly string[] }) {
  return (
    <section className="card" aria-label="Hashes of what it held">
      <header>
        <h2>Hashes of what it held</h2>
        <span className="muted small">{showCount(all.length, 'hash', 'hashes')}, SHA-256</span>
      </header>
      <div className="body">
        {all.length === 0 ? (
          <p className="muted">It held no files.</p>
        ) : (
          <>
            <p className="muted small">
              Of each original and what was made from it, each version. A copy that turns up
              elsewhere is of this folder, bit for bit, if its hash is among these.
            </p>
            <HashList all={all.slice(0, FIRST)} />
            {all.length > FIRST && (
              <details>
                <summary>{(all.length - FIRST).toLocaleString('en-US')} more</summary>
                <HashList all={all.slice(FIRST)} />
              </details>
            )}
          </>
        )}
      </div>
    </section>
  );
}
