import { useEffect, useRef, useState } from 'react';
import { TextLayer, type PDFDocumentProxy } from './pdf';
import { markWords } from './words';

export interface PageSize {
  width: number;
  height: number;
}

/** More dots than the screen has do not help, and the canvas grows with the square. */
const MAX_RATIO = 2;

/** Whether the element is near what is seen of its scroller; with `stay`, whether it ever was. */
function useNear(margin: string, stay: boolean) {
  const element = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (!target) {
      return;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        const is = entries.some((entry) => entry.isIntersecting);
        setNear((was) => is || (stay && was));
      },
      { rootMargin: margin },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [margin, stay]);
  return { element, near };
}

/** One page: its picture, and above it its text, unseen, to select and to mark. */
export function PageSheet(props: {
  pdf: PDFDocumentProxy;
  number: number;
  expected: PageSize;
  scale: number;
  words: readonly string[];
}) {
  const { pdf, number, scale, words } = props;
  const { element, near } = useNear('900px 0px', false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(props.expected);
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    if (!near) {
      return;
    }
    let gone = false;
    let stop: () => void = () => undefined;
    const draw = async () => {
      const page = await pdf.getPage(number);
      const target = canvas.current;
      const text = layer.current;
      if (gone || !target || !text) {
        return;
      }
      const viewport = page.getViewport({ scale });
      const bare = page.getViewport({ scale: 1 });
      setSize({ width: bare.width, height: bare.height });
      const ratio = Math.min(window.devicePixelRatio || 1, MAX_RATIO);
      const off = document.createElement('canvas');
      off.width = Math.floor(viewport.width * ratio);
      off.height = Math.floor(viewport.height * ratio);
      const rendering = page.render({
        canvas: off,
        viewport,
        transform: ratio === 1 ? undefined : [ratio, 0, 0, ratio, 0, 0],
      });
      text.replaceChildren();
      const textLayer = new TextLayer({
        textContentSource: page.streamTextContent(),
        container: text,
        viewport,
      });
      stop = () => {
        rendering.cancel();
        textLayer.cancel();
      };
      await Promise.all([rendering.promise, textLayer.render()]);
      if (gone) {
        return;
      }
      // Drawn aside and put in at once, so that zooming does not flicker.
      target.width = off.width;
      target.height = off.height;
      target.getContext('2d')?.drawImage(off, 0, 0);
      markIn(textLayer.textDivs, words);
      setDrawn(true);
    };
    draw().catch((error: unknown) => {
      if (!gone) {
        console.warn(`Page ${number} could not be drawn`, error);
      }
    });
    return () => {
      gone = true;
      stop();
    };
  }, [near, number, pdf, scale, words]);

  return (
    <div
      ref={element}
      className={drawn ? 'sheet drawn' : 'sheet'}
      data-page={number}
      style={{
        width: size.width * scale,
        height: size.height * scale,
        ['--total-scale-factor' as string]: scale,
      }}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={layer} className="text-layer" />
    </div>
  );
}

/** Marks the words in the text above a page's picture. */
function markIn(divs: HTMLElement[], words: readonly string[]): void {
  if (words.length === 0) {
    return;
  }
  for (const div of divs) {
    const parts = markWords(div.textContent, words);
    if (!parts.some((part) => part.hit)) {
      continue;
    }
    div.replaceChildren(
      ...parts.map((part) => {
        if (!part.hit) {
          return document.createTextNode(part.text);
        }
        const mark = document.createElement('mark');
        mark.textContent = part.text;
        return mark;
      }),
    );
  }
}

const THUMB_WIDTH = 84;

export function PageThumb(props: {
  pdf: PDFDocumentProxy;
  number: number;
  current: boolean;
  onChoose: () => void;
}) {
  const { pdf, number } = props;
  const { element, near } = useNear('300px 0px', true);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    if (!near) {
      return;
    }
    let gone = false;
    let stop: () => void = () => undefined;
    const draw = async () => {
      const page = await pdf.getPage(number);
      const target = canvas.current;
      if (gone || !target) {
        return;
      }
      const bare = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: (THUMB_WIDTH / bare.width) * 1.5 });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      const rendering = page.render({ canvas: target, viewport });
      stop = () => rendering.cancel();
      await rendering.promise;
    };
    draw().catch((error: unknown) => {
      if (!gone) {
        console.warn(`The small page ${number} could not be drawn`, error);
      }
    });
    return () => {
      gone = true;
      stop();
    };
  }, [near, number, pdf]);

  return (
    <div ref={element}>
      <button
        type="button"
        className="thumb"
        aria-current={props.current ? 'page' : undefined}
        onClick={props.onChoose}
      >
        <canvas ref={canvas} aria-hidden="true" />
        <span>
          <span className="visually-hidden">Page </span>
          {number}
        </span>
      </button>
    </div>
  );
}
