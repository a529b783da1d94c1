// What all pages share. A page reads these signals; it changes them through the functions here alone.
import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { asApiError, getSheet, isAbort, type ApiError } from './api';
import type { Judgement, Sheet } from './contract';
import { forgetDraft, readDraft, writeDraft } from './drafts';
import { canRedo, canUndo, done, NO_HISTORY, redone, resetOf, undone, type Edit, type History } from './edits';
import { LIBRARY, parseView, viewUrl, withSetting, type Setting, type View } from './view';

/** What is looked at. */
export const view = signal<View>(LIBRARY);
/** The scenario that is looked at; null while it is being read, and on the Library. */
export const sheet = signal<Sheet | null>(null);
export const sheetError = signal<ApiError | null>(null);
export const history = signal<History>(NO_HISTORY);

/** What the strip says of the work. */
export interface Status {
  /** null: not known yet. */
  readonly solved: boolean | null;
  readonly residual: number | null;
  readonly worlds: { readonly done: number; readonly all: number; readonly failed: number } | null;
  /** What is being worked out, in words. */
  readonly busy: string | null;
  /** What a page that solves nothing says in their place. */
  readonly note?: string;
}

export const IDLE: Status = { solved: null, residual: null, worlds: null, busy: null };
export const status = signal<Status>(IDLE);

export function tell(news: Partial<Status>): void {
  status.value = { ...status.peek(), ...news };
}

/** Judgements by path. */
export const judgements = computed<ReadonlyMap<string, Judgement>>(
  () => new Map((sheet.value?.judgements ?? []).map((judgement) => [judgement.path, judgement])),
);

/** The outcome with the highest odds where nothing is set; null before they are known. */
export const likeliest = signal<string | null>(null);

/** The outcome that is looked at: the likeliest, unless the address names another. */
export const focus = computed<string | null>(() => {
  const outcomes = sheet.value?.outcomes ?? [];
  const named = view.value.outcome;
  return named !== null && outcomes.some((one) => one.id === named) ? named : likeliest.value;
});

/** What Undo and Redo walk in place of the settings, while a page has a list of its own. */
export interface OwnSteps {
  readonly words: readonly string[];
  /** How many of them are in force. */
  readonly at: number;
  undo(): void;
  redo(): void;
}

export const ownSteps = signal<OwnSteps | null>(null);

/** The list that Undo and Redo walk: in words, and how many are in force. */
export const steps = computed<{ readonly words: readonly string[]; readonly at: number }>(
  () => ownSteps.value ?? { words: history.value.edits.map((edit) => edit.words), at: history.value.at },
);
export const undoable = computed(() => (ownSteps.value ? ownSteps.value.at > 0 : canUndo(history.value)));
export const redoable = computed(() => (ownSteps.value ? ownSteps.value.at < ownSteps.value.words.length : canRedo(history.value)));

/** Looks at something else. `replace` changes the address without a step for the back button. */
export function go(to: Partial<View>, how: 'push' | 'replace' = 'push'): void {
  const next: View = { ...view.peek(), ...to };
  const url = viewUrl(next);
  if (url !== location.pathname + location.search) {
    if (how === 'push') window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
  }
  const turned = next.id !== view.peek().id || next.page !== view.peek().page;
  batch(() => {
    if (turned) status.value = IDLE;
    view.value = next;
  });
}

let writing: ReturnType<typeof setTimeout> | undefined;

/**
 * Sets values while a hand is on them: the view changes at once, the address when it rests, for browsers take
 * only so many addresses a second.
 */
export function setWhileMoving(path: string, value: string | null): void {
  const now = view.peek();
  view.value = { ...now, sets: withSetting(now.sets, path, value) };
  clearTimeout(writing);
  writing = setTimeout(writeAddress, 400);
}

function writeAddress(): void {
  clearTimeout(writing);
  const url = viewUrl(view.peek());
  if (url !== location.pathname + location.search) window.history.replaceState(null, '', url);
}

