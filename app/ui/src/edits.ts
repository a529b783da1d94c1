// One list of edits over everything that can be set, to go back and forth in.
import { withSetting, type Setting } from './view';

export interface Change {
  readonly path: string;
  /** null: as the file has it. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What one gesture did, in words, with all it changed. */
export interface Edit {
  readonly words: string;
  readonly changes: readonly Change[];
}

export interface History {
  readonly edits: readonly Edit[];
  /** How many of them are in force; those after it were undone and can be done again. */
  readonly at: number;
}

export const NO_HISTORY: History = { edits: [], at: 0 };

/** What is kept: nobody goes back further. */
const LONGEST = 200;

/** With one more edit; what was undone before it is gone. An edit that changes nothing is none. */
export function done(history: History, edit: Edit): History {
  const changes = edit.changes.filter((change) => change.before !== change.after);
  if (changes.length === 0) return history;
  const edits = [...history.edits.slice(0, history.at), { ...edit, changes }].slice(-LONGEST);
  return { edits, at: edits.length };
}

export const canUndo = (history: History): boolean => history.at > 0;
export const canRedo = (history: History): boolean => history.at < history.edits.length;

export function undone(history: History, sets: readonly Setting[]): { history: History; sets: readonly Setting[] } {
  const edit = history.edits[history.at - 1];
  if (!edit) return { history, sets };
  const back = [...edit.changes].reverse().reduce((now, c) => withSetting(now, c.path, c.before), sets);
  return { history: { ...history, at: history.at - 1 }, sets: back };
}

export function redone(history: History, sets: readonly Setting[]): { history: History; sets: readonly Setting[] } {
  const edit = history.edits[history.at];
  if (!edit) return { history, sets };
  const on = edit.changes.reduce((now, c) => withSetting(now, c.path, c.after), sets);
  return { history: { ...history, at: history.at + 1 }, sets: on };
}

/** All settings taken back, as one edit. */
export function resetOf(sets: readonly Setting[]): Edit {
  return { words: 'Reset', changes: sets.map(({ path, value }) => ({ path, before: value, after: null })) };
}
