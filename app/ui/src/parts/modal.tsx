// What lies over the page until it is closed: the browser keeps the focus in it, Esc closes it, and the focus
// goes back to where it came from.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface ModalProps {
  readonly title: string;
  /** `drawer` stands at the right, over the whole height. */
  readonly kind: 'drawer' | 'dialog';
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Modal({ title, kind, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const from = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('h2')?.focus();
    return () => {
      element?.close();
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class={kind}
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault();
        close.current();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          close.current();
          return;
        }
        keepInside(event, dialog.current);
      }}
      onClick={(event) => {
        if (event.target === dialog.current) close.current();
      }}
    >
      <div class="inside">
        <header>
          <h2 id="modal-title" tabIndex={-1}>
            {title}
          </h2>
          <button type="button" onClick={() => close.current()}>
            Close
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

const STOPS = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

/** From the last stop the next is the first, and the other way about. */
function keepInside(event: KeyboardEvent, within: HTMLElement | null): void {
  if (event.key !== 'Tab' || !within) return;
  const stops = [...within.querySelectorAll<HTMLElement>(STOPS)];
  const first = stops[0];
  const last = stops.at(-1);
  const here = document.activeElement;
  if (event.shiftKey && (here === first || !stops.some((stop) => stop === here))) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && here === last) {
    event.preventDefault();
    first?.focus();
  }
}
