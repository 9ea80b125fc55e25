import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import FindPage from './FindPage';

const MARIA = {
  id: '1',
  kind: 'person',
  name: 'Maria Okafor',
  position: 'Sheriff',
  organization: 'Sheriffs of Texas',
  place: { city: 'El Paso', state: 'TX', region: '6' },
  issues: [],
  doNotContact: false,
  knownBy: [
    {
      component: 'OPA',
      label: 'Public Affairs',
      coordinateWith: { name: 'kim', label: 'Kim Lee' },
    },
    { component: 'CBP', label: 'Customs', coordinateWith: { name: 'lou', label: 'Lou Diaz' } },
  ],
  lastContact: '2026-05-04',
};

function open(at: string) {
  const sent = serve((request) => {
    if (request.path.startsWith('/stakeholders')) {
      return request.path.includes('state=NY')
        ? { body: { total: 0, items: [], facets: {}, approximate: false } }
        : {
            body: {
              total: 1,
              items: [MARIA],
              facets: { state: [{ value: 'TX', label: 'TX', count: 1 }] },
              approximate: false,
            },
          };
    }
    if (request.path === '/saved-searches') {
      return {
        body: {
          items: [
            {
              id: '9',
              revision: 1,
              name: 'New York',
              query: 'state=NY',
              shared: [],
              owner: { name: 'kim', label: 'Kim Lee' },
              mine: false,
            },
          ],
          components: [],
        },
      };
    }
    if (request.path === '/lists') return { body: { items: [], components: [] } };
    return undefined;
  });
  renderPages([{ path: '/stakeholders/find', element: <FindPage /> }], at);
  return sent;
}

describe('before one reaches out', () => {
  it('says which component has the relationship, and whom to ask', async () => {
    open('/stakeholders/find?q=okafor');
    const row = within(await screen.findByRole('row', { name: /^Maria Okafor/ }));
    expect(row.getByRole('link', { name: 'Maria Okafor' })).toHaveAttribute(
      'href',
      '/stakeholders/people/1',
    );
    expect(row.getByText('Kim Lee')).toBeVisible();
    expect(row.getByText('also Lou Diaz (CBP)')).toBeVisible();
  });

  it('narrows by what is counted, and the address keeps it', async () => {
    const sent = open('/stakeholders/find');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('checkbox', { name: /^TX/ }));
    expect(await screen.findByRole('button', { name: /^State: TX/ })).toBeVisible();
    expect(sent.some((each) => each.path.includes('state=TX'))).toBe(true);
  });

  it('runs a search that was kept; where nobody is there, that is a gap', async () => {
    open('/stakeholders/find');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'New York' }));
    expect(await screen.findByText('Nobody found')).toBeVisible();
    expect(screen.getByRole('link', { name: 'gap' })).toHaveAttribute('href', '/stakeholders/gaps');
  });
});
