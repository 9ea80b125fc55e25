import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import * as api from '../api/calls';
import { useSession } from '../session/SessionContext';
import { Alert, ProblemAlert } from '../ui/Alert';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay, showMoment, showSize } from '../ui/show';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import { AddCopyDialog } from './AddCopyDialog';
import type { Transfer, TransferFault } from './contract';
import { way } from './stations';
import { StationDialog, type StationStep } from './StationDialog';
import { useDisposition, useTransfer } from './useRecords';
import { useTold } from './useTold';

/** A transfer to the National Archives (requirement R7): where it is, what is wrong with it, and the next step. */
export default function TransferPage() {
  const { can } = useSession();
  const { id = '' } = useParams();
  return can('TRANSFER_RECORDS') ? <ById key={id} id={id} /> : <NotFound />;
}

function ById({ id }: { id: string }) {
  const query = useTransfer(id);
  return (
    <Loaded query={query} page lines={8}>
      {(transfer) => <Shown of={transfer} />}
    </Loaded>
  );
}

const STEPS: readonly (readonly [StationStep, string])[] = [
  ['sent', 'It was sent…'],
  ['receipt', 'Enter the receipt…'],
  ['custody', 'Custody was accepted…'],
  ['rejected', 'It was rejected…'],
];

function Shown({ of }: { of: Transfer }) {
  const disposition = useDisposition(of.id);
  const told = useTold();
  const [step, setStep] = useState<StationStep>();
  const [mending, setMending] = useState<TransferFault>();
  const pack = useAction(async () => {
    await api.transfers.pack(of.id);
    told('It is being packaged, and checked before it counts as packaged.');
  });
  const may = (what: Transfer['allowed'][number]) => of.allowed.includes(what);
  const number = disposition.data?.number ?? '';
  return (
    <div className="page">
      <Crumbs
        trail={[
          { name: 'Dispositions', to: '/records/dispositions' },
          { name: number || 'Disposition', to: `/records/dispositions/${of.id}` },
        ]}
      />
      <div className="page-head">
        <div>
          <p className="eyebrow">Transfer to the National Archives</p>
          <PageTitle title={number ? `Transfer ${number}` : 'Transfer'} />
        </div>
        <div className="actions no-print">
          {may('package') && (
            <button
              type="button"
              className="usa-button small"
              disabled={pack.busy}
              onClick={() => pack.run()}
            >
              <Icon name={of.faults.length > 0 ? 'retry' : 'folder'} />
              {of.faults.length > 0 ? 'Package it again' : 'Package it'}
            </button>
          )}
          {STEPS.filter(([each]) => may(each)).map(([each, label]) => (
            <button
              key={each}
              type="button"
              className={
                each === 'rejected' ? 'usa-button usa-button--outline small' : 'usa-button small'
              }
              onClick={() => setStep(each)}
            >
              {label}
            </button>
          ))}
          {of.station === 'destroyed' && (
            <Link className="usa-button small" to={`/records/dispositions/${of.id}`}>
              <Icon name="seal" />
              Certificate and stubs
            </Link>
          )}
          {(of.package ?? of.faults.length > 0) && (
            <a
              className="usa-button usa-button--outline small"
              href={api.transfers.reportUrl(of.id)}
              download
            >
              <Icon name="download" />
              Report of the check
            </a>
          )}
        </div>
      </div>
      {pack.problem && <ProblemAlert problem={pack.problem} />}
      <Way of={of} />
      {!of.rejection && <p className="next-step">{NEXT[of.station]}</p>}
      {of.progress && <Progress of={of.progress} />}
      {of.rejection && (
        <Alert kind="warning" title="The National Archives have rejected it" announce={false}>
          {of.rejection.reason} ({showMoment(of.rejection.at)}). Its folders are back in the queues.
        </Alert>
      )}
      {of.faults.length > 0 && (
        <Faults faults={of.faults} onMend={may('copies') ? setMending : undefined} />
      )}
      <About of={of} />
      {step && <StationDialog of={of} step={step} onClose={() => setStep(undefined)} />}
      {mending && (
        <AddCopyDialog transfer={of.id} fault={mending} onClose={() => setMending(undefined)} />
      )}
    </div>
  );
}

