import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { newKey } from '../api/key';
import { useSession } from '../session/SessionContext';
import { Alert, ProblemAlert } from '../ui/Alert';
import { Crumbs } from '../ui/Crumbs';
import { DayField } from '../ui/DayField';
import { Icon } from '../ui/Icon';
import { Labelled } from '../ui/Labelled';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { TextArea } from '../ui/TextArea';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import { isoDay, showCount } from '../ui/show';
import {
  choiceLabel,
  counted,
  erasures,
  kindLabel,
  usual,
  WAYS,
  type Choice,
  type Mention,
  type Order,
  type Preview,
} from './erasures';
import { Stays } from './Stays';
import { showDay } from '../ui/show';

/** Erasing one person (requirement S11): what goes, what has to be decided on, what stays; then the order. */
export default function ErasePage() {
  const { can } = useSession();
  const { id = '' } = useParams();
  return can('KEEP_STAKEHOLDERS') ? <ById key={id} id={id} /> : <NotFound />;
}

function ById({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['stakeholders', 'erasure-preview', id],
    queryFn: () => erasures.preview(id),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Loaded query={query} page lines={9}>
      {(preview) => (
        <Shown key={query.dataUpdatedAt} of={preview} again={() => void query.refetch()} />
      )}
    </Loaded>
  );
}

function Shown({ of, again }: { of: Preview; again: () => void }) {
  const { id, name } = of.person;
  const possible = of.may && !of.held;
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set());
  const other = (letter: string, meant: boolean) => {
    const next = new Set(others);
    if (meant) next.add(letter);
    else next.delete(letter);
    setOthers(next);
  };
  return (
    <div className="page">
      <Crumbs
        trail={[
          { name: 'People', to: '/stakeholders' },
          { name, to: `/stakeholders/people/${id}` },
        ]}
      />
      <div className="page-head">
        <div>
          <PageTitle title={`Erase ${name}`} />
          <p className="sub">
            For somebody who asked not to be kept any longer. It cannot be taken back.
          </p>
        </div>
      </div>
      {!of.may && (
        <Alert kind="info" title="Not yours to erase" announce={false}>
          The entry is erased by its owner, {of.owner.user.label}
          {of.owner.component && ` (${of.owner.component.label})`}, a supervisor or the
          representative of that component, or an administrator.
        </Alert>
      )}
      {of.held && (
        <Alert kind="warning" title="Under a hold" announce={false}>
          {of.held}
        </Alert>
      )}
      <Around of={of} others={others} again={again} possible={possible}>
        <section className="card" aria-label="What goes">
          <header>
            <h2>What goes</h2>
          </header>
          <div className="body">
            <ul>
              <li>The entry itself, with every earlier state of it</li>
              {of.goes.map((each) => (
                <li key={each.what}>{counted(each)}</li>
              ))}
              <li>Its part of the search index, of answers kept, of queues and mail</li>
            </ul>
          </div>
        </section>
        {of.may && (
          <section className="card" aria-label="Letters that stay">
            <header>
              <h2>Letters that stay</h2>
              <span className="muted small">{showCount(of.stays.length, 'place')}</span>
            </header>
            <div className="body">
              <p className="small">
                Letters in case files are records and stay. The proof names each of them.
              </p>
              <Stays stays={of.stays} others={others} onOther={possible ? other : undefined} />
            </div>
          </section>
        )}
      </Around>
    </div>
  );
}

/** What is shown of it, beside the order where it can be given. */
function Around(props: {
  of: Preview;
  others: ReadonlySet<string>;
  again: () => void;
  possible: boolean;
  children: ReactNode;
}) {
  return props.possible ? (
    <OrderForm of={props.of} others={props.others} again={props.again}>
      {props.children}
    </OrderForm>
  ) : (
    <div className="stack">{props.children}</div>
  );
}

