import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { useKeptFocus } from './useKeptFocus';

function Worklist() {
  const [items, setItems] = useState(['one', 'two', 'three']);
  return (
    <main id="main" tabIndex={-1}>
      {items.length > 0 && (
        <Rows items={items} onDone={(done) => setItems(items.filter((one) => one !== done))} />
      )}
    </main>
  );
}

function Rows(props: { items: string[]; onDone: (item: string) => void }) {
  const kept = useKeptFocus<HTMLUListElement>();
  return (
    <ul {...kept}>
      {props.items.map((item) => (
        <li key={item}>
          <a href="#top">About {item}</a>
          <button type="button" onClick={() => props.onDone(item)}>
            {item}
          </button>
        </li>
      ))}
    </ul>
  );
}

describe('a list whose rows go when they are dealt with', () => {
  it('gives the focus to the next row, then to the one before, and last to the page', async () => {
    const keys = userEvent.setup();
    render(<Worklist />);
    await keys.click(screen.getByRole('button', { name: 'two' }));
    expect(screen.getByRole('button', { name: 'three' })).toHaveFocus();
    await keys.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'one' })).toHaveFocus();
    await keys.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  });
});
