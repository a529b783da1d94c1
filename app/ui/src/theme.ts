// Light or dark: as the system has it, or as was chosen here, for as long as the page is open. Only drafts are
// stored in the browser.
import { signal } from '@preact/signals';

export type Theme = 'auto' | 'light' | 'dark';

export const theme = signal<Theme>('auto');

const NEXT: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };

export function nextTheme(): void {
  theme.value = NEXT[theme.peek()];
  if (theme.peek() === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme.peek();
}
