import { describe, expect, it } from 'vitest';
import { readablePath } from './readablePath';

describe('readablePath', () => {
  it('says where a letter lies as people know it', () => {
    expect(
      readablePath('Case folders/2026/Brandt, Andre C [4b5d2b]/2026-000001/documents/001.pdf'),
    ).toEqual(['Case folders', 'Brandt, Andre C', '2026-000001']);
  });

  it('leaves the library as it is', () => {
    expect(readablePath('Library/2026/Plan.pdf')).toEqual(['Library', '2026']);
  });
});
