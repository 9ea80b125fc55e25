import { useEffect, useRef, useState } from 'react';
import type { IntakeItem } from '../api/types';
import { Icon } from '../ui/Icon';
import { useShortcuts } from '../ui/shortcuts';
import { PastedTextDialog } from './PastedTextDialog';
import { PhoneCallDialog } from './PhoneCallDialog';

type Kind = 'phone' | 'paste';

/** What can be put on the desk without a file. */
export function NewMenu({ onTaken }: { onTaken: (item: IntakeItem) => void }) {
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState<Kind>();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) {
      return;
    }
    box.current?.querySelector<HTMLElement>('.menu-panel button')?.focus();
    const away = (event: Event) => {
      if (event.target instanceof globalThis.Node && !box.current?.contains(event.target)) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, [open]);

  const choose = (kind: Kind) => {
    setOpen(false);
    // The dialog gives the focus back to what had it before.
    button.current?.focus();
    setForm(kind);
  };
  useShortcuts({ p: () => choose('phone'), t: () => choose('paste') }, form === undefined);

  const close = () => setForm(undefined);
  const taken = (item: IntakeItem) => {
    close();
    onTaken(item);
  };
  const step = (by: number) => {
    const entries = [...(box.current?.querySelectorAll<HTMLElement>('.menu-panel button') ?? [])];
    const at = entries.findIndex((entry) => entry === document.activeElement);
    entries[(at + by + entries.length) % entries.length]?.focus();
  };

  return (
    <>
      <div
        className="menu new-menu"
        ref={box}
        role="presentation"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && open) {
            setOpen(false);
            button.current?.focus();
          } else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
            event.preventDefault();
            event.stopPropagation();
            step(event.key === 'ArrowDown' ? 1 : -1);
          }
        }}
      >
        <button
          type="button"
          ref={button}
          className="usa-button usa-button--outline"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="plus" />
          New
        </button>
        {open && (
          <div className="menu-panel">
            <button type="button" onClick={() => choose('phone')}>
              Phone call <kbd>P</kbd>
            </button>
            <button type="button" onClick={() => choose('paste')}>
              Pasted text <kbd>T</kbd>
            </button>
          </div>
        )}
      </div>
      {form === 'phone' && <PhoneCallDialog onClose={close} onTaken={taken} />}
      {form === 'paste' && <PastedTextDialog onClose={close} onTaken={taken} />}
    </>
  );
}
