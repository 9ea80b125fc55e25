import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import * as api from '../api/calls';
import { newKey } from '../api/key';
import type { DispatchOutlook, Node } from '../api/types';
import { newestFirst } from '../node/newestFirst';
import { titleOf } from '../node/titleOf';
import { useChildren, useNodeChanged } from '../node/useNode';
import { useDraft } from '../session/useDraft';
import { Alert, ProblemAlert } from '../ui/Alert';
import { DayField } from '../ui/DayField';
import { Dialog } from '../ui/Dialog';
import { isoDay, showSize } from '../ui/show';
import { TextArea } from '../ui/TextArea';
import { TextField } from '../ui/TextField';
import { useToasts } from '../ui/Toasts';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import { dispatchBody, errorsOf, type Fields } from './dispatch';

interface Props {
  file: Node;
  part: Node;
  outlook?: DispatchOutlook;
  onClose: () => void;
}

/** Sends something outside, or accounts for what was sent (requirements C12 and P14). */
export function DispatchDialog(props: Props) {
  const documents = useChildren(props.part.id);
  return (
    <Dialog title="Dispatch" onClose={props.onClose}>
      <Loaded query={documents}>
        {(all) => (
          <Form
            {...props}
            documents={all.filter((each) => each.type === 'cor:document').sort(newestFirst)}
          />
        )}
      </Loaded>
    </Dialog>
  );
}

