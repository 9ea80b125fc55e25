import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { Alert } from '../ui/Alert';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay, showMoment } from '../ui/show';
import { Loaded } from '../ui/Waiting';
import { counted, erasures, WAYS, type Erasure } from './erasures';
import { Stays } from './Stays';

const WORKING_MS = 3_000;

/** One erasure: how far it has come, what went, what stays, and the proof. */
export default function ErasurePage() {
  const { can } = useSession();
  const { id = '' } = useParams();
  return can('KEEP_STAKEHOLDERS') ? <ById key={id} id={id} /> : <NotFound />;
}

function ById({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['stakeholders', 'erasures', id],
    queryFn: () => erasures.get(id),
    refetchInterval: (q) => (q.state.data?.state === 'done' ? false : WORKING_MS),
  });
  return (
    <Loaded query={query} page lines={7}>
      {(erasure) => <Shown of={erasure} />}
    </Loaded>
  );
}

function Shown({ of }: { of: Erasure }) {
  const done = of.state === 'done';
  return (
    <div className="page">
      <Crumbs trail={[{ name: 'Erasures', to: '/stakeholders/erasures' }]} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Erasure</p>
          <PageTitle title={`Entry ${of.entry.slice(0, 8)}`} />
          <p className="sub small" role="status">
            <span className={`chip ${done ? 'ready' : 'reading'}`}>
              {done ? 'Erased' : 'Being erased'}
            </span>
            <span>
              {done
                ? `Nothing left since ${showMoment(of.ended)}`
                : 'The entry is gone. What it left elsewhere is being erased; that takes a minute or more, and goes on after a restart.'}
            </span>
          </p>
        </div>
        <div className="actions no-print">
          {of.proof && (
            <a className="usa-button small" href={erasures.proofUrl(of.id)} download>
              <Icon name="seal" />
              Proof
            </a>
          )}
        </div>
      </div>
      {of.problem && (
        <Alert kind="warning" title="Not erased everywhere yet" announce={false}>
          {of.problem} It is tried again every minute.
        </Alert>
      )}
      <div className="with-side">
        <div className="stack">
          <section className="card" aria-label="What went">
            <header>
              <h2>What went</h2>
            </header>
            <div className="body">
              <ul>
                <li>The entry itself, with every earlier state of it</li>
                {of.gone.map((each) => (
                  <li key={each.what}>{counted(each)}</li>
                ))}
              </ul>
            </div>
          </section>
          <section className="card" aria-label="Letters that stay">
            <header>
              <h2>Letters that stay</h2>
              <span className="muted small">{showCount(of.stays.length, 'place')}</span>
            </header>
            <div className="body">
              <p className="small">
                Letters in case files are records and stay. The proof names each of them.
              </p>
              <Stays stays={of.stays} />
            </div>
          </section>
        </div>
        <section className="card" aria-label="The order">
          <header>
            <h2>The order</h2>
          </header>
          <div className="body">
            <dl className="facts stacked">
              <div>
                <dt>Ordered by</dt>
                <dd>
                  {of.by.label}
                  {of.component && `, ${of.component.label}`}
                </dd>
              </div>
              <div>
                <dt>Taken out</dt>
                <dd>{showMoment(of.at)}</dd>
              </div>
              <div>
                <dt>Asked</dt>
                <dd>
                  {WAYS.find(([code]) => code === of.via)?.[1] ?? of.via}
                  {of.askedOn && `, ${showDay(of.askedOn)}`}
                </dd>
              </div>
              <div>
                <dt>Why</dt>
                <dd>{of.reason}</dd>
              </div>
            </dl>
          </div>
        </section>
      </div>
    </div>
  );
}
