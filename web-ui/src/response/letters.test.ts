import { expect, it } from 'vitest';
import type { Node } from '../api/types';
import { fieldName, isInCaseFile, missingFields } from './letters';

function node(part: Partial<Node>): Node {
  return {
    id: '11111111-1111-1111-1111-111111111111',
    type: 'cor:document',
    typeLabel: 'Document',
    aspects: [],
    name: 'a.docx',
    title: 'a.docx',
    path: [],
    properties: {},
    contents: {},
    revision: 1,
    createdBy: 'a',
    createdAt: '2026-11-23T00:00:00Z',
    modifiedBy: 'a',
    modifiedAt: '2026-11-23T00:00:00Z',
    allowed: [],
    locked: false,
    ...part,
  };
}

it('says the names of fields as people do', () => {
  expect(fieldName('AddressBlock')).toBe('Address block');
  expect(fieldName('SignerTitle')).toBe('Signer title');
});

it('tells what the template left open only of the draft as it was written', () => {
  const properties = { 'cor:unfilledFields': ['LetterDate'] };
  expect(missingFields(node({ properties }))).toEqual(['LetterDate']);
  expect(missingFields(node({ properties, aspects: ['cor:revised'] }))).toEqual([]);
});

it('tells what is missing from the letter as it was printed, whatever its version', () => {
  const properties = { 'cor:printUnfilled': ['SignerTitle'] };
  expect(missingFields(node({ properties, aspects: ['cor:revised'] }))).toEqual(['SignerTitle']);
});

it('knows documents of case files from those of the library', () => {
  const step = (name: string) => ({ id: '11111111-1111-1111-1111-111111111111', name });
  const inFile = [step('Root'), step('Case folders'), step('2026')];
  expect(isInCaseFile(node({ path: inFile }))).toBe(true);
  expect(isInCaseFile(node({ path: [step('Root'), step('Library'), step('x')] }))).toBe(false);
});