function Form({ file, outlook, documents, onClose }: Props & { documents: Node[] }) {
  const id = useId();
  const queries = useQueryClient();
  const changed = useNodeChanged();
  const toasts = useToasts();
  const [key] = useState(newKey);
  const [tried, setTried] = useState(false);
  const [despite, setDespite] = useState(false);
  const signed = documents.find((each) => each.aspects.includes('cor:signedResponse'));
  const first = outlook?.recipients[0];
  const number = String(file.properties['cor:fileNumber'] ?? file.name);
  const empty: Fields = {
    document: (signed ?? documents[0])?.id ?? '',
    attachments: [],
    how: 'post',
    recipient: first?.postal ?? '',
    purpose: 'Answer to the correspondent',
    authority: '',
    date: isoDay(),
    to: first?.email ?? '',
    subject: `Answer to your letter (${number})`,
    text: `Please find our answer attached. When you write to us about it, name ${number}.`,
    completes: true,
  };
  const draft = useDraft<Fields>(`dispatch:new:${file.id}`, empty);
  const form = { ...empty, ...draft.value };
  const set = (part: Partial<Fields>) => draft.set({ ...form, ...part });
  const mailed = form.how === 'mail';
  const errors = errorsOf(form);
  const others = documents.filter((each) => each.id !== form.document);
  const record = useAction(async () => {
    setTried(true);
    if (Object.values(errors).some(Boolean)) {
      return;
    }
    const entry = await api.dispatches.record(
      file.id,
      despite ? { ...dispatchBody(form), despite } : dispatchBody(form),
      despite ? `${key}-despite` : key,
    );
    draft.drop(empty);
    void queries.invalidateQueries({ queryKey: ['dispatches', file.id] });
    changed(undefined);
    void queries.invalidateQueries({ queryKey: ['taskings'] });
    toasts.show({
      text: [
        mailed ? `On its way to ${form.to.trim()}.` : 'The dispatch is recorded.',
        entry.completed ? `The tasking “${entry.completed.title}” is completed by it.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    });
    onClose();
  });
  const shown = (field: keyof typeof errors) => (tried ? errors[field] : undefined);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        record.run();
      }}
    >
      {record.problem && <ProblemAlert problem={record.problem} />}
      {(despite || record.problem?.code === 'do-not-contact') && (
        <div className="usa-checkbox field">
          <input
            className="usa-checkbox__input"
            id={`${id}despite`}
            type="checkbox"
            checked={despite}
            onChange={(event) => setDespite(event.target.checked)}
          />
          <label className="usa-checkbox__label" htmlFor={`${id}despite`}>
            An answer is owed to them; it is sent all the same. This is in the ledger.
          </label>
        </div>
      )}
      <div className="field">
        <label className="usa-label" htmlFor={`${id}d`}>
          What is sent
        </label>
        <select
          id={`${id}d`}
          className="usa-select"
          data-autofocus
          value={form.document}
          onChange={(event) =>
            set({
              document: event.target.value,
              attachments: form.attachments.filter((each) => each !== event.target.value),
            })
          }
        >
          {documents.map((each) => (
            <option key={each.id} value={each.id}>
              {titleOf(each)}
            </option>
          ))}
        </select>
      </div>
      {others.length > 0 && (
        <fieldset className="usa-fieldset field">
          <legend className="usa-label">With these enclosed</legend>
          {others.map((each) => (
            <div className="usa-checkbox" key={each.id}>
              <input
                className="usa-checkbox__input"
                id={`${id}a${each.id}`}
                type="checkbox"
                checked={form.attachments.includes(each.id)}
                onChange={(event) =>
                  set({
                    attachments: event.target.checked
                      ? [...form.attachments, each.id]
                      : form.attachments.filter((other) => other !== each.id),
                  })
                }
              />
              <label className="usa-checkbox__label" htmlFor={`${id}a${each.id}`}>
                {titleOf(each)}
              </label>
            </div>
          ))}
        </fieldset>
      )}
      <div className="fields">
        <div className="field">
          <label className="usa-label" htmlFor={`${id}c`}>
            How
          </label>
          <select
            id={`${id}c`}
            className="usa-select"
            value={form.how}
            onChange={(event) => set({ how: event.target.value as Fields['how'] })}
          >
            <option value="post">By post</option>
            <option value="mail">By e-mail, sent from here now</option>
            <option value="elsewhere">By e-mail, sent elsewhere</option>
          </select>
        </div>
        {!mailed && <DayField label="Date" value={form.date} onChange={(date) => set({ date })} />}
      </div>
      {mailed && outlook && outlook.largestMail === undefined && (
        <Alert kind="warning" title="This system has no mail server">
          An administrator names one in its settings. Until then, send it from your own mailbox and
          record it as sent elsewhere.
        </Alert>
      )}
      {mailed && (
        <>
          <TextField
            type="email"
            max={254}
            label="E-mail address of the recipient"
            required
            value={form.to}
            error={shown('to')}
            onChange={(to) => set({ to })}
          />
          <TextField
            max={255}
            label="Subject"
            required
            value={form.subject}
            error={shown('subject')}
            onChange={(subject) => set({ subject })}
          />
          <TextArea
            label="Text above the files"
            hint={`Each document goes as PDF${
              outlook?.largestMail ? `; together at most ${showSize(outlook.largestMail)}` : ''
            }.`}
            required
            maxLength={20000}
            value={form.text}
            error={shown('text')}
            onChange={(text) => set({ text })}
          />
        </>
      )}
      <TextArea
        label="Recipient, with address"
        required
        maxLength={2000}
        value={form.recipient}
        error={shown('recipient')}
        onChange={(recipient) => set({ recipient })}
      />
      <TextField
        max={255}
        label="Purpose"
        required
        value={form.purpose}
        error={shown('purpose')}
        onChange={(purpose) => set({ purpose })}
      />
      <TextField
        max={255}
        label="Authority"
        hint="What allows the disclosure: a routine use, a consent, a request's number."
        required
        value={form.authority}
        error={shown('authority')}
        onChange={(authority) => set({ authority })}
      />
      {outlook?.tasking && (
        <div className="usa-checkbox field">
          <input
            className="usa-checkbox__input"
            id={`${id}t`}
            type="checkbox"
            checked={form.completes}
            onChange={(event) => set({ completes: event.target.checked })}
          />
          <label className="usa-checkbox__label" htmlFor={`${id}t`}>
            This completes my tasking “{outlook.tasking.title}”
          </label>
        </div>
      )}
      <div className="actions">
        <button type="submit" className="usa-button" disabled={record.busy || !form.document}>
          {record.busy ? 'One moment…' : mailed ? 'Send' : 'Record the dispatch'}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
