import { useEffect, useRef } from 'react';

const KEY = 'chancery.single-keys';

/** Single letters as shortcuts can be turned off (WCAG 2.1.4); those with Ctrl stay. */
export const singleKeys = {
  on: () => localStorage.getItem(KEY) !== 'off',
  set: (on: boolean) => localStorage.setItem(KEY, on ? 'on' : 'off'),
};

/** "ctrl+enter", "?", "g"; Ctrl and Cmd are one. */
export function keyName(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key.toLowerCase();
  const ctrl = event.ctrlKey || event.metaKey ? 'ctrl+' : '';
  const alt = event.altKey ? 'alt+' : '';
  return ctrl + alt + key;
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  if (target instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
  }
  return target.matches('textarea, select, [contenteditable]');
}

type Handler = (event: KeyboardEvent) => void;

/**
 * Listens on the whole page while the component is shown. Keys without Ctrl rest while one types or a dialog is open.
 *
 * @param last whether a page's own use of a key goes before this one
 */
export function useShortcuts(
  handlers: Record<string, Handler | undefined>,
  enabled = true,
  last = false,
): void {
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  });
  useEffect(() => {
    if (!enabled) {
      return;
    }
    const listen = (event: KeyboardEvent) => {
      const name = keyName(event);
      const handler = current.current[name];
      if (!handler || event.defaultPrevented || document.querySelector('dialog[open]')) {
        return;
      }
      const single = !name.includes('+');
      if (single && (isTyping(event.target) || !singleKeys.on())) {
        return;
      }
      event.preventDefault();
      handler(event);
    };
    // What happens comes to the document before it comes to the window.
    const where = last ? window : document;
    where.addEventListener('keydown', listen as EventListener);
    return () => where.removeEventListener('keydown', listen as EventListener);
  }, [enabled, last]);
}
