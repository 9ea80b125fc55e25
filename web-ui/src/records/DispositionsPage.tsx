import { useSearchParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { Empty, Loaded } from '../ui/Waiting';
import { DispositionTable } from './DispositionTable';
import { RecordsNav } from './RecordsNav';
import { useDispositions } from './useRecords';

const STATES = [
  ['', 'Any'],
  ['PROPOSED', 'Proposed'],
  ['APPROVED', 'Approved'],
  ['EXECUTING', 'Being carried out'],
  ['DONE', 'Done'],
  ['REJECTED', 'Rejected'],
] as const;

const ACTIONS = [
  ['', 'Any'],
  ['DESTROY', 'Destruction'],
  ['TRANSFER', 'Transfer'],
] as const;

/** Every disposition there was, the newest first. */
export default function DispositionsPage() {
  const { can } = useSession();
  return can('REVIEW_RECORDS') ? <All /> : <NotFound />;
}

function All() {
  const [params, setParams] = useSearchParams();
  const state = STATES.find(([each]) => each === params.get('state'))?.[0] ?? '';
  const action = ACTIONS.find(([each]) => each === params.get('action'))?.[0] ?? '';
  const query = useDispositions({ state: state || undefined, action: action || undefined });
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next);
  };
  const choice = (
    name: string,
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <label>
      <span className="usa-label">{label}</span>
      <select
        className="usa-select"
        value={value}
        onChange={(event) => set(name, event.target.value)}
      >
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className="page">
      <RecordsNav />
      <div className="page-head">
        <div>
          <PageTitle title="Dispositions" />
          <p className="sub">What was proposed, who approved it, and what came of it.</p>
        </div>
      </div>
      <div className="card filters no-print">
        {choice('state', 'State', state, STATES)}
        {choice('action', 'What', action, ACTIONS)}
      </div>
      <section className="card" aria-label="Dispositions">
        <Loaded query={query} lines={6}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            return items.length === 0 ? (
              <Empty icon="scale" title="No such disposition">
                <p>
                  What is due, reviewed and on no hold is proposed by the daily run, or by hand on
                  the desk.
                </p>
              </Empty>
            ) : (
              <DispositionTable items={items} query={query} />
            );
          }}
        </Loaded>
      </section>
    </div>
  );
}
