import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPages } from '../testing/around';
import { serve, type Sent } from '../testing/server';
import ComparePage from './ComparePage';
import DuplicatesPage from './DuplicatesPage';

const ROUTES = [
  { path: '/stakeholders/duplicates', element: <DuplicatesPage /> },
  { path: '/stakeholders/duplicates/:one/:other', element: <ComparePage /> },
];

const OWNER = {
  user: { name: 'clerk', label: 'A Clerk' },
  component: { code: 'OPA', label: 'OPA' },
};

function person(id: string, fields: object) {
  return {
    id,
    revision: 1,
    name: id,
    person: fields,
    privateContactWithheld: id === 'b',
    affiliations: [],
    relations: [],
    issues: [],
    owner: OWNER,
    knownBy: [],
    contacts: id === 'a' ? 3 : 1,
    openFollowUps: [],
    documents: [],
    allowed: [],
  };
}

const entry = (id: string, mine: boolean) => ({
  id,
  kind: 'person',
  name: `Entry ${id}`,
  owner: OWNER,
  mine,
});

function office(mine: { a: boolean; b: boolean }): Sent[] {
  const pair = {
    one: entry('a', mine.a),
    other: entry('b', mine.b),
    score: 0.93,
    sure: true,
    why: ['Bob is a short form of Robert'],
    personal: false,
    apart: false,
  };
  return serve(({ method, path }) => {
    if (method === 'POST') {
      return path === '/people/a/merge' ? { body: { id: 'a', merge: 'b' } } : { status: 204 };
    }
    switch (path.replace(/\?.*$/, '')) {
      case '/duplicates':
        return { body: { items: [pair], searching: false, searchedAt: '2026-11-23T10:00:00Z' } };
      case '/duplicates/a/b':
        return { body: pair };
      case '/people/a':
        return { body: person('a', { lastName: 'Reyes', city: 'Laredo', interests: ['Roads'] }) };
      case '/people/b':
        return {
          body: person('b', { lastName: 'Reyes', position: 'Mayor', interests: ['Bridges'] }),
        };
      default:
        return undefined;
    }
  });
}

test('what differs is chosen, and what is the same is not asked for', async () => {
  const sent = office({ a: true, b: true });
  renderPages(ROUTES, '/stakeholders/duplicates/a/b');
  const user = userEvent.setup();
  expect(await screen.findByText(/Bob is a short form of Robert/)).toBeVisible();
  expect(screen.queryByRole('radio', { name: /Last name/ })).toBeNull();
  // The one with more contact stays; what it lacks comes from the other; lists are put together.
  expect(screen.getAllByRole('radio', { name: 'This entry stays' })[0]).toBeChecked();
  expect(screen.getByRole('radio', { name: /Position, right/ })).toBeChecked();
  expect(screen.getByRole('radio', { name: /Both Interests/ })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: /Interests, right/ }));
  expect(screen.getByRole('button', { name: 'Merge' })).toBeDisabled();
  await user.type(screen.getByRole('textbox', { name: /Why/ }), 'Met her');
  await user.click(screen.getByRole('button', { name: 'Merge' }));
  await waitFor(() =>
    expect(sent.find((each) => each.method === 'POST')?.body).toEqual({
      from: 'b',
      choices: { interests: 'from' },
      reason: 'Met her',
    }),
  );
});

test('an entry that is somebody else’s is not given up', async () => {
  office({ a: true, b: false });
  renderPages(ROUTES, '/stakeholders/duplicates/a/b');
  const user = userEvent.setup();
  const [left, right] = await screen.findAllByRole('radio', { name: 'This entry stays' });
  expect(right).toBeChecked();
  await user.click(left as HTMLElement);
  await user.type(screen.getByRole('textbox', { name: /Why/ }), 'x');
  expect(screen.getByText('Entry b is not yours to give up')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Merge' })).toBeDisabled();
});

test('two that are different are not asked about again', async () => {
  const sent = office({ a: true, b: false });
  renderPages(ROUTES, '/stakeholders/duplicates');
  const user = userEvent.setup();
  expect(await screen.findByText(/Almost certain, 93 %/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Entry a and Entry b are different' }));
  await waitFor(() =>
    expect(sent.find((each) => each.path === '/duplicates/apart')?.body).toEqual({
      one: 'a',
      other: 'b',
      different: true,
    }),
  );
});
