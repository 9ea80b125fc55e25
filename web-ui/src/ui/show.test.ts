import { expect, it } from 'vitest';
import { showLikelihood } from './show';

it('never rounds a likelihood up to certainty', () => {
  expect([0.126, 0.997, 1].map(showLikelihood)).toEqual(['13 %', '99 %', '99 %']);
});