/** What comes next, and who does it. */
const NEXT: Record<Transfer['station'], ReactNode> = {
  approved:
    'Next: package it. Originals, lasting copies, their data and their hashes are put together in the background, and checked.',
  packaging: 'It is being packaged in the background; this page follows. You may go elsewhere.',
  refused:
    'Next: mend what is wrong below. Once every record has its copy, packaging goes on by itself.',
  packaged:
    'Next: hand it over. It lies in the server’s folder for outgoing packages, under the name below; once it has left, say so.',
  sent: 'Next: wait for the National Archives’ receipt, and enter its accession number. The records are still here.',
  receipted: 'Next: wait until the National Archives accept custody. The records are still here.',
  'in-custody':
    'The National Archives have the records. What is here of them is being destroyed in the background, with a certificate.',
  destroyed: 'All is done. What stays are the certificate and a stub of each folder.',
  rejected: '',
};

/** The stations as a picture: a line with a stop for each. */
function Way({ of }: { of: Transfer }) {
  return (
    <ol className="way nolist card" aria-label="Its way">
      {way(of).map((stop) => (
        <li
          key={stop.key}
          className={`${stop.at}${stop.wrong ? ' wrong' : ''}${stop.end ? ' end' : ''}`}
          aria-current={stop.at === 'here' ? 'step' : undefined}
        >
          <span className="stop" aria-hidden="true">
            {stop.wrong ? (
              <Icon name="stop" />
            ) : stop.at === 'ahead' ? null : (
              <Icon name={stop.at === 'behind' || stop.end ? 'check' : 'route'} />
            )}
          </span>
          <span>{stop.label}</span>
          <span className="visually-hidden">
            {stop.at === 'behind' ? ' (done)' : stop.at === 'ahead' ? ' (still to come)' : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Progress({ of }: { of: NonNullable<Transfer['progress']> }) {
  return (
    <div className="card disposition-progress">
      <div className="body" role="status">
        <p>
          {of.files.toLocaleString('en-US')} of {showCount(of.ofFiles, 'file')},{' '}
          {showSize(of.bytes)} of {showSize(of.ofBytes)}
        </p>
        <progress aria-label="Packaged" value={of.bytes} max={Math.max(1, of.ofBytes)} />
      </div>
    </div>
  );
}

function Faults(props: { faults: TransferFault[]; onMend?: (fault: TransferFault) => void }) {
  return (
    <section className="card faults" aria-label="What is wrong">
      <header>
        <h2>{showCount(props.faults.length, 'fault')}: the package is not sent like this</h2>
      </header>
      <div className="table-wrap">
        <table className="usa-table">
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">What is wrong</th>
              <th scope="col">What to do</th>
              {props.onMend && (
                <th scope="col">
                  <span className="visually-hidden">Mend it</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {props.faults.map((fault, i) => (
              <tr key={i}>
                <th scope="row" className="details">
                  {fault.node?.name ? (
                    <Link to={`/nodes/${fault.node.id}`}>{fault.node.name}</Link>
                  ) : (
                    fault.path || 'The package'
                  )}
                  {fault.node?.name && fault.path && (
                    <span className="muted small below">{fault.path}</span>
                  )}
                </th>
                <td>
                  {fault.what}
                  <span className="muted small below">{fault.code}</span>
                </td>
                <td>{fault.todo}</td>
                {props.onMend && (
                  <td className="no-print">
                    {fault.node?.name && (
                      <button
                        type="button"
                        className="usa-button usa-button--outline small nowrap"
                        aria-label={`Add a copy of ${fault.node.name || fault.path || 'it'}…`}
                        onClick={() => props.onMend?.(fault)}
                      >
                        Add a copy…
                      </button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function About({ of }: { of: Transfer }) {
  const facts: [string, string | undefined | null][] = [
    ['Package', of.package?.name],
    [
      'In it',
      of.package
        ? `${showCount(of.package.files, 'file')}, ${showSize(of.package.bytes)}`
        : undefined,
    ],
    ['Checked', of.package?.checkedAt ? showMoment(of.package.checkedAt) : undefined],
    ['Seal', of.package?.seal],
    ['Sent', of.sentAt ? showDay(of.sentAt) : undefined],
    ['Accession number', of.receipt?.accession],
    ['Receipt', of.receipt ? showDay(of.receipt.on) : undefined],
    ['Custody accepted', of.custodyOn ? showDay(of.custodyOn) : undefined],
  ];
  const known = facts.filter(([, value]) => value);
  return (
    <section className="card" aria-label="What is known of it">
      <header>
        <h2>What is known of it</h2>
      </header>
      <div className="body">
        {known.length === 0 ? (
          <p className="muted">There is no package yet.</p>
        ) : (
          <dl className="facts">
            {known.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="anywhere">{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </section>
  );
}
