import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';
import { AddressHints } from './AddressHints';

afterEach(() => vi.unstubAllGlobals());

it('suggests field by field and changes nothing before it is accepted', async () => {
  const sent = serve(() => ({
    body: {
      suggestions: [
        { field: 'street', value: '118 COTTONWOOD LN', reason: 'As the post writes it' },
        { field: 'state', value: 'ND', reason: 'ZIP code 58102 is in Fargo, ND' },
      ],
      county: 'Cass',
      femaRegion: 8,
      notes: [],
      source: 'The data',
    },
  }));
  const onAccept = vi.fn();
  const address = { street: '118 Cottonwood Lane', state: 'SD', zip: '58102' };
  renderPages(
    [{ path: '/', element: <AddressHints address={address} onAccept={onAccept} /> }],
    '/',
  );
  await screen.findByText(/County: Cass · FEMA region 8 · Source: The data/);
  expect(sent[0]?.body).toEqual(address);
  expect(onAccept).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: /Use “ND” as state/ }));
  expect(onAccept.mock.calls).toEqual([['state', 'ND']]);
});
