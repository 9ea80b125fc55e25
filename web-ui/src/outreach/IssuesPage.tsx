import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../session/SessionContext';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Labelled } from '../ui/Labelled';
import { PageTitle } from '../ui/PageTitle';
import { TextField } from '../ui/TextField';
import { useAction } from '../ui/useAction';
import { Empty, Loaded } from '../ui/Waiting';
import { issues, priorities } from './calls';
import { codeOf } from './code';
import type { Priority } from './contract';
import { Keys } from './entering';
import { usePriorities } from './IssueField';
import { useDone } from './useOutreach';

/** Priorities, and the issues under each. */
export default function IssuesPage() {
  const { can } = useSession();
  const query = usePriorities();
  const [open, setOpen] = useState<'priority' | 'issue' | Priority>();
  const keeps = can('KEEP_ISSUES');
  const close = () => setOpen(undefined);
  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Issues" />
          <p className="sub">What stakeholders engage on, grouped under priorities.</p>
        </div>
        {keeps && (
          <div className="actions no-print">
            <button
              type="button"
              className="usa-button usa-button--outline small"
              onClick={() => setOpen('priority')}
            >
              <Icon name="plus" />
              New priority
            </button>
            <button type="button" className="usa-button small" onClick={() => setOpen('issue')}>
              <Icon name="plus" />
              New issue
            </button>
          </div>
        )}
      </div>
      <Loaded query={query} lines={10}>
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <Empty icon="scale" title="No priorities yet">
                {keeps && <p>Enter a priority, then the issues under it.</p>}
              </Empty>
            ) : (
              <div className="priorities">
                {items.map((priority) => (
                  <section key={priority.id} className="card part" aria-label={priority.title}>
                    <header>
                      <Icon name="scale" />
                      <h2>{priority.title}</h2>
                      {keeps && (
                        <button
                          type="button"
                          className="icon-button no-print"
                          aria-label={`Change ${priority.title}`}
                          onClick={() => setOpen(priority)}
                        >
                          <Icon name="edit" />
                        </button>
                      )}
                    </header>
                    {priority.issues.length === 0 ? (
                      <p className="body muted">No issues yet.</p>
                    ) : (
                      <ul className="rows nolist plain-rows">
                        {priority.issues.map((issue) => (
                          <li key={issue.code}>
                            <Link to={`/stakeholders/issues/${encodeURIComponent(issue.code)}`}>
                              {issue.title}
                            </Link>{' '}
                            {!issue.active && <span className="chip plain">Inactive</span>}
                          </li>
                        ))}
                      </ul>
                    )}
                  </section>
                ))}
              </div>
            )}
            {open === 'issue' && <NewIssueDialog all={items} onClose={close} />}
          </>
        )}
      </Loaded>
      {open !== undefined && open !== 'issue' && (
        <PriorityDialog there={open === 'priority' ? undefined : open} onClose={close} />
      )}
    </div>
  );
}

function PriorityDialog({ there, onClose }: { there?: Priority; onClose: () => void }) {
  const done = useDone();
  const keys = useRef(new Keys());
  const [title, setTitle] = useState(there?.title ?? '');
  const [order, setOrder] = useState(there ? String(there.order) : '');
  const keep = useAction(async () => {
    const body = { title: title.trim(), order: order.trim() ? Number(order) : undefined };
    if (there) {
      await priorities.change(there.id, there.revision, body);
    } else {
      await priorities.add(body, keys.current.of(body));
    }
    done(there ? 'The priority is changed.' : 'The priority is entered.');
    onClose();
  });
  return (
    <Dialog title={there ? 'Change the priority' : 'New priority'} onClose={onClose}>
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
        <Labelled
          label="Place in the list"
          hint="A number: the smallest comes first. Empty: at the end."
          error={keep.problem?.about('order')}
        >
          {(ties) => (
            <input
              {...ties}
              className="usa-input"
              type="number"
              min={0}
              max={10_000}
              value={order}
              onChange={(event) => setOrder(event.target.value)}
            />
          )}
        </Labelled>
        <div className="actions">
          <button type="submit" className="usa-button" disabled={keep.busy || !title.trim()}>
            {keep.busy ? 'Keeping…' : there ? 'Save' : 'Enter it'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function NewIssueDialog({ all, onClose }: { all: readonly Priority[]; onClose: () => void }) {
  const done = useDone();
  const keys = useRef(new Keys());
  const [title, setTitle] = useState('');
  const [code, setCode] = useState<string>();
  const [priority, setPriority] = useState(all[0]?.id ?? '');
  const shown = code ?? codeOf(title);
  const keep = useAction(async () => {
    const body = { priority, code: shown.trim(), title: title.trim(), active: true };
    await issues.add(body, keys.current.of(body));
    done('The issue is entered.');
    onClose();
  });
  return (
    <Dialog title="New issue" onClose={onClose}>
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
        <TextField
          label="Code"
          required
          hint="Small letters, digits and dashes. It is never changed: searches and reports have it."
          max={60}
          error={keep.problem?.about('code')}
          value={shown}
          onChange={setCode}
        />
        <Labelled label="Priority" required>
          {(ties) => (
            <select
              {...ties}
              className="usa-select"
              value={priority}
              onChange={(event) => setPriority(event.target.value)}
            >
              {all.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <div className="actions">
          <button
            type="submit"
            className="usa-button"
            disabled={keep.busy || !title.trim() || !shown.trim() || !priority}
          >
            {keep.busy ? 'Keeping…' : 'Enter it'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
