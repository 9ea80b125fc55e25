import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPages } from '../testing/around';
import { serve, type Sent } from '../testing/server';
import CorrectPersonPage from './CorrectPersonPage';
import NewPersonPage from './NewPersonPage';
import PersonPage from './PersonPage';
import { person } from './samples';
import type { Person } from './types';

const ROUTES = [
  { path: '/stakeholders/people/new', element: <NewPersonPage /> },
  { path: '/stakeholders/people/:id', element: <PersonPage /> },
  { path: '/stakeholders/people/:id/correct', element: <CorrectPersonPage /> },
];

function answering(
  whom: Person,
  also: (sent: Sent) => { status?: number; body?: unknown } | undefined = () => undefined,
) {
  return serve(
    (sent) =>
      also(sent) ??
      (sent.path === '/people/p1'
        ? { body: whom }
        : sent.path.startsWith('/people/p1/timeline')
          ? { body: { items: [] } }
          : sent.path === '/priorities'
            ? { body: { items: [] } }
            : sent.path.startsWith('/stakeholders?')
              ? { body: { total: 0, items: [], facets: {} } }
              : undefined),
  );
}

describe('the page of a person', () => {
  it('says plainly what is withheld, and whom to ask', async () => {
    answering(person({ privateContactWithheld: true }));
    renderPages(ROUTES, '/stakeholders/people/p1');
    const card = await screen.findByRole('region', { name: 'Private contact' });
    expect(card).toHaveTextContent('Withheld from you');
    expect(card).toHaveTextContent('Ask Maria Ortiz');
    expect(screen.getByRole('note')).toHaveTextContent('Before you reach out, ask Maria Ortiz');
    expect(screen.queryByRole('button', { name: 'Hand over' })).toBeNull();
  });

  it('asks for a reason before a flagged note is sent, and sends it with the note', async () => {
    const keys = userEvent.setup();
    const flag = { flag: 'health', label: 'Health', from: 8, to: 16, words: 'diabetes' };
    const sent = answering(person(), ({ path }) =>
      path === '/screenings'
        ? { body: { flags: [flag] } }
        : path === '/people/p1/notes'
          ? { status: 201, body: {} }
          : undefined,
    );
    renderPages(ROUTES, '/stakeholders/people/p1');
    await keys.type(await screen.findByLabelText('A note'), 'She has diabetes');
    const reason = await screen.findByLabelText(/Why “diabetes” has to stay/);
    const add = screen.getByRole('button', { name: 'Add it as it is' });
    expect(add).toBeDisabled();
    await keys.type(reason, 'Asked for a ramp');
    await keys.click(add);
    await waitFor(() =>
      expect(sent.find(({ path }) => path === '/people/p1/notes')?.body).toEqual({
        text: 'She has diabetes',
        confirmations: [{ flag: 'health', reason: 'Asked for a ramp' }],
      }),
    );
  });
});

describe('entering a person', () => {
  it('shows who may be the same beside what was typed, and enters only when told so', async () => {
    const keys = userEvent.setup();
    const sent = answering(
      person({ person: { lastName: 'Hartwell', officePhone: '251-555-0100' } }),
      ({ method, path, body }) =>
        method === 'POST' && path === '/people'
          ? (body as { confirmed?: boolean }).confirmed
            ? { status: 201, body: person({ id: 'p2' }) }
            : {
                status: 409,
                body: {
                  status: 409,
                  code: 'possible-duplicates',
                  title: 'Possibly there already',
                  detail: 'Somebody like this.',
                  candidates: [{ id: 'p1', name: 'Ada Hartwell', why: ['Same name'] }],
                },
              }
          : undefined,
    );
    const router = renderPages(ROUTES, '/stakeholders/people/new');
    await keys.type(screen.getByLabelText(/Last name/), 'Hartwell');
    await keys.type(screen.getByLabelText('Office phone'), '251-555-0199');
    await keys.click(screen.getByRole('button', { name: 'Enter' }));
    const dialog = await screen.findByRole('dialog', { name: 'There already?' });
    expect(await within(dialog).findByText('251-555-0100')).toBeInTheDocument();
    expect(within(dialog).getByText('251-555-0199')).toBeInTheDocument();
    expect(router.state.location.pathname).toBe('/stakeholders/people/new');
    await keys.click(within(dialog).getByRole('button', { name: /somebody else/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/stakeholders/people/p2'));
    const posts = sent.filter(({ method, path }) => method === 'POST' && path === '/people');
    expect(posts).toHaveLength(2);
    expect(posts[0]?.headers['Idempotency-Key']).not.toBe(posts[1]?.headers['Idempotency-Key']);
  });
});

describe('correcting a person', () => {
  it('keeps what was typed when somebody else was faster, and says what they changed', async () => {
    const keys = userEvent.setup();
    let now = person();
    const sent = answering(now, ({ method, path, headers }) => {
      if (path === '/people/p1' && method === 'PUT') {
        if (headers['If-Match'] === '"3"') {
          now = person({ revision: 4, person: { ...now.person, city: 'Biloxi' } });
          return {
            status: 412,
            body: { status: 412, code: 'stale', title: 'Changed', detail: '' },
          };
        }
        return { body: person({ revision: 5 }) };
      }
      return path === '/people/p1' ? { body: now } : undefined;
    });
    renderPages(ROUTES, '/stakeholders/people/p1/correct');
    const position = await screen.findByLabelText('Position');
    await keys.clear(position);
    await keys.type(position, 'Chair');
    await keys.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Somebody has changed this entry/)).toBeInTheDocument();
    expect(screen.getByText(/City/, { selector: '.usa-alert__text' })).toBeInTheDocument();
    expect(screen.getByLabelText('City')).toHaveValue('Biloxi');
    expect(position).toHaveValue('Chair');
    await keys.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent.filter(({ method }) => method === 'PUT')).toHaveLength(2));
    const put = sent.filter(({ method }) => method === 'PUT')[1];
    expect(put?.headers['If-Match']).toBe('"4"');
    expect(put?.body).toEqual({ person: { position: 'Chair' } });
  });
});
