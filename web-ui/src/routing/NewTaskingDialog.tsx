import { useId, useState } from 'react';
import * as api from '../api/calls';
import type { Tasking } from '../api/types';
import { useDraft } from '../session/useDraft';
import { ProblemAlert } from '../ui/Alert';
import { AuthorityField, type ChosenAuthority } from '../ui/AuthorityField';
import { DayField } from '../ui/DayField';
import { Dialog } from '../ui/Dialog';
import { TextArea } from '../ui/TextArea';
import { useAction } from '../ui/useAction';
import { taskingTitle } from './DueChip';
import { useRoutingChanged } from './useRouting';

const ACCESS = [
  ['view', 'Read'],
  ['comment', 'Read, and add documents and notes'],
  ['edit', 'Change'],
] as const;

type Access = (typeof ACCESS)[number][0];

const KINDS = [
  ['cwf:generalTask', 'Something to do'],
  ['cwf:commentTask', 'Comments on the draft'],
  ['cwf:clearanceTask', 'Clearance of the draft'],
] as const;

type Kind = (typeof KINDS)[number][0];

interface Form {
  kind: Kind;
  to: ChosenAuthority[];
  instruction: string;
  due: string;
  access: Access;
}

const EMPTY: Form = {
  kind: 'cwf:generalTask',
  to: [],
  instruction: '',
  due: '',
  access: 'comment',
};

/** Asks somebody for something about a case file, by a day; of its own or below another tasking. */
export function NewTaskingDialog(props: {
  caseFile: string;
  /** The tasking it becomes a part of. */
  parent?: Tasking;
  onClose: () => void;
  onMade: () => void;
}) {
  const { caseFile, parent } = props;
  const id = useId();
  const changed = useRoutingChanged();
  const draft = useDraft<Form>(`tasking:new:${parent?.id ?? caseFile}`, EMPTY);
  const [tried, setTried] = useState(false);
  const form = draft.value;
  const set = (part: Partial<Form>) => draft.set({ ...form, ...part });
  const errors = {
    to: form.to.length === 0 ? 'Choose who is asked.' : undefined,
    instruction: form.instruction.trim() ? undefined : 'Say what is asked.',
    due: form.due ? undefined : 'Say by when.',
  };
  const make = useAction(async () => {
    setTried(true);
    if (errors.to ?? errors.instruction ?? errors.due) {
      return;
    }
    let left = form.to;
    try {
      for (const one of form.to) {
        const wanted = {
          form: form.kind,
          assignee: one.name,
          instruction: form.instruction.trim(),
          due: form.due,
          access: form.access,
        };
        await (parent
          ? api.taskings.part(parent.id, wanted)
          : api.taskings.create(caseFile, wanted));
        left = left.filter((other) => other !== one);
      }
    } catch (error) {
      // Who has been asked is not asked twice.
      set({ to: left });
      throw error;
    } finally {
      changed();
    }
    draft.drop(EMPTY);
    props.onMade();
  });
  return (
    <Dialog title={parent ? 'Ask for a part of it' : 'New tasking'} onClose={props.onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          make.run();
        }}
      >
        {make.problem && <ProblemAlert problem={make.problem} />}
        {parent && (
          <p>
            A part of <strong>{taskingTitle(parent)}</strong>
            {parent.assignee.label && ` (with ${parent.assignee.label})`}.
          </p>
        )}
        <div className="field">
          <label className="usa-label" htmlFor={`${id}k`}>
            What for
          </label>
          <select
            id={`${id}k`}
            className="usa-select"
            value={form.kind}
            onChange={(event) => {
              const kind = event.target.value as Kind;
              set({ kind, to: kind === 'cwf:generalTask' ? form.to.slice(0, 1) : form.to });
            }}
          >
            {KINDS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <AuthorityField
          label="Assign to"
          many={form.kind !== 'cwf:generalTask'}
          required
          focused
          chosen={form.to}
          error={tried ? errors.to : undefined}
          onChange={(to) => set({ to })}
        />
        <TextArea
          label="What is asked"
          required
          value={form.instruction}
          error={tried ? errors.instruction : undefined}
          onChange={(instruction) => set({ instruction })}
        />
        <div className="fields">
          <DayField
            label="Due"
            required
            value={form.due}
            error={tried ? errors.due : undefined}
            onChange={(due) => set({ due })}
          />
          <div className="field">
            <label className="usa-label" htmlFor={`${id}a`}>
              Access to the file until then
            </label>
            <select
              id={`${id}a`}
              className="usa-select"
              value={form.access}
              onChange={(event) => set({ access: event.target.value as Access })}
            >
              {ACCESS.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        </div>
        <div className="actions">
          <button type="submit" className="usa-button" disabled={make.busy}>
            {make.busy ? 'One moment…' : 'Assign'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
