import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Icon } from './Icon';

/** A modal dialog. The browser's own element keeps the focus inside and gives it back afterwards. */
export function Dialog(props: {
  title: string;
  onClose: () => void;
  big?: boolean;
  children: ReactNode;
}) {
  const { onClose } = props;
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) {
        before.focus();
      }
    };
  }, []);

  return (
    <dialog
      ref={element}
      className={props.big ? 'dialog big' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={id}>{props.title}</h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="body">{props.children}</div>
    </dialog>
  );
}
