import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import * as api from '../api/calls';
import { newKey } from '../api/key';
import type { Node } from '../api/types';
import { titleOf } from '../node/titleOf';
import { useChildren, useNodeChanged } from '../node/useNode';
import { useDraft } from '../session/useDraft';
import { ProblemAlert } from '../ui/Alert';
import { DayField } from '../ui/DayField';
import { Dialog } from '../ui/Dialog';
import { TextArea } from '../ui/TextArea';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import { TextField } from '../ui/TextField';

interface Props {
  file: Node;
  part: Node;
  onClose: () => void;
}

/** Accounts for something that was sent (requirement P14). */
export function DispatchDialog(props: Props) {
  const documents = useChildren(props.part.id);
  return (
    <Dialog title="Dispatch" onClose={props.onClose}>
      <Loaded query={documents}>
        {(all) => (
          <Form
            {...props}
            documents={all
              .filter((each) => each.type === 'cor:document')
              .sort((a, b) => b.createdAt.localeCompare(a.createdAt))}
          />
        )}
      </Loaded>
    </Dialog>
  );
}

interface Fields {
  document: string;
  channel: 'post' | 'email';
  recipient: string;
  purpose: string;
  authority: string;
  date: string;
}

function Form({ file, documents, onClose }: Props & { documents: Node[] }) {
  const id = useId();
  const queries = useQueryClient();
  const changed = useNodeChanged();
  const [key] = useState(newKey);
  const [tried, setTried] = useState(false);
  const signed = documents.find((each) => each.aspects.includes('cor:signedResponse'));
  const empty: Fields = {
    document: (signed ?? documents[0])?.id ?? '',
    channel: 'post',
    recipient: '',
    purpose: 'Answer to the correspondent',
    authority: '',
    date: today(),
  };
  const draft = useDraft<Fields>(`dispatch:new:${file.id}`, empty);
  const form = draft.value;
  const set = (part: Partial<Fields>) => draft.set({ ...form, ...part });
  const errors = {
    recipient: form.recipient.trim() ? undefined : 'Say who gets it, with the address.',
    purpose: form.purpose.trim() ? undefined : 'Say what for.',
    authority: form.authority.trim() ? undefined : 'Say what allows it, such as a routine use.',
  };
  const record = useAction(async () => {
    setTried(true);
    if (errors.recipient ?? errors.purpose ?? errors.authority) {
      return;
    }
    await api.dispatches.record(file.id, form, key);
    draft.drop(empty);
    void queries.invalidateQueries({ queryKey: ['dispatches', file.id] });
    changed(undefined);
    onClose();
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        record.run();
      }}
    >
      {record.problem && <ProblemAlert problem={record.problem} />}
      <div className="field">
        <label className="usa-label" htmlFor={`${id}d`}>
          What is sent
        </label>
        <select
          id={`${id}d`}
          className="usa-select"
          data-autofocus
          value={form.document}
          onChange={(event) => set({ document: event.target.value })}
        >
          {documents.map((each) => (
            <option key={each.id} value={each.id}>
              {titleOf(each)}
            </option>
          ))}
        </select>
      </div>
      <div className="fields">
        <div className="field">
          <label className="usa-label" htmlFor={`${id}c`}>
            How
          </label>
          <select
            id={`${id}c`}
            className="usa-select"
            value={form.channel}
            onChange={(event) => set({ channel: event.target.value as Fields['channel'] })}
          >
            <option value="post">By post</option>
            <option value="email">By e-mail, sent outside</option>
          </select>
        </div>
        <DayField label="Date" value={form.date} onChange={(date) => set({ date })} />
      </div>
      <TextArea
        label="Recipient, with address"
        required
        maxLength={2000}
        value={form.recipient}
        error={tried ? errors.recipient : undefined}
        onChange={(recipient) => set({ recipient })}
      />
      <TextField
        max={255}
        label="Purpose"
        required
        value={form.purpose}
        error={tried ? errors.purpose : undefined}
        onChange={(purpose) => set({ purpose })}
      />
      <TextField
        max={255}
        label="Authority"
        hint="What allows the disclosure: a routine use, a consent, a request's number."
        required
        value={form.authority}
        error={tried ? errors.authority : undefined}
        onChange={(authority) => set({ authority })}
      />
      <div className="actions">
        <button type="submit" className="usa-button" disabled={record.busy || !form.document}>
          {record.busy ? 'One moment…' : 'Record the dispatch'}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** By this computer's clock and zone. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
