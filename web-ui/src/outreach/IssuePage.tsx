import { useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { ProblemAlert } from '../ui/Alert';
import { Crumbs } from '../ui/Crumbs';
import { DayField } from '../ui/DayField';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Labelled } from '../ui/Labelled';
import { PageTitle } from '../ui/PageTitle';
import { isoDay, showCount, showDay, showMoment } from '../ui/show';
import { TextField } from '../ui/TextField';
import { useAction } from '../ui/useAction';
import { Empty, Loaded } from '../ui/Waiting';
import { issues } from './calls';
import type { Issue } from './contract';
import { DocumentsCard } from './DocumentsCard';
import { Keys } from './entering';
import { usePriorities } from './IssueField';
import { useDone, useIssue } from './useOutreach';

/** One issue: what to say on it, what is new, who engages on it. */
export default function IssuePage() {
  const { code = '' } = useParams();
  return <ByCode key={code} code={code} />;
}

function ByCode({ code }: { code: string }) {
  const query = useIssue(code);
  return (
    <Loaded query={query} page lines={8}>
      {(issue) => <Shown issue={issue} />}
    </Loaded>
  );
}

function Shown({ issue }: { issue: Issue }) {
  const [open, setOpen] = useState<'change' | 'update'>();
  const may = issue.allowed.includes('change');
  return (
    <div className="page">
      <Crumbs
        trail={[{ name: 'Issues', to: '/stakeholders/issues' }, { name: issue.priority.name }]}
      />
      <div className="page-head">
        <div>
          <p className="eyebrow">Issue</p>
          <PageTitle title={issue.title} />
          <p className="sub small">
            <span className={issue.active ? 'chip ready' : 'chip'}>
              {issue.active ? 'Active' : 'Inactive'}
            </span>
            <span>{showCount(issue.people, 'person', 'people')}</span>
            <span>{showCount(issue.organizations, 'organization')}</span>
            <span>{showCount(issue.interactions, 'interaction')}</span>
          </p>
        </div>
        <div className="actions no-print">
          {may && (
            <button
              type="button"
              className="usa-button usa-button--outline small"
              onClick={() => setOpen('change')}
            >
              <Icon name="edit" />
              Change
            </button>
          )}
          <button
            type="button"
            className="usa-button usa-button--outline small"
            onClick={() => window.print()}
          >
            Print
          </button>
        </div>
      </div>
      <div className="two-columns">
        <div>
          <section className="card part" aria-label="Talking points">
            <header>
              <Icon name="letter" />
              <h2>Talking points</h2>
            </header>
            {issue.talkingPoints.length === 0 ? (
              <Empty icon="letter" title="None yet">
                <p>
                  {may
                    ? 'Add what everybody may say on it by “Change”.'
                    : 'Component representatives add what everybody may say on it.'}
                </p>
              </Empty>
            ) : (
              <div className="body">
                <ul className="talking-points">
                  {issue.talkingPoints.map((point, i) => (
                    <li key={i}>{point}</li>
                  ))}
                </ul>
              </div>
            )}
          </section>
          <section className="card part" aria-label="Policy updates">
            <header>
              <Icon name="history" />
              <h2>Policy updates</h2>
              {may && (
                <button
                  type="button"
                  className="usa-button usa-button--outline small no-print"
                  onClick={() => setOpen('update')}
                >
                  <Icon name="plus" />
                  Add an update
                </button>
              )}
            </header>
            {issue.updates.length === 0 ? (
              <Empty icon="history" title="Nothing new yet">
                <p>
                  {may
                    ? 'Add what has changed in the policy, for all to read.'
                    : 'Component representatives add what has changed in the policy.'}
                </p>
              </Empty>
            ) : (
              <ul className="rows nolist plain-rows">
                {issue.updates.map((update) => (
                  <li key={update.id}>
                    <h3>{update.title}</h3>
                    <p className="muted small">
                      {showDay(update.date)}, {update.by.label}
                    </p>
                    <p className="as-written">{update.text}</p>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
        <div>
          <section className="card part" aria-label="Latest events">
            <header>
              <Icon name="pages" />
              <h2>Latest events</h2>
              <Link
                className="small no-print"
                to={`/stakeholders/events?${new URLSearchParams({ issue: issue.code }).toString()}`}
              >
                All to come
              </Link>
            </header>
            {issue.events.length === 0 ? (
              <Empty icon="pages" title="No event yet">
                <p>Name the issue in an event, and it is listed here.</p>
              </Empty>
            ) : (
              <ul className="rows nolist plain-rows">
                {issue.events.map((event) => (
                  <li key={event.id}>
                    <Link to={`/stakeholders/events/${event.id}`}>{event.name}</Link>{' '}
                    <span className="muted small">{showMoment(event.start)}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <DocumentsCard at={issue.id} documents={issue.documents} />
        </div>
      </div>
      {open === 'change' && <ChangeDialog issue={issue} onClose={() => setOpen(undefined)} />}
      {open === 'update' && <UpdateDialog issue={issue} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function ChangeDialog({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const done = useDone();
  const tree = usePriorities();
  const [title, setTitle] = useState(issue.title);
  const [priority, setPriority] = useState(issue.priority.id);
  const [active, setActive] = useState(issue.active);
  const [points, setPoints] = useState(issue.talkingPoints.join('\n'));
  const keep = useAction(async () => {
    await issues.change(issue.code, issue.revision, {
      title: title.trim(),
      priority,
      active,
      talkingPoints: points
        .split('\n')
        .map((point) => point.trim())
        .filter(Boolean),
    });
    done('The issue is changed.');
    onClose();
  });
  return (
    <Dialog title="Change the issue" onClose={onClose} big>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep.run();
        }}
      >
        {keep.problem && <ProblemAlert problem={keep.problem} />}
        <TextField
          label="Title"
          required
          first
          max={100}
          error={keep.problem?.about('title')}
          value={title}
          onChange={setTitle}
        />
        <Labelled label="Priority" required>
          {(ties) => (
            <select
              {...ties}
              className="usa-select"
              value={priority}
              onChange={(event) => setPriority(event.target.value)}
            >
              {(tree.data?.items ?? [{ id: issue.priority.id, title: issue.priority.name }]).map(
                (one) => (
                  <option key={one.id} value={one.id}>
                    {one.title}
                  </option>
                ),
              )}
            </select>
          )}
        </Labelled>
        <div className="usa-checkbox">
          <input
            className="usa-checkbox__input"
            type="checkbox"
            id="issue-active"
            checked={active}
            onChange={(event) => setActive(event.target.checked)}
          />
          <label className="usa-checkbox__label" htmlFor="issue-active">
            The department works on it now
          </label>
        </div>
        <TextField
          label="Talking points"
          hint="One on each line."
          lines={8}
          error={keep.problem?.about('talkingPoints')}
          value={points}
          onChange={setPoints}
        />
        <div className="actions">
          <button type="submit" className="usa-button" disabled={keep.busy || !title.trim()}>
            {keep.busy ? 'Saving…' : 'Save'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function UpdateDialog({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const done = useDone();
  const keys = useRef(new Keys());
  const [date, setDate] = useState(isoDay());
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const keep = useAction(async () => {
    const body = { date: date || undefined, title: title.trim(), text: text.trim() };
    await issues.update(issue.code, body, keys.current.of(body));
    done('The update is added.');
    onClose();
  });
  return (
    <Dialog title={`What is new on ${issue.title}`} onClose={onClose} big>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep.run();
        }}
      >
        {keep.problem && <ProblemAlert problem={keep.problem} />}
        <TextField
          label="Title"
          required
          first
          max={255}
          error={keep.problem?.about('title')}
          value={title}
          onChange={setTitle}
        />
        <DayField label="Of" value={date} onChange={setDate} error={keep.problem?.about('date')} />
        <TextField
          label="Text"
          required
          lines={8}
          max={20_000}
          error={keep.problem?.about('text')}
          value={text}
          onChange={setText}
        />
        <div className="actions">
          <button
            type="submit"
            className="usa-button"
            disabled={keep.busy || !title.trim() || !text.trim()}
          >
            {keep.busy ? 'Adding…' : 'Add it'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
