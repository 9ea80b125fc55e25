import { describe, expect, it } from 'vitest';
import { ITEM } from '../testing/item';
import { addsCorrespondent, filingRequest, foundIn, optionsOf, startForm } from './filing';

describe('startForm', () => {
  it('fills in what the letter itself says', () => {
    const form = startForm(ITEM);
    expect(form.holderName).toBe('Castellanos, Ines');
    expect(form.caseFile['cor:subject']).toBe('Travel grant');
    expect(form.letter['cor:senderAddress']).toBe('118 Cottonwood Lane, Fargo, ND 58102');
  });

  it('says where a value was found, until it is changed', () => {
    const form = startForm(ITEM);
    expect(foundIn(ITEM, form, 'letter', 'cor:letterDate', '2026-11-10')).toBe('First lines');
    expect(foundIn(ITEM, form, 'letter', 'cor:letterDate', '2026-11-11')).toBeUndefined();
  });
});

describe('optionsOf', () => {
  it('lists the matches, then a folder of its own', () => {
    expect(optionsOf(ITEM, []).map((option) => option.key)).toEqual([
      'caseFile:f1',
      'person:p1',
      'new',
    ]);
  });
});

describe('a known person', () => {
  const holderOf = (title: string) =>
    optionsOf(
      {
        ...ITEM,
        suggestions: {
          sender: ITEM.suggestions.sender,
          matches: [{ kind: 'person', id: 'p', title, reason: '', score: 1 }],
        },
      },
      [],
    )[0]?.holder?.holderName;

  it('names the new folder last name first', () => {
    expect(holderOf('Ines Castellanos')).toBe('Castellanos, Ines');
    expect(holderOf('Karin Maria Lindqvist')).toBe('Lindqvist, Karin Maria');
    expect(holderOf('Lindqvist, Karin')).toBe('Lindqvist, Karin');
  });
});

describe('filingRequest', () => {
  const form = {
    ...startForm(ITEM),
    caseFile: { 'cor:subject': 'Travel grant', 'cor:source': 'public', 'agency:region': '8' },
  };

  it('adds to an open file without touching its people', () => {
    const target = { kind: 'caseFile', id: 'f1', title: '' } as const;
    expect(addsCorrespondent(form, target)).toBe(false);
    const request = filingRequest(form, target);
    expect(request.caseFile).toBe('f1');
    expect(request.newCaseFile).toBeUndefined();
    expect(request.correspondent).toBeUndefined();
    expect(request.letter).toMatchObject({ letterDate: '2026-11-10' });
  });

  it('starts a folder and a file, with an agency’s own properties beside the known ones', () => {
    const request = filingRequest(form, { kind: 'new' });
    expect(request.newCaseFolder).toEqual({
      holderKind: 'individual',
      holderName: 'Castellanos, Ines',
    });
    expect(request.newCaseFile).toEqual({
      subject: 'Travel grant',
      source: 'public',
      properties: { 'agency:region': '8' },
    });
    expect(request.correspondent).toMatchObject({ lastName: 'Castellanos', zip: '58102' });
  });
});
