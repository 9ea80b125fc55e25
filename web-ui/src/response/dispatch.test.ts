import { describe, expect, it } from 'vitest';
import { dispatchBody, errorsOf, isAddress, type Fields } from './dispatch';

const FORM: Fields = {
  document: 'd1',
  attachments: ['d2'],
  how: 'post',
  recipient: 'Ms. Okafor',
  purpose: 'Answer',
  authority: 'Routine use H',
  date: '2026-11-20',
  to: '',
  subject: '',
  text: '',
  completes: true,
};

describe('a dispatch', () => {
  it('by post has its day and no mail', () => {
    expect(Object.values(errorsOf(FORM)).filter(Boolean)).toEqual([]);
    expect(dispatchBody(FORM)).toEqual({
      documents: ['d1', 'd2'],
      channel: 'post',
      recipient: 'Ms. Okafor',
      purpose: 'Answer',
      authority: 'Routine use H',
      date: '2026-11-20',
      completes: true,
    });
  });

  it('by e-mail needs an address, a subject and a text, and is of today', () => {
    const form: Fields = { ...FORM, how: 'mail', to: 'nobody' };
    expect(errorsOf(form)).toMatchObject({
      to: expect.any(String) as string,
      subject: expect.any(String) as string,
      text: expect.any(String) as string,
    });
    const whole = { ...form, to: ' a@b.gov ', subject: 'S', text: 'T' };
    expect(Object.values(errorsOf(whole)).filter(Boolean)).toEqual([]);
    expect(dispatchBody(whole)).toMatchObject({
      channel: 'email',
      mail: { to: 'a@b.gov', subject: 'S', text: 'T' },
    });
    expect(dispatchBody(whole)).not.toHaveProperty('date');
  });

  it('that was sent elsewhere is said to be', () => {
    expect(dispatchBody({ ...FORM, how: 'elsewhere' })).toMatchObject({
      channel: 'email',
      elsewhere: true,
    });
  });

  it('takes one address only', () => {
    expect(isAddress('name@example.gov')).toBe(true);
    expect(['a@b', 'a b@c.gov', 'a@b.gov, c@d.gov', 'A <a@b.gov>', ''].filter(isAddress)).toEqual(
      [],
    );
  });
});
