import { describe, expect, it } from 'vitest';
import { readSnippet } from './snippet';

describe('readSnippet', () => {
  it('marks the words and reads the escapes', () => {
    expect(readSnippet('a &amp; <mark>b&#39;s</mark> c')).toEqual([
      { text: 'a & ', hit: false },
      { text: "b's", hit: true },
      { text: ' c', hit: false },
    ]);
  });

  it('leaves every other tag as text', () => {
    const text = readSnippet('<img src=x onerror=alert(1)><mark onclick=x>y</mark>')
      .map((piece) => piece.text)
      .join('');
    expect(text).toBe('<img src=x onerror=alert(1)><mark onclick=x>y');
  });

  it('does not read an escaped mark as one', () => {
    expect(readSnippet('&lt;mark&gt;x')).toEqual([{ text: '<mark>x', hit: false }]);
  });

  it('leaves what is no escape as it is', () => {
    expect(readSnippet('AT&T &unknown; &#0;')).toEqual([
      { text: 'AT&T &unknown; &#0;', hit: false },
    ]);
  });
});
