import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MarkedText } from './FlaggedWords';
import type { ScreenedFlag } from './types';
import { confirmationsOf, flagKinds } from './useScreening';

const FLAGS: ScreenedFlag[] = [
  { flag: 'health', label: 'Health', from: 4, to: 12, words: 'diabetes' },
  { flag: 'religion', label: 'Religion', from: 20, to: 27, words: 'baptist' },
  { flag: 'health', label: 'Health', from: 30, to: 36, words: 'asthma' },
];

describe('what is flagged in a note', () => {
  it('asks once for each kind, naming all its words', () => {
    expect(flagKinds(FLAGS).map(({ flag, words }) => [flag, words])).toEqual([
      ['health', ['diabetes', 'asthma']],
      ['religion', ['baptist']],
    ]);
  });

  it('confirms nothing while a reason is missing', () => {
    expect(confirmationsOf(FLAGS, { health: 'They asked us to note it', religion: ' ' })).toBe(
      undefined,
    );
    expect(confirmationsOf(FLAGS, { health: 'Asked', religion: 'Said so', old: 'x' })).toEqual([
      { flag: 'health', reason: 'Asked' },
      { flag: 'religion', reason: 'Said so' },
    ]);
    expect(confirmationsOf([], {})).toEqual([]);
  });

  it('marks the words where they stand, and loses none of the text', () => {
    const text = 'Has diabetes; is a   baptist   asthma.';
    const flags = [
      { flag: 'health', label: 'Health', from: 4, to: 12, words: 'diabetes' },
      { flag: 'other', label: 'Other', from: 6, to: 14, words: 'abetes; ' },
    ];
    const { container } = render(<MarkedText text={text} flags={flags} />);
    expect(container).toHaveTextContent(text, { normalizeWhitespace: false });
    expect(screen.getByText('diabetes').tagName).toBe('MARK');
    expect(container.querySelectorAll('mark')).toHaveLength(1);
  });
});
