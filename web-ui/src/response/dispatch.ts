import type { NewDispatch } from '../api/types';

/** What is typed to send something outside. */
export interface Fields {
  document: string;
  attachments: string[];
  how: 'post' | 'mail' | 'elsewhere';
  recipient: string;
  purpose: string;
  authority: string;
  date: string;
  to: string;
  subject: string;
  text: string;
  completes: boolean;
}

/** What is missing or cannot be right, by field. */
export function errorsOf(form: Fields) {
  const mailed = form.how === 'mail';
  return {
    recipient: form.recipient.trim() ? undefined : 'Say who gets it, with the address.',
    purpose: form.purpose.trim() ? undefined : 'Say what for.',
    authority: form.authority.trim() ? undefined : 'Say what allows it, such as a routine use.',
    to: mailed && !isAddress(form.to) ? 'One address, such as name@example.gov.' : undefined,
    subject: mailed && !form.subject.trim() ? 'Say what it is about.' : undefined,
    text: mailed && !form.text.trim() ? 'Say what is attached.' : undefined,
  };
}

/** At a glance; the server looks more closely. */
export function isAddress(text: string): boolean {
  return /^[^\s@<>,;"()]+@[^\s@<>,;"()]+\.[A-Za-z0-9-]+$/.test(text.trim());
}

/** What is sent to the server. */
export function dispatchBody(form: Fields): NewDispatch {
  const mailed = form.how === 'mail';
  return {
    documents: [form.document, ...form.attachments],
    channel: form.how === 'post' ? 'post' : 'email',
    recipient: form.recipient,
    purpose: form.purpose,
    authority: form.authority,
    completes: form.completes,
    ...(mailed ? {} : { date: form.date }),
    ...(mailed ? { mail: { to: form.to.trim(), subject: form.subject, text: form.text } } : {}),
    ...(form.how === 'elsewhere' ? { elsewhere: true } : {}),
  };
}
