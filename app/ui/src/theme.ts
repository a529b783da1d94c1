// Light or dark: as the system has it, or as was chosen here.
import { signal } from '@preact/signals';
import { habit, keepHabit } from './habits';

export type Theme = 'auto' | 'light' | 'dark';

const NEXT: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };

export const theme = signal<Theme>('auto');

export function nextTheme(): void {
  turn(NEXT[theme.peek()]);
  keepHabit('theme', theme.peek());
}

/** What was chosen before the page was loaded. */
export function usualTheme(): void {
  const kept = habit('theme');
  if (kept === 'light' || kept === 'dark') turn(kept);
}

function turn(to: Theme): void {
  theme.value = to;
  if (to === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = to;
}
