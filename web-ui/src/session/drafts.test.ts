import { describe, expect, it } from 'vitest';
import { Drafts } from './drafts';

describe('Drafts', () => {
  it('gives back what was typed', () => {
    new Drafts(sessionStorage, 'ann').keep('form', { subject: 'half a sen' });
    expect(new Drafts(sessionStorage, 'ann').read('form')).toEqual({ subject: 'half a sen' });
  });

  it('does not show one person what another has typed, and forgets it', () => {
    new Drafts(sessionStorage, 'ann').keep('form', 'private');
    const bob = new Drafts(sessionStorage, 'bob');
    expect(bob.read('form')).toBeUndefined();
    bob.dropOthers();
    expect(sessionStorage.length).toBe(0);
  });

  it('drops what cannot be read', () => {
    const drafts = new Drafts(sessionStorage, 'ann');
    drafts.keep('form', 1);
    sessionStorage.setItem(sessionStorage.key(0) ?? '', '{half');
    expect(drafts.read('form')).toBeUndefined();
    expect(sessionStorage.length).toBe(0);
  });

  it('does not stop the typing when the storage is full', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: () => undefined,
      key: () => null,
      length: 0,
    };
    expect(() => new Drafts(full, 'ann').keep('form', 'x')).not.toThrow();
  });
});
