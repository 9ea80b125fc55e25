import { useLayoutEffect, useRef, type FocusEvent } from 'react';

const ROWS = 'tbody > tr, :scope > li';
const BUTTON = 'button:not([disabled])';
const STOPS = `a[href], ${BUTTON}, select, input`;

/**
 * Keeps the keyboard where it was in a list: when what has the focus goes with its row, the next row has it, else the row before, and
 * the page when no row is left. Without that the focus would begin at the top of the window again after each row that is dealt with.
 */
export function useKeptFocus<T extends HTMLElement>() {
  const list = useRef<T>(null);
  const last = useRef<{ element: Element; row: number }>(undefined);

  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>(ROWS) ?? [])];
  const isLost = () =>
    last.current !== undefined &&
    !last.current.element.isConnected &&
    (document.activeElement === null || document.activeElement === document.body);

  const toPage = () => {
    last.current = undefined;
    document.getElementById('main')?.focus({ preventScroll: true });
  };

  useLayoutEffect(() => {
    if (isLost()) {
      const all = rows();
      const next = all[Math.min(last.current?.row ?? 0, all.length - 1)];
      // Whoever pressed a button presses the next one's, most likely.
      const alike = last.current?.element instanceof HTMLButtonElement ? BUTTON : STOPS;
      const stop =
        next?.querySelector<HTMLElement>(alike) ?? next?.querySelector<HTMLElement>(STOPS);
      if (stop) {
        stop.focus();
      } else {
        toPage();
      }
    }
  });

  useLayoutEffect(
    () => () => {
      window.requestAnimationFrame(() => {
        if (isLost()) {
          toPage();
        }
      });
    },
    [],
  );

  return {
    ref: list,
    onFocus: (event: FocusEvent) => {
      last.current = {
        element: event.target,
        row: rows().findIndex((row) => row.contains(event.target)),
      };
    },
  };
}
