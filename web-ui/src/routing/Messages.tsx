import { useEffect, useRef, useState } from 'react';
import * as api from '../api/calls';
import type { Message } from '../api/types';
import { useDraft } from '../session/useDraft';
import { useSession } from '../session/SessionContext';
import { ProblemAlert } from '../ui/Alert';
import { AuthorityField, type ChosenAuthority } from '../ui/AuthorityField';
import { showMoment } from '../ui/show';
import { TextArea } from '../ui/TextArea';
import { useAction } from '../ui/useAction';
import { Empty } from '../ui/Waiting';
import { useRoutingChanged } from './useRouting';

/** What people have written to each other inside a case file (requirement C18). */
export function Messages(props: {
  caseFile: string;
  messages: readonly Message[];
  mayWrite: boolean;
}) {
  const { messages } = props;
  const changed = useRoutingChanged();
  const { session } = useSession();
  // What was unread when one came keeps its mark while one looks at it.
  const [news, setNews] = useState<readonly string[]>([]);
  const told = useRef(new Set<string>());
  const unread = messages.filter((message) => !message.read).map((message) => message.id);
  const key = unread.join(' ');

  useEffect(() => {
    const fresh = key.split(' ').filter((id) => id && !told.current.has(id));
    if (fresh.length === 0) {
      return;
    }
    fresh.forEach((id) => told.current.add(id));
    setNews((before) => [...before, ...fresh]);
    void Promise.all(fresh.map((id) => api.messages.read(id)))
      .then(() => changed())
      // It is still unread on the server, and will be marked the next time.
      .catch(() => fresh.forEach((id) => told.current.delete(id)));
  }, [key, changed]);

  const [answering, setAnswering] = useState<ChosenAuthority>();
  return (
    <>
      {messages.length === 0 ? (
        <Empty icon="letter" title="No messages yet">
          <p>Ask somebody who works on this file; what is written stays with it.</p>
        </Empty>
      ) : (
        <ol className="notes messages nolist" aria-label="Messages">
          {messages.map((message) => (
            <li
              key={message.id}
              className={message.from.name === session.user ? 'mine' : undefined}
            >
              <p className="small">
                <strong>{message.from.label}</strong> to{' '}
                {message.to.map((one) => one.label).join(', ')}{' '}
                {news.includes(message.id) && <span className="chip warm">New</span>}
              </p>
              <p className="said">{message.text}</p>
              <p className="muted small">
                {showMoment(message.at)}
                {props.mayWrite && message.from.name !== session.user && (
                  <>
                    {' · '}
                    <button
                      type="button"
                      className="usa-button usa-button--unstyled small no-print"
                      onClick={() => setAnswering({ ...message.from })}
                    >
                      Answer
                    </button>
                  </>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
      {props.mayWrite && (
        <NewMessage key={answering?.name} caseFile={props.caseFile} to={answering} />
      )}
    </>
  );
}

interface Form {
  to: ChosenAuthority[];
  text: string;
}

function NewMessage({ caseFile, to }: { caseFile: string; to?: ChosenAuthority }) {
  const empty: Form = { to: [], text: '' };
  const draft = useDraft<Form>(`message:${caseFile}`, empty);
  const changed = useRoutingChanged();
  const form = draft.value;
  const chosen = form.to.length > 0 || !to ? form.to : [to];
  const box = useRef<HTMLFormElement>(null);
  const ready = chosen.length > 0 && form.text.trim() !== '';
  useEffect(() => {
    if (to) {
      box.current?.querySelector('textarea')?.focus();
    }
  }, [to]);
  const send = useAction(async () => {
    if (!ready) {
      return;
    }
    await api.messages.send(caseFile, {
      to: chosen.map((one) => one.name),
      text: form.text.trim(),
    });
    draft.drop(empty);
    changed();
  });
  return (
    <form
      ref={box}
      className="body write no-print"
      onSubmit={(event) => {
        event.preventDefault();
        send.run();
      }}
    >
      {send.problem && <ProblemAlert problem={send.problem} />}
      <AuthorityField
        label="To"
        many
        chosen={chosen}
        onChange={(next) => draft.set({ ...form, to: next })}
      />
      <TextArea
        label="Message"
        rows={2}
        value={form.text}
        onChange={(text) => draft.set({ ...form, text })}
      />
      <button type="submit" className="usa-button small" disabled={!ready || send.busy}>
        {send.busy ? 'Sending…' : 'Send'}
      </button>
    </form>
  );
}
