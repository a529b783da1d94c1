// A link to another view: a real one, that opens in a tab of its own where that is asked for.
import type { ComponentChildren } from 'preact';
import { go, view } from '../state';
import { viewUrl, type View } from '../view';

export interface LinkProps {
  readonly to: Partial<View>;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly current?: boolean;
  readonly onFollow?: () => void;
}

export function Link({ to, children, current, onFollow, class: className }: LinkProps) {
  const next: View = { ...view.value, ...to };
  return (
    <a
      href={viewUrl(next)}
      class={className}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onFollow?.();
        go(next);
      }}
    >
      {children}
    </a>
  );
}
