// The pages, in the order of the rail. To add one: a module in pages/ that exports `Page`, and a line here.
import type { ComponentType } from 'preact';

export interface PageEntry {
  /** What stands behind `/s/<id>/`. */
  readonly id: string;
  readonly name: string;
  /** Whether it can be shown although the file is no scenario as it stands. */
  readonly anyText?: boolean;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
}

export const LIBRARY_PAGE: PageEntry = { id: '', name: 'Library', load: () => import('./pages/library') };

export const NEW_PAGE: PageEntry = { id: 'new', name: 'New', load: () => import('./pages/new') };

export const PAGES: readonly PageEntry[] = [
  { id: '', name: 'Board', load: () => import('./pages/board') },
  { id: 'situation', name: 'Situation', load: () => import('./pages/situation') },
  { id: 'paths', name: 'Pathways', load: () => import('./pages/paths') },
  { id: 'policies', name: 'Policies', load: () => import('./pages/policies') },
  { id: 'claims', name: 'Claims', load: () => import('./pages/claims') },
  { id: 'matters', name: 'What matters', load: () => import('./pages/matters') },
  { id: 'edit', name: 'Judgements', anyText: true, load: () => import('./pages/edit') },
  { id: 'report', name: 'Report', load: () => import('./pages/report') },
];
