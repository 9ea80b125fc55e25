import { useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import * as api from '../api/calls';
import { Problem } from '../api/problem';
import { useSession } from '../session/SessionContext';
import { Alert, ProblemAlert } from '../ui/Alert';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { pageOf } from '../ui/links';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCount } from '../ui/show';
import { TextField } from '../ui/TextField';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import { cards, people } from './calls';
import {
  CARD_FIELDS,
  lineOf,
  personOfCard,
  PRIVATE,
  unconfirmed,
  valuesOf,
  type CardFieldName,
} from './card';
import type { BusinessCard } from './contract';
import { Keys, type Candidate } from './entering';
import { StakeholderField } from './StakeholderField';
import { useCard, useDone } from './useOutreach';
import { organizationOf, type NewcomerPerson } from './who';

/** One business card: its picture, and what was read on it, to be confirmed field by field. */
export default function CardPage() {
  const { can } = useSession();
  const { id = '' } = useParams();
  return can('KEEP_STAKEHOLDERS') ? <ById key={id} id={id} /> : <NotFound />;
}

function ById({ id }: { id: string }) {
  const query = useCard(id);
  return (
    <Loaded query={query} page lines={8}>
      {(card) => <Shown card={card} />}
    </Loaded>
  );
}

function Shown({ card }: { card: BusinessCard }) {
  const [discarding, setDiscarding] = useState(false);
  const navigate = useNavigate();
  const done = useDone();
  return (
    <div className="page">
      <Crumbs trail={[{ name: 'Business cards', to: '/stakeholders/cards' }]} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Business card</p>
          <PageTitle title="Who is it?" />
        </div>
        <div className="actions no-print">
          <button
            type="button"
            className="usa-button usa-button--outline small"
            onClick={() => setDiscarding(true)}
          >
            <Icon name="trash" />
            Discard
          </button>
        </div>
      </div>
      <div className="two-columns of-card">
        <div>
          {card.state === 'reading' ? (
            <Alert kind="info" title="The card is being read">
              What is read appears here by itself.
            </Alert>
          ) : (
            <Draft key={card.state} card={card} />
          )}
        </div>
        <figure className="card card-picture">
          {card.state === 'ready' && (
            // There is no small picture before it has been read.
            <img
              src={api.nodes.contentUrl(card.id, { rendition: 'thumbnail' })}
              alt={`The card: ${card.name}`}
            />
          )}
          <figcaption className="small">
            <a href={api.nodes.contentUrl(card.id)}>The picture as it was handed in</a>
          </figcaption>
        </figure>
      </div>
      {discarding && (
        <ConfirmDialog
          title="Discard the card?"
          icon="trash"
          yes="Discard"
          doing="Discarding…"
          no="Keep it"
          className="usa-button usa-button--secondary"
          act={async () => {
            await cards.discard(card.id);
            done('The card is discarded.');
            void navigate('/stakeholders/cards', { replace: true });
          }}
          onClose={() => setDiscarding(false)}
        >
          The picture and what was read on it are deleted. Nobody is entered.
        </ConfirmDialog>
      )}
    </div>
  );
}

function Draft({ card }: { card: BusinessCard }) {
  const navigate = useNavigate();
  const done = useDone();
  const [values, setValues] = useState(() => valuesOf(card));
  const [organization, setOrganization] = useState<NewcomerPerson['organization']>(() => {
    const read = card.fields.find((each) => each.field === 'organization');
    return read && organizationOf(read.value);
  });
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [candidates, setCandidates] = useState<Candidate[]>();
  const keys = useRef(new Keys());
  const waiting = unconfirmed(card, values, confirmed);
  const enter = useAction(async (sure: boolean) => {
    const body = personOfCard(card, values, organization, sure);
    try {
      const person = await people.create(body, keys.current.of(body));
      done(`${person.name} is entered; the card is kept with them.`);
      void navigate(pageOf('stk:person', person.id), { replace: true });
    } catch (error) {
      if (error instanceof Problem && error.code === 'possible-duplicates') {
        setCandidates((error.body.candidates ?? []) as Candidate[]);
        return;
      }
      throw error;
    }
  });
  const confirm = (name: string, on: boolean) => {
    const next = new Set(confirmed);
    if (on) {
      next.add(name);
    } else {
      next.delete(name);
    }
    setConfirmed(next);
  };
  const field = (name: CardFieldName, label: string) => {
    const line = lineOf(card, name);
    const open = waiting.includes(name);
    return (
      <div key={name} className={open ? 'card-field open' : 'card-field'}>
        <TextField
          label={PRIVATE.includes(name) ? `${label} (your component alone sees it)` : label}
          hint={line && line !== values[name] ? `Read in: ${line}` : undefined}
          required={name === 'lastName'}
          max={250}
          error={enter.problem?.about(name)}
          value={values[name]}
          onChange={(value) => setValues({ ...values, [name]: value })}
        />
        {(open || confirmed.has(name)) && values[name] !== '' && (
          <div className="usa-checkbox">
            <input
              className="usa-checkbox__input"
              type="checkbox"
              id={`right-${name}`}
              checked={confirmed.has(name)}
              onChange={(event) => confirm(name, event.target.checked)}
            />
            <label className="usa-checkbox__label" htmlFor={`right-${name}`}>
              Right<span className="visually-hidden">: {label}</span>
            </label>
          </div>
        )}
      </div>
    );
  };
  return (
    <form
      className="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (waiting.length === 0 && values.lastName.trim() && !enter.busy) {
          setCandidates(undefined);
          enter.run(false);
        }
      }}
    >
      <div className="body">
        {enter.problem && <ProblemAlert problem={enter.problem} />}
        {card.state === 'unread' && (
          <Alert kind="warning" title="Nothing could be read" announce={false}>
            {card.why} Enter by hand what the picture shows.
          </Alert>
        )}
        {candidates && (
          <Alert kind="warning" title="Is this somebody who is there already?">
            <ul className="candidates nolist">
              {candidates.map((one) => (
                <li key={one.id}>
                  <span>
                    <Link to={pageOf('stk:person', one.id)}>{one.name}</Link>
                    <span className="muted small below">
                      {[one.organization, one.component, ...one.why].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
            <p>If it is one of them, correct that entry and discard the card.</p>
            <button
              type="button"
              className="usa-button usa-button--outline small"
              onClick={() => {
                setCandidates(undefined);
                enter.run(true);
              }}
            >
              Somebody else: enter them
            </button>
          </Alert>
        )}
        <div className="fields card-fields">
          {CARD_FIELDS.map(([name, label]) => field(name, label))}
        </div>
        <StakeholderField
          label="Where they work"
          hint={lineOf(card, 'organization') && `Read: ${lineOf(card, 'organization')}`}
          kinds={['organization']}
          single
          entering
          chosen={organization ? [organization] : []}
          onChange={([one]) => setOrganization(one as NewcomerPerson['organization'])}
        />
        <div className="actions">
          <button
            type="submit"
            className="usa-button"
            disabled={enter.busy || waiting.length > 0 || !values.lastName.trim()}
          >
            {enter.busy ? 'Entering…' : 'Enter this person'}
          </button>
          <span className="muted small" role="status">
            {waiting.length > 0 && `${showCount(waiting.length, 'field')} to confirm or correct`}
          </span>
        </div>
      </div>
    </form>
  );
}
