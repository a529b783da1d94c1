// A picture whose marks can be walked by arrow keys, or pointed at: what a mark says stands in words below it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface WalkProps {
  readonly label: string;
  /** What each mark says. A mark is what carries its number in `data-mark`. */
  readonly marks: readonly string[];
  /** A mark that was clicked, or on which Enter was pressed. */
  readonly onPick?: (mark: number) => void;
  /** The drawing, told which mark is walked on; −1 for none. */
  readonly children: (at: number) => ComponentChildren;
}

export function Walk({ label, marks, onPick, children }: WalkProps) {
  const [at, setAt] = useState(-1);
  const here = at < marks.length ? at : -1;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (onPick && here >= 0 && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      onPick(here);
      return;
    }
    const next = walked(event.key, here, marks.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
  }

  return (
    <div
      class={`walk${onPick ? ' pickable' : ''}`}
      role="group"
      tabIndex={0}
      aria-label={`${label} Arrow keys walk its ${marks.length} marks${onPick ? ', Enter picks one' : ''}.`}
      onKeyDown={onKeyDown}
      onBlur={() => setAt(-1)}
      onPointerOver={(event) => {
        const mark = markOf(event);
        if (mark >= 0) setAt(mark);
      }}
      onClick={(event) => {
        const mark = markOf(event);
        if (mark >= 0) onPick?.(mark);
      }}
    >
      {children(here)}
      <p class="walked" aria-live="polite">
        {here >= 0 ? marks[here] : ''}
      </p>
    </div>
  );
}

function markOf(event: Event): number {
  const mark = (event.target as Element).closest('[data-mark]')?.getAttribute('data-mark');
  return mark ? Number(mark) : -1;
}

/** Where a key leads from mark `at` of `all`; null where it leads nowhere. */
export function walked(key: string, at: number, all: number): number | null {
  if (all === 0) return null;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(all - 1, at + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return all - 1;
    case 'Escape':
      return at < 0 ? null : -1;
    default:
      return null;
  }
}
