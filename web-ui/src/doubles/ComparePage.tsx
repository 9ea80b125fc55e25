import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { Alert, ProblemAlert } from '../ui/Alert';
import { pageOf } from '../ui/links';
import { PageTitle } from '../ui/PageTitle';
import { showDay } from '../ui/show';
import { TextArea } from '../ui/TextArea';
import { useToasts } from '../ui/Toasts';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import {
  duplicates,
  type Choice,
  type Entry,
  type Kind,
  type Organization,
  type Pair,
  type Person,
} from './calls';
import { ChoiceRow } from './ChoiceRow';
import { lines, same, usual } from './fields';
import { Kept } from './Kept';
import { useAskAgain, useTwo } from './useDuplicates';
import { about, likeness, owner } from './words';

const LIST = '/stakeholders/duplicates';

/** Two entries side by side: which stays, and what of the other it takes. */
export default function ComparePage() {
  const { one = '', other = '' } = useParams();
  const query = useTwo(one, other);
  return (
    <div className="page">
      <StakeholdersNav />
      <Loaded query={query} lines={10} page>
        {(two) => <Compare key={one + other} {...two} />}
      </Loaded>
    </div>
  );
}

interface Two {
  pair: Pair;
  kind: Kind;
  left: Person | Organization;
  right: Person | Organization;
}

/** The one that is somebody else's stays, since its owner alone gives it up; else the one with more contact. */
function leftStays({ pair, left, right }: Two): boolean {
  return pair.one.mine === pair.other.mine ? left.contacts >= right.contacts : !pair.one.mine;
}

function Compare(two: Two) {
  const { pair, kind, left, right } = two;
  const [stays, setStays] = useState<'left' | 'right'>(leftStays(two) ? 'left' : 'right');
  const [chosen, setChosen] = useState<Record<string, Choice>>({});
  const [reason, setReason] = useState('');
  const navigate = useNavigate();
  const toasts = useToasts();
  const again = useAskAgain();
  const [into, from] = stays === 'left' ? [pair.one, pair.other] : [pair.other, pair.one];
  const all = lines(kind, left, right);
  const open = all.filter((line) => !same(line));

  const merge = useAction(async () => {
    const choices: Record<string, Choice> = {};
    for (const { key } of open) {
      const choice = chosen[key];
      if (choice) {
        choices[key] = choice;
      }
    }
    const done = await duplicates.merge(kind, into.id, { from: from.id, choices, reason });
    again();
    toasts.show({
      text: `${into.name}: one entry now.`,
      action: {
        label: 'Undo',
        run: () =>
          void duplicates
            .undo(done.merge)
            .then(() => {
              again();
              void navigate(`${LIST}/${pair.one.id}/${pair.other.id}`);
            })
            .catch(() => toasts.show({ text: 'The merge could not be undone.', problem: true })),
      },
    });
    void navigate(pageOf(kind === 'person' ? 'stk:person' : 'stk:organization', into.id));
  });
  const apart = useAction(async () => {
    await duplicates.apart(pair.one.id, pair.other.id, !pair.apart);
    again();
    if (!pair.apart) {
      void navigate(kind === 'person' ? LIST : `${LIST}?kind=organization`);
    }
  });
  const swap = (to: 'left' | 'right') => {
    setStays(to);
    setChosen({});
  };

  return (
    <>
      <div className="page-head">
        <div>
          <PageTitle title={`${pair.one.name} and ${pair.other.name}`} />
          <p className="sub">
            {pair.why.length > 0
              ? `${likeness(pair.score, pair.sure)}: ${pair.why.join('; ')}`
              : 'Nothing but you says that these two are one.'}
          </p>
        </div>
      </div>
      {merge.problem && <ProblemAlert problem={merge.problem} />}
      {apart.problem && <ProblemAlert problem={apart.problem} />}
      {pair.apart && (
        <Alert kind="info" title="Somebody said that these two are different" announce={false}>
          Merge them only if that was a mistake.
        </Alert>
      )}
      <form
        className="compare-form"
        onSubmit={(event) => {
          event.preventDefault();
          merge.run();
        }}
      >
        <section className="card compare" aria-label="The two entries">
          <div className="table-wrap">
            <table className="usa-table compare-table">
              <thead>
                <tr>
                  <th scope="col">
                    <span className="visually-hidden">Field</span>
                  </th>
                  <EntryHead
                    entry={pair.one}
                    stays={stays === 'left'}
                    onStay={() => swap('left')}
                  />
                  <EntryHead
                    entry={pair.other}
                    stays={stays === 'right'}
                    onStay={() => swap('right')}
                  />
                  <th scope="col">Both</th>
                </tr>
              </thead>
              <tbody>
                {all.map((line) => (
                  <ChoiceRow
                    key={line.key}
                    line={line}
                    leftStays={stays === 'left'}
                    value={
                      chosen[line.key] ??
                      usual(stays === 'left' ? line.left : line.right, line.list)
                    }
                    onChoose={(choice) => setChosen({ ...chosen, [line.key]: choice })}
                  />
                ))}
              </tbody>
            </table>
          </div>
        </section>
        <Kept kind={kind} left={left} right={right} />
        <section className="card padded" aria-label="Merge">
          {!from.mine && (
            <Alert kind="warning" title={`${from.name} is not yours to give up`} announce={false}>
              Ask {owner(from)}
              {into.mine ? ', or let the other entry stay.' : '.'}
            </Alert>
          )}
          <p>
            <strong>{into.name}</strong>, kept by {owner(into)}, stays, with all that belongs to
            both. <strong>{from.name}</strong>, kept by {owner(from)}, goes; that can be undone.
          </p>
          <TextArea
            label="Why"
            required
            rows={2}
            maxLength={2000}
            hint="How you know that they are one."
            value={reason}
            error={merge.problem?.about('reason')}
            onChange={setReason}
          />
          <div className="actions">
            <button
              type="submit"
              className="usa-button"
              disabled={merge.busy || !from.mine || reason.trim() === ''}
            >
              {merge.busy ? 'Merging…' : 'Merge'}
            </button>
            {(from.mine || into.mine) && (
              <button
                type="button"
                className="usa-button usa-button--outline"
                disabled={apart.busy}
                onClick={apart.run}
              >
                {pair.apart ? 'Ask about them again' : 'They are different'}
              </button>
            )}
            <Link className="usa-button usa-button--unstyled" to={LIST}>
              Back to the list
            </Link>
          </div>
        </section>
      </form>
    </>
  );
}

function EntryHead(props: { entry: Entry; stays: boolean; onStay: () => void }) {
  const { entry } = props;
  return (
    <th scope="col" className={props.stays ? 'stays' : undefined}>
      <Link to={pageOf(entry.kind === 'person' ? 'stk:person' : 'stk:organization', entry.id)}>
        {entry.name}
      </Link>
      {about(entry) && <span className="below small">{about(entry)}</span>}
      <span className="below muted small">
        {owner(entry)}
        {entry.lastContact ? `, latest contact ${showDay(entry.lastContact)}` : ''}
      </span>
      <label className="stay">
        <input type="radio" name="stays" checked={props.stays} onChange={props.onStay} />
        <span>This entry stays</span>
      </label>
    </th>
  );
}
