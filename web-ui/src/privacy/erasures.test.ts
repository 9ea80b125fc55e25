import { describe, expect, it } from 'vitest';
import { choiceLabel, counted, usual, whyLabel, type Mention } from './erasures';

const mention = (node: string, preset?: Mention['preset']): Mention => ({
  node,
  kind: 'note',
  title: 'Note',
  alone: false,
  choices: ['words', 'keep'],
  preset,
});

describe('erasures', () => {
  it('presets what is usual and leaves documents to be decided', () => {
    expect(usual([mention('a', 'words'), mention('b')])).toEqual({ a: 'words' });
  });

  it('counts in words', () => {
    expect(counted({ what: 'notes', count: 1 })).toBe('1 note');
    expect(counted({ what: 'notes', count: 3 })).toBe('3 notes');
    expect(counted({ what: 'imported files', count: 1 })).toBe('1 imported file');
    expect(counted({ what: 'imported files', count: 2 })).toBe('2 imported files');
  });

  it('says that somebody else may be meant, but not of documents', () => {
    expect(choiceLabel('keep', 'note')).toContain('somebody else');
    expect(choiceLabel('keep', 'document')).toBe('Leave it');
  });

  it('says by what somebody was recognised', () => {
    expect(whyLabel(['email', 'name'])).toBe('e-mail address, name and ZIP code');
    expect(whyLabel([])).toContain('lifted');
  });
});
