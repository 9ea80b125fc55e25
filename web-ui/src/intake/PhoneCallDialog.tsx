import { useState } from 'react';
import * as api from '../api/calls';
import type { IntakeItem, PhoneCall } from '../api/types';
import { Alert, ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { useAction } from '../ui/useAction';
import { useTextForm } from './draft';
import { TextField } from '../ui/TextField';

type Field =
  | 'caller'
  | 'organization'
  | 'phone'
  | 'email'
  | 'calledAt'
  | 'calledFor'
  | 'subject'
  | 'summary'
  | 'callBack'
  | 'callBackWhen';

/** A phone call, written down while it is taken. */
export function PhoneCallDialog(props: {
  onClose: () => void;
  onTaken: (item: IntakeItem) => void;
}) {
  const form = useTextForm<Field>('phone-call', {
    caller: '',
    organization: '',
    phone: '',
    email: '',
    calledAt: localMoment(new Date()),
    calledFor: '',
    subject: '',
    summary: '',
    callBack: '',
    callBackWhen: '',
  });
  const { values, set } = form;
  const [tried, setTried] = useState(false);
  const wanted = values.callBack === 'yes';
  const missing: Partial<Record<Field, string>> = {
    ...(values.caller.trim() ? {} : { caller: 'Who called?' }),
    ...(values.summary.trim() ? {} : { summary: 'What was said?' }),
    ...(wanted && !values.phone.trim() && !values.email.trim()
      ? { phone: 'At which number can they be called back?' }
      : {}),
  };
  const take = useAction(async () => {
    const item = await api.intake.phoneCall(callOf(values), form.key());
    form.done();
    props.onTaken(item);
  });
  const error = (field: Field) =>
    (tried ? missing[field] : undefined) ?? take.problem?.about(field);
  const field = (name: Field) => ({
    value: values[name],
    error: error(name),
    onChange: (value: string) => set(name, value),
  });

  return (
    <Dialog title="Phone call" onClose={props.onClose} big>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (Object.keys(missing).length === 0) {
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
        <div className="fields tight">
          <TextField {...field('caller')} label="Who called" required first max={250} />
          <TextField {...field('phone')} label="Their number" type="tel" max={40} />
          <TextField {...field('organization')} label="Organization" max={250} />
          <TextField {...field('email')} label="Their e-mail address" type="email" max={250} />
          <TextField {...field('calledAt')} label="When" type="datetime-local" />
          <TextField {...field('calledFor')} label="Whom they asked for" max={250} />
        </div>
        <TextField {...field('subject')} label="About" hint="In one line" max={250} />
        <TextField {...field('summary')} label="What was said" required lines={6} />
        <div className="usa-checkbox">
          <input
            className="usa-checkbox__input"
            type="checkbox"
            id="call-back"
            checked={wanted}
            onChange={(event) => set('callBack', event.target.checked ? 'yes' : '')}
          />
          <label className="usa-checkbox__label" htmlFor="call-back">
            They wait for a call back
          </label>
        </div>
        {wanted && (
          <TextField {...field('callBackWhen')} label="When they can be reached" max={250} />
        )}
        <button type="submit" className="usa-button" disabled={take.busy}>
          {take.busy ? 'Keeping…' : 'Put it on the desk'}
        </button>
      </form>
    </Dialog>
  );
}

function callOf(values: Record<Field, string>): PhoneCall {
  const text = (field: Field) => values[field].trim() || undefined;
  const at = values.calledAt ? new Date(values.calledAt) : undefined;
  return {
    caller: values.caller.trim(),
    summary: values.summary.trim(),
    organization: text('organization'),
    phone: text('phone'),
    email: text('email'),
    calledAt: at && !Number.isNaN(at.getTime()) ? withOffset(values.calledAt, at) : undefined,
    calledFor: text('calledFor'),
    subject: text('subject'),
    callBack: values.callBack === 'yes',
    callBackWhen: values.callBack === 'yes' ? text('callBackWhen') : undefined,
  };
}

const two = (n: number) => String(Math.floor(n)).padStart(2, '0');

/** As a field of the browser has it: local, to the minute. */
function localMoment(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The same moment with the offset of where it was taken, which the letter's date follows from. */
function withOffset(local: string, at: Date): string {
  const east = -at.getTimezoneOffset();
  const minutes = Math.abs(east);
  return `${local.slice(0, 16)}:00${east < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
