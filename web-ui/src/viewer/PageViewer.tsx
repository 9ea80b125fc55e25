import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Icon } from '../ui/Icon';
import { useShortcuts } from '../ui/shortcuts';
import { Skeleton } from '../ui/Waiting';
import { PageSheet, PageThumb, type PageSize } from './PageSheet';
import { openPdf, type PDFDocumentProxy } from './pdf';

interface Props {
  src: string;
  /** What the pages are of, for those who do not see them. */
  label: string;
  /** The page to open at. */
  page?: number;
  /** Words to mark on the pages. */
  words?: readonly string[];
  /** Begins without the small pages at the side. */
  compact?: boolean;
  onFailed: () => void;
}

const NO_WORDS: readonly string[] = [];
const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
const POINTS_TO_PIXELS = 96 / 72;
const MARGIN = 32;

/** Shows the pages of one PDF (another takes another key), each drawn only when near, with its text to select. */
export default function PageViewer({
  src,
  label,
  page = 1,
  words = NO_WORDS,
  compact = false,
  onFailed,
}: Props) {
  const [document_, setDocument] = useState<PDFDocumentProxy>();
  const [size, setSize] = useState<PageSize>();
  const [zoom, setZoom] = useState<number | 'width'>('width');
  const [width, setWidth] = useState(0);
  const [current, setCurrent] = useState(page);
  const [thumbs, setThumbs] = useState(!compact);
  const scroller = useRef<HTMLDivElement>(null);
  const failed = useRef(onFailed);

  useEffect(() => {
    failed.current = onFailed;
  }, [onFailed]);

  useEffect(() => {
    const task = openPdf(src);
    let gone = false;
    task.promise
      .then(async (pdf) => {
        const first = (await pdf.getPage(1)).getViewport({ scale: 1 });
        if (!gone) {
          setSize({ width: first.width, height: first.height });
          setDocument(pdf);
        }
      })
      .catch((error: unknown) => {
        if (!gone) {
          console.warn('The pages could not be opened', error);
          failed.current();
        }
      });
    return () => {
      gone = true;
      void task.destroy();
    };
  }, [src]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) {
      return;
    }
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const goTo = useCallback((n: number, smooth = false) => {
    const sheet = scroller.current?.querySelector<HTMLElement>(`[data-page="${n}"]`);
    if (sheet && scroller.current) {
      scroller.current.scrollTo({
        top: sheet.offsetTop - 12,
        behavior: smooth ? 'smooth' : 'auto',
      });
      setCurrent(n);
    }
  }, []);

  useEffect(() => {
    if (document_) {
      goTo(Math.min(page, document_.numPages));
    }
  }, [document_, page, goTo]);

  const scale =
    zoom === 'width' && size
      ? Math.max(0.2, Math.min((width - MARGIN) / size.width, 2))
      : (zoom === 'width' ? 1 : zoom) * POINTS_TO_PIXELS;
  const percent = Math.round((scale / POINTS_TO_PIXELS) * 100);
  const pages = document_?.numPages ?? 0;

  const zoomBy = (step: 1 | -1) => {
    const now = scale / POINTS_TO_PIXELS;
    const next =
      step > 0
        ? ZOOMS.find((z) => z > now + 0.01)
        : [...ZOOMS].reverse().find((z) => z < now - 0.01);
    if (next) {
      setZoom(next);
    }
  };

  // Keeps the page in view when its size changes.
  const shown = useRef(current);
  useEffect(() => {
    shown.current = current;
  }, [current]);
  useEffect(() => {
    if (scale) {
      goTo(shown.current);
    }
  }, [scale, goTo]);

  useShortcuts({
    '[': () => goTo(Math.max(1, current - 1)),
    ']': () => goTo(Math.min(pages, current + 1)),
    '+': () => zoomBy(1),
    '-': () => zoomBy(-1),
  });

  const onScroll = () => {
    const element = scroller.current;
    if (!element) {
      return;
    }
    const middle = element.scrollTop + element.clientHeight / 3;
    const sheets = [...element.querySelectorAll<HTMLElement>('[data-page]')];
    const at = sheets.findLastIndex((sheet) => sheet.offsetTop <= middle);
    setCurrent(Math.max(1, at + 1));
  };

  const numbers = useMemo(() => Array.from({ length: pages }, (_, i) => i + 1), [pages]);

  return (
    <section className="viewer" aria-label={label}>
      <div className="viewer-bar" role="toolbar" aria-label="Pages">
        {pages > 1 && (
          <button
            type="button"
            className="icon-button"
            aria-label="Small pages at the side"
            title="Small pages at the side"
            aria-pressed={thumbs}
            onClick={() => setThumbs(!thumbs)}
          >
            <Icon name="pages" />
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label="Page before"
          title="Page before  ["
          disabled={current <= 1}
          onClick={() => goTo(current - 1)}
        >
          <Icon name="left" />
        </button>
        <label className="page-number">
          <span className="visually-hidden">Page</span>
          <input
            type="number"
            min={1}
            max={pages || 1}
            value={current}
            onChange={(event) => {
              const n = Number(event.target.value);
              if (n >= 1 && n <= pages) {
                goTo(n);
              }
            }}
          />
          of {pages || '…'}
        </label>
        <button
          type="button"
          className="icon-button"
          aria-label="Next page"
          title="Next page  ]"
          disabled={current >= pages}
          onClick={() => goTo(current + 1)}
        >
          <Icon name="right" />
        </button>
        <span className="spring" />
        <button
          type="button"
          className="icon-button"
          aria-label="Smaller"
          title="Smaller  −"
          onClick={() => zoomBy(-1)}
        >
          <Icon name="minus" />
        </button>
        <output className="zoom">{percent} %</output>
        <button
          type="button"
          className="icon-button"
          aria-label="Larger"
          title="Larger  +"
          onClick={() => zoomBy(1)}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="Fit the width"
          title="Fit the width"
          aria-pressed={zoom === 'width'}
          onClick={() => setZoom('width')}
        >
          <Icon name="wide" />
        </button>
      </div>
      <div className="viewer-body">
        {thumbs && pages > 1 && document_ && (
          <ol className="thumbs nolist" aria-label="Pages">
            {numbers.map((n) => (
              <li key={n}>
                <PageThumb
                  pdf={document_}
                  number={n}
                  current={n === current}
                  onChoose={() => goTo(n, true)}
                />
              </li>
            ))}
          </ol>
        )}
        {/* Scrolled with the arrow keys, so it must be reachable. */}
        <div
          className="sheets"
          ref={scroller}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="region"
          aria-label="Page images"
          onScroll={onScroll}
        >
          {document_ && size && width > 0 ? (
            numbers.map((n) => (
              <PageSheet
                key={n}
                pdf={document_}
                number={n}
                expected={size}
                scale={scale}
                words={words}
              />
            ))
          ) : (
            <Skeleton lines={9} />
          )}
        </div>
      </div>
    </section>
  );
}
