import { useState } from 'react';
import * as api from '../api/calls';
import type { IntakeItem } from '../api/types';
import { Alert, ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { useAction } from '../ui/useAction';
import { useTextForm } from './draft';
import { TextField } from '../ui/TextField';

type Field = 'text' | 'subject' | 'from' | 'email' | 'date';

/** Text from elsewhere, such as a web form or a chat, made a letter on the desk. */
export function PastedTextDialog(props: {
  onClose: () => void;
  onTaken: (item: IntakeItem) => void;
}) {
  const form = useTextForm<Field>('pasted-text', {
    text: '',
    subject: '',
    from: '',
    email: '',
    date: '',
  });
  const { values, set } = form;
  const [tried, setTried] = useState(false);
  const missing = values.text.trim() ? undefined : 'Paste the text first.';
  const take = useAction(async () => {
    const given = (field: Field) => values[field].trim() || undefined;
    const item = await api.intake.pasted(
      {
        text: values.text,
        subject: given('subject'),
        from: given('from'),
        email: given('email'),
        date: given('date'),
      },
      form.key(),
    );
    form.done();
    props.onTaken(item);
  });
  const field = (name: Field) => ({
    value: values[name],
    error: (tried && name === 'text' ? missing : undefined) ?? take.problem?.about(name),
    onChange: (value: string) => set(name, value),
  });

  return (
    <Dialog title="Pasted text" onClose={props.onClose} big>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!missing) {
            take.run();
          }
        }}
      >
        {form.restored && (
          <Alert kind="info" announce={false}>
            What you had typed is here again.
          </Alert>
        )}
        {take.problem && <ProblemAlert problem={take.problem} />}
        <TextField {...field('text')} label="The text" required first lines={10} />
        <div className="fields tight">
          <TextField {...field('from')} label="Who wrote it" max={250} />
          <TextField {...field('email')} label="Their e-mail address" type="email" max={250} />
          <TextField {...field('subject')} label="About" max={250} />
          <TextField {...field('date')} label="When it was written" type="date" />
        </div>
        <button type="submit" className="usa-button" disabled={take.busy}>
          {take.busy ? 'Keeping…' : 'Put it on the desk'}
        </button>
      </form>
    </Dialog>
  );
}
