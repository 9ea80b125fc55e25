import { describe, expect, it } from 'vitest';
import type { Transfer } from './contract';
import { way } from './stations';

const at = (station: Transfer['station'], receipt?: { accession: string; on: string }) =>
  way({ station, receipt }).map((stop) => `${stop.label}: ${stop.at}${stop.wrong ? ' wrong' : ''}`);

describe('a transfer’s way', () => {
  it('has behind it what was done, and ahead what is still to do', () => {
    expect(at('sent')).toEqual([
      'Approved: behind',
      'Packaging: behind',
      'Packaged: behind',
      'Sent: here',
      'Receipt entered: ahead',
      'Custody accepted: ahead',
      'Destroyed here: ahead',
    ]);
  });

  it('is stuck at packaging when the package was refused', () => {
    expect(at('refused')[1]).toBe('Refused: here wrong');
  });

  it('ends where it was rejected', () => {
    expect(at('rejected')[3]).toBe('Rejected: here wrong');
    expect(at('rejected', { accession: 'NN3-1', on: '2026-11-23' })[4]).toBe(
      'Rejected: here wrong',
    );
  });
});
