// The keys that work on every page, and the list of them.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { openSource } from './drawer';
import { Modal } from './parts/modal';
import { redo, undo } from './state';

const open = signal(false);

export function showShortcuts(): void {
  open.value = true;
}

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl or ⌘ + Z', 'take back the last change'],
  ['Ctrl or ⌘ + Shift + Z', 'do it again'],
  ['i', 'where the number under the focus comes from'],
  ['?', 'this list'],
  ['Esc', 'close what lies over the page'],
  ['← → ↑ ↓', 'on a slider: one step'],
  ['Page Up, Page Down', 'on a slider: ten steps'],
  ['Home, End', 'on a slider: to its ends'],
];

export function Shortcuts() {
  if (!open.value) return null;
  return (
    <Modal title="Keys" kind="dialog" onClose={() => (open.value = false)}>
      <dl class="keys">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

export function useShortcuts(): void {
  useEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function onKey(event: KeyboardEvent): void {
  // Text that is being written has an undo of its own, and letters in it are letters. The editor stands in a
  // shadow tree, from which events seem to come from its host.
  if (event.defaultPrevented || isText(event.composedPath()[0] ?? event.target) || document.querySelector('dialog[open]')) return;
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y')) {
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '?') {
    event.preventDefault();
    showShortcuts();
  } else if (event.key === 'i' && event.target instanceof Element) {
    const path = event.target.closest<HTMLElement>('[data-path]')?.dataset['path'];
    if (path) {
      event.preventDefault();
      openSource(path);
    }
  }
}

function isText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['range', 'checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLElement && (target instanceof HTMLTextAreaElement || target.isContentEditable || target.closest('[role="textbox"]') !== null);
}