function OrderForm(props: {
  of: Preview;
  /** Letters of somebody else of that name. */
  others: ReadonlySet<string>;
  again: () => void;
  children: ReactNode;
}) {
  const { of, others, again } = props;
  const go = useNavigate();
  const [via, setVia] = useState<Order['via'] | ''>('');
  const [askedOn, setAskedOn] = useState(isoDay());
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState(() => usual(of.mentions));
  const [sure, setSure] = useState(false);
  const [key] = useState(newKey);
  const open = of.mentions.filter((each) => !chosen[each.node]).length;
  const action = useAction(async () => {
    const made = await erasures.order(
      of.person.id,
      {
        via: via as Order['via'],
        askedOn: askedOn || null,
        reason: reason.trim(),
        mentions: of.mentions.map((each) => ({
          node: each.node,
          decision: chosen[each.node] as Choice,
        })),
        ...(others.size > 0 ? { others: [...others] } : {}),
      },
      key,
    );
    void go(`/stakeholders/erasures/${made.id}`);
  });
  const ready = via !== '' && reason.trim() !== '' && open === 0 && sure;
  return (
    <form
      className="with-side"
      aria-label={`Erase ${of.person.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        action.run();
      }}
    >
      <div className="stack">
        {props.children}
        {of.mentions.length > 0 && (
          <section
            className="card"
            aria-label="What was said with them, and where else they are named"
          >
            <header>
              <h2>What was said with them, and where else they are named</h2>
              <span className="muted small">{showCount(of.mentions.length, 'place')}</span>
            </header>
            <div className="body">
              <p className="small">
                Decide on each. Where somebody else of that name is meant, leave it as it is.
              </p>
              {of.mentions.map((mention) => (
                <Decide
                  key={mention.node}
                  mention={mention}
                  value={chosen[mention.node]}
                  onChange={(choice) => setChosen({ ...chosen, [mention.node]: choice })}
                />
              ))}
            </div>
          </section>
        )}
      </div>
      <section className="card" aria-label="The order">
        <header>
          <h2>The order</h2>
        </header>
        <div className="body">
          {action.problem && (
            <ProblemAlert
              problem={action.problem}
              onRetry={action.problem.code === 'wrong-state' ? again : undefined}
            />
          )}
          <Labelled label="How they asked" required>
            {(ties) => (
              <select
                {...ties}
                className="usa-select"
                value={via}
                onChange={(event) => setVia(event.target.value as Order['via'])}
              >
                <option value="">Choose…</option>
                {WAYS.map(([code, label]) => (
                  <option key={code} value={code}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
          <DayField label="Asked on" value={askedOn} onChange={setAskedOn} />
          <TextArea
            label="Why"
            required
            hint="Goes on the proof. What names the person is taken out of it."
            value={reason}
            error={action.problem?.about('reason')}
            onChange={setReason}
          />
          <div className="usa-checkbox">
            <input
              className="usa-checkbox__input"
              id="erase-sure"
              type="checkbox"
              checked={sure}
              onChange={(event) => setSure(event.target.checked)}
            />
            <label className="usa-checkbox__label" htmlFor="erase-sure">
              They asked for it, and it cannot be taken back
            </label>
          </div>
          <div className="actions">
            <button
              type="submit"
              className="usa-button usa-button--secondary"
              disabled={!ready || action.busy}
            >
              <Icon name="trash" />
              {action.busy ? 'Erasing…' : 'Erase for good'}
            </button>
            <span className="muted small" role="status">
              {open > 0 && `${showCount(open, 'place')} still to be decided on`}
            </span>
          </div>
        </div>
      </section>
    </form>
  );
}

function Decide(props: {
  mention: Mention;
  value: Choice | undefined;
  onChange: (choice: Choice) => void;
}) {
  const { mention } = props;
  const what = [kindLabel(mention.kind), mention.day && showDay(mention.day)]
    .filter(Boolean)
    .join(', ');
  return (
    <div className="mention">
      <Labelled
        label={mention.kind === 'interaction' ? what : `${what}: ${mention.title}`}
        hint={mention.alone ? 'With nobody else; that there was contact stays.' : undefined}
      >
        {(ties) => (
          <>
            {mention.text && <blockquote className="small">{mention.text}</blockquote>}
            <select
              {...ties}
              className="usa-select"
              value={props.value ?? ''}
              onChange={(event) => props.onChange(event.target.value as Choice)}
            >
              {!props.value && <option value="">Choose…</option>}
              {mention.choices.map((choice) => (
                <option key={choice} value={choice}>
                  {choiceLabel(choice, mention.kind)}
                </option>
              ))}
            </select>
          </>
        )}
      </Labelled>
    </div>
  );
}