/** One gesture, ended: it joins the list of edits. The view has its values already or takes them now. */
export function commit(edit: Edit): void {
  const now = view.peek();
  const sets = edit.changes.reduce((s, c) => withSetting(s, c.path, c.after), now.sets);
  batch(() => {
    history.value = done(history.peek(), edit);
    view.value = { ...now, sets };
  });
  writeAddress();
  keep();
}

export function undo(): void {
  const own = ownSteps.peek();
  if (own) own.undo();
  else step(undone(history.peek(), view.peek().sets));
}

export function redo(): void {
  const own = ownSteps.peek();
  if (own) own.redo();
  else step(redone(history.peek(), view.peek().sets));
}

export function reset(): void {
  commit(resetOf(view.peek().sets));
}

function step(to: { history: History; sets: readonly Setting[] }): void {
  batch(() => {
    history.value = to.history;
    view.value = { ...view.peek(), sets: to.sets };
  });
  writeAddress();
  keep();
}

const DRAFT = 'edits';

/** The edits, and the settings that they had led to. */
interface Draft {
  readonly history: History;
  readonly sets: readonly Setting[];
}

/** What was set here at an earlier visit and is not in this address; null where there is nothing to take up. */
export const earlier = signal<Draft | null>(null);

function keep(): void {
  const hash = sheet.peek()?.hash;
  if (!hash) return;
  earlier.value = null;
  if (history.peek().edits.length === 0) forgetDraft(hash, DRAFT);
  else writeDraft(hash, DRAFT, { history: history.peek(), sets: view.peek().sets } satisfies Draft);
}

function isDraft(value: unknown): value is Draft {
  const { history: kept, sets } = (value ?? {}) as Partial<Draft>;
  return (
    Array.isArray(sets) &&
    sets.every((s: Partial<Setting> | null) => typeof s?.path === 'string' && typeof s.value === 'string') &&
    Array.isArray(kept?.edits) &&
    kept.edits.every((e: Partial<Edit> | null) => typeof e?.words === 'string' && Array.isArray(e.changes)) &&
    Number.isInteger(kept.at) &&
    kept.at >= 0 &&
    kept.at <= kept.edits.length
  );
}

export function takeUpEarlier(): void {
  const draft = earlier.peek();
  if (draft) step({ history: draft.history, sets: draft.sets });
}

export function forgetEarlier(): void {
  const hash = sheet.peek()?.hash;
  if (hash) forgetDraft(hash, DRAFT);
  earlier.value = null;
}

/** Shows another text of the same scenario, such as after its file was read or saved. */
export function takeSheet(next: Sheet): void {
  const draft = readDraft(next.hash, DRAFT, isDraft);
  const here = view.peek().sets;
  const same = draft !== null && JSON.stringify(draft.sets) === JSON.stringify(here);
  batch(() => {
    sheet.value = next;
    sheetError.value = null;
    // A page that was loaded again goes on where it was; one that was opened anew is as its address says.
    history.value = same ? draft.history : NO_HISTORY;
    earlier.value = draft !== null && !same && draft.sets.length > 0 && here.length === 0 ? draft : null;
  });
}

/** Follows the address bar, and reads the sheet of whatever scenario is looked at. Gives back how to stop. */
export function start(): () => void {
  const follow = (): void => {
    clearTimeout(writing);
    status.value = IDLE;
    view.value = parseView(location.pathname, location.search);
  };
  follow();
  addEventListener('popstate', follow);
  const id = computed(() => view.value.id);
  const stop = effect(() => {
    const wanted = id.value;
    const asked = new AbortController();
    untracked(() => void readSheet(wanted, asked.signal));
    return () => asked.abort();
  });
  return () => {
    clearTimeout(writing);
    removeEventListener('popstate', follow);
    stop();
  };
}

async function readSheet(id: string | null, stop: AbortSignal): Promise<void> {
  batch(() => {
    sheet.value = null;
    sheetError.value = null;
    history.value = NO_HISTORY;
    earlier.value = null;
    likeliest.value = null;
  });
  if (id === null) return;
  try {
    const read = await getSheet(id, stop);
    if (!stop.aborted) takeSheet(read);
  } catch (error) {
    if (!stop.aborted && !isAbort(error)) sheetError.value = asApiError(error);
  }
}
