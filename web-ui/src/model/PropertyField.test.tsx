import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { ModelProperty, PropertyValue } from '../api/types';
import { property } from '../testing/model';
import { PropertyField } from './PropertyField';

function Field(props: {
  property: ModelProperty;
  start?: PropertyValue;
  suggested?: string;
  error?: string;
}) {
  const [value, setValue] = useState<PropertyValue | null | undefined>(props.start);
  return (
    <>
      <PropertyField
        property={props.property}
        value={value}
        onChange={setValue}
        suggested={props.suggested}
        error={props.error}
      />
      <output>{JSON.stringify(value)}</output>
    </>
  );
}

const value = () => screen.getByRole('status').textContent;

describe('PropertyField', () => {
  it('offers the choices of the model by their labels', async () => {
    const source = property('cor:source', {
      title: 'Source',
      mandatory: true,
      choices: [
        { value: 'congress', label: 'Congress' },
        { value: 'public', label: 'Public' },
      ],
    });
    render(<Field property={source} />);
    const select = screen.getByLabelText(/Source/);
    expect(select).toHaveAttribute('aria-required', 'true');
    await userEvent.selectOptions(select, 'Public');
    expect(value()).toBe('"public"');
  });

  it('ticks several where the property holds several', async () => {
    const component = property('cor:component', {
      multiple: true,
      choices: [
        { value: 'CBP', label: 'Customs' },
        { value: 'FEMA', label: 'Emergency' },
      ],
    });
    render(<Field property={component} start={['CBP']} />);
    await userEvent.click(screen.getByLabelText('Emergency'));
    await userEvent.click(screen.getByLabelText('Customs'));
    expect(value()).toBe('["FEMA"]');
  });

  it('keeps a date, a number and a yes as what they are', async () => {
    render(<Field property={property('a:n', { type: 'd:int', title: 'Pages' })} />);
    await userEvent.type(screen.getByLabelText('Pages'), '12');
    expect(value()).toBe('12');
  });

  it('shows where a suggested value was found, and what is wrong, to everybody', () => {
    render(
      <Field
        property={property('a:s', { title: 'Sender', description: 'Who wrote' })}
        start="Ann"
        suggested="Found under the signature"
        error="Too short"
      />,
    );
    const input = screen.getByLabelText('Sender');
    expect(input).toHaveAccessibleDescription('Who wrote Found under the signature Too short');
    expect(input).toBeInvalid();
  });

  it('keeps a value that is no longer in the list', () => {
    const old = property('a:o', { title: 'Kind', choices: [{ value: 'new', label: 'New' }] });
    render(<Field property={old} start="old" />);
    expect(screen.getByLabelText('Kind')).toHaveDisplayValue('old (no longer in the list)');
  });
});
