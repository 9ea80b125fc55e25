import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { ModelProperty, PropertyValue } from '../api/types';
import { renderPages } from '../testing/around';
import { property } from '../testing/model';
import { serve } from '../testing/server';
import { PropertyFields } from './PropertyFields';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Form(props: { properties: ModelProperty[]; first: Record<string, PropertyValue | null> }) {
  const [values, setValues] = useState(props.first);
  return (
    <PropertyFields
      properties={props.properties}
      value={(each) => values[each.name]}
      error={() => undefined}
      onChange={(name, value) => setValues((old) => ({ ...old, [name]: value }))}
    />
  );
}

function hinted() {
  return serve(() => ({
    body: {
      suggestions: [
        { field: 'street', value: '118 COTTONWOOD LN', reason: 'As the post writes it' },
        { field: 'state', value: 'ND', reason: 'ZIP code 58102 is in Fargo, ND' },
      ],
      notes: [],
      source: 'The data',
    },
  }));
}

function show(properties: ModelProperty[], first: Record<string, PropertyValue | null>) {
  renderPages([{ path: '/', element: <Form properties={properties} first={first} /> }], '/');
}

it.each([
  ['cor:street', 'cor:city', 'cor:state', 'cor:zip'],
  ['stk:street', 'stk:city', 'stk:state', 'stk:zip'],
  ['stk:workStreet', 'stk:city', 'stk:state', 'stk:zip'],
])('looks at an address of %s, and takes over only what is accepted', async (...names) => {
  const sent = hinted();
  const [street, city, state, zip] = names;
  show(
    names.map((name) => property(name)),
    { [street]: '118 Cottonwood Lane', [city]: 'Fargo', [state]: 'SD', [zip]: '58102' },
  );
  // It is looked at when nobody has typed for a while: on a busy machine that takes its time.
  const use = await screen.findByRole(
    'button',
    { name: /Use “118 COTTONWOOD LN” as street/ },
    { timeout: 10_000 },
  );
  expect(sent[0]?.body).toEqual({
    street: '118 Cottonwood Lane',
    city: 'Fargo',
    state: 'SD',
    zip: '58102',
  });
  expect(screen.getByDisplayValue('118 Cottonwood Lane')).toBeInTheDocument();
  await userEvent.click(use);
  expect(screen.getByDisplayValue('118 COTTONWOOD LN')).toBeInTheDocument();
  expect(screen.getByDisplayValue('SD')).toBeInTheDocument();
});

it('asks about no address where there is none to type', async () => {
  vi.useFakeTimers();
  const sent = hinted();
  show([property('cor:street'), property('cor:city')], { 'cor:city': 'Fargo' });
  show([property('cor:city'), property('cor:zip', { readOnly: true })], {
    'cor:city': 'Fargo',
    'cor:zip': '58102',
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([]);
});
