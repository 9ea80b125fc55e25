import { expect, it } from 'vitest';
import { newestFirst } from './newestFirst';

it('orders a whole second before its parts', () => {
  const second = { createdAt: '2026-11-20T10:00:03Z' };
  const first = { createdAt: '2026-11-20T10:00:02.900Z' };
  const third = { createdAt: '2026-11-20T10:00:03.120Z' };
  expect([second, third, first].sort(newestFirst)).toEqual([third, second, first]);
});
