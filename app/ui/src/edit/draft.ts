// A scenario's text while it is written: the one truth behind questions, sheet and YAML. Values go through the
// server, which changes them in the text and leaves all else of it alone; what is typed is text already. Every
// change is a step that can be taken back, whichever way it was made.
import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import { asApiError, isAbort, type ApiError } from '../api';
import type { Problem, Sheet } from '../contract';
import { checkText, editValues, getFile, saveText, saveTextAs, type FileText, type Saved, type ValueEdit } from './api';
import { forgetPending, keepPending, pendingFor, type Step } from './pending';
import { inverse, spliced, spliceOf } from './texts';

/** After this long without a key the text is checked, in milliseconds. */
export const REST = 300;
/** Keys closer together than this are one step. */
const ONE_GO = 1500;
/** Nobody goes back further. */
const LONGEST = 300;
/** How often values are set again on a text that was changed meanwhile. */
const TRIES = 3;

export interface Draft {
  readonly id: string;
  /** The file as it was read; null while it is being read. */
  readonly base: ReadonlySignal<FileText | null>;
  readonly text: ReadonlySignal<string>;
  readonly dirty: ReadonlySignal<boolean>;
  /** What is wrong with the text as it stands; null while nobody knows. */
  readonly problems: ReadonlySignal<readonly Problem[] | null>;
  /** What the text says; what it said last while it is no scenario. */
  readonly sheet: ReadonlySignal<Sheet | null>;
  /** Why there is nothing to show, or nothing is known of the text. */
  readonly error: ReadonlySignal<ApiError | null>;
  readonly words: ReadonlySignal<readonly string[]>;
  readonly at: ReadonlySignal<number>;
  /** Settings of the Board that are in the text already, as its address had them. */
  readonly taken: ReadonlySignal<string | null>;
  /** A draft on another text of this file, from an earlier visit. */
  readonly older: ReadonlySignal<string | null>;
  /** Typed text; what follows closely in the same group is the same step. */
  write(words: string, text: string, group?: string): void;
  /** Sets values, all or none; gives back what kept them out. */
  values(words: string, edits: readonly ValueEdit[], group?: string): Promise<readonly Problem[]>;
  take(settings: string, words: string, edits: readonly ValueEdit[]): Promise<readonly Problem[]>;
  undo(): void;
  redo(): void;
  takeOlder(): void;
  forgetOlder(): void;
  save(): Promise<Saved>;
  saveAs(name: string): Promise<Saved>;
  /** The file as it is now, under the draft as it is (`keep`), or in its place. */
  reload(keep: boolean): Promise<void>;
  start(): () => void;
}

export function draftOf(id: string, known: Sheet | null): Draft {
  const base = signal<FileText | null>(null);
  const text = signal('');
  const steps = signal<readonly Step[]>([]);
  const at = signal(0);
  const problems = signal<readonly Problem[] | null>(null);
  const sheet = signal<Sheet | null>(known);
  const error = signal<ApiError | null>(null);
  const taken = signal<string | null>(null);
  const older = signal<string | null>(null);
  const words = computed(() => steps.value.map((step) => step.words));
  let last: { readonly group: string; readonly when: number } | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let checking = new AbortController();
  let stopped = new AbortController();
  let queue: Promise<unknown> = Promise.resolve();

  function keep(): void {
    const now = base.peek();
    if (now) keepPending(id, now, { text: text.peek(), steps: steps.peek(), at: at.peek(), taken: taken.peek() });
  }

  /** Another text: nothing is known of it yet, and answers about the one before are no longer wanted. */
  function setText(next: string, soon: boolean): void {
    checking.abort();
    clearTimeout(resting);
    batch(() => {
      text.value = next;
      problems.value = null;
    });
    resting = setTimeout(() => void check(), soon ? 0 : REST);
  }

  async function check(): Promise<void> {
    const stop = new AbortController();
    checking = stop;
    keep();
    const asked = text.peek();
    try {
      const answer = await checkText(id, asked, stop.signal);
      if (stop.signal.aborted || text.peek() !== asked) return;
      batch(() => {
        problems.value = answer.problems;
        error.value = null;
        if (answer.sheet) sheet.value = answer.sheet;
      });
    } catch (reason) {
      if (!stop.signal.aborted && !isAbort(reason)) error.value = asApiError(reason);
    }
  }

  function step(stepWords: string, next: string, group: string | undefined, soon: boolean): void {
    const now = text.peek();
    if (next === now) return;
    const done = steps.peek().slice(0, at.peek());
    const before = done.at(-1);
    const goesOn = group !== undefined && last?.group === group && Date.now() - last.when < ONE_GO && before;
    const from = goesOn ? spliced(now, inverse(before.splice)) : null;
    const made = from === null ? [...done, { words: stepWords, splice: spliceOf(now, next) }] : [...done.slice(0, -1), { words: stepWords, splice: spliceOf(from, next) }];
    last = group === undefined ? null : { group, when: Date.now() };
    batch(() => {
      steps.value = made.slice(-LONGEST);
      at.value = Math.min(made.length, LONGEST);
      setText(next, soon);
    });
  }

  function walk(to: number): void {
    const back = to < at.peek();
    const one = steps.peek()[back ? to : to - 1];
    const next = one && spliced(text.peek(), back ? inverse(one.splice) : one.splice);
    if (next === undefined || next === null) return;
    last = null;
    batch(() => {
      at.value = to;
      setText(next, true);
    });
  }

  /** One after the other, each on the text that the one before left. */
  function values(stepWords: string, edits: readonly ValueEdit[], group?: string): Promise<readonly Problem[]> {
    const run = queue.then(() => setValues(stepWords, edits, group));
    queue = run.catch(() => undefined);
    return run;
  }

  async function setValues(stepWords: string, edits: readonly ValueEdit[], group: string | undefined): Promise<readonly Problem[]> {
    for (let k = 0; k < TRIES; k++) {
      const asked = text.peek();
      const answer = await editValues(id, asked, edits, stopped.signal);
      // What was typed or taken back meanwhile is not to be lost: once more, on the text as it is.
      if (text.peek() !== asked) continue;
      if (answer.problems.length > 0 || answer.made < edits.length) return answer.problems;
      step(stepWords, answer.text, group, true);
      return [];
    }
    return [problemOf('The text was changed meanwhile.')];
  }

  async function load(): Promise<void> {
    const stop = stopped.signal;
    try {
      const file = await getFile(id, stop);
      if (stop.aborted) return;
      const pending = pendingFor(id, file);
      batch(() => {
        base.value = file;
        text.value = pending.draft?.text ?? file.text;
        steps.value = pending.draft?.steps ?? [];
        at.value = pending.draft?.at ?? 0;
        taken.value = pending.draft?.taken ?? null;
        older.value = pending.older;
      });
      await check();
    } catch (reason) {
      if (!stop.aborted && !isAbort(reason)) error.value = asApiError(reason);
    }
  }

  const onHide = (): void => keep();

  return {
    id,
    base,
    text,
    problems,
    sheet,
    error,
    words,
    at,
    taken,
    older,
    dirty: computed(() => base.value !== null && text.value !== base.value.text),
    write: (stepWords, next, group) => step(stepWords, next, group, false),
    values,
    async take(settings, stepWords, edits) {
      const wrong = await values(stepWords, edits);
      if (wrong.length === 0) {
        taken.value = settings;
        keep();
      }
      return wrong;
    },
    undo: () => walk(at.peek() - 1),
    redo: () => walk(at.peek() + 1),
    takeOlder() {
      const kept = older.peek();
      if (kept === null) return;
      step('What was written at an earlier visit', kept, undefined, true);
      older.value = null;
    },
    forgetOlder() {
      older.value = null;
      keep();
    },
    async save() {
      const now = base.peek();
      if (!now) throw new Error('nothing was read yet');
      const kept = text.peek();
      const saved = await saveText(id, kept, now.hash);
      forgetPending(id, now.hash);
      batch(() => {
        base.value = { text: kept, hash: saved.hash };
        taken.value = null;
      });
      keep();
      return saved;
    },
    async saveAs(name) {
      const saved = await saveTextAs(id, text.peek(), name);
      // Its words stand in the other file now.
      const now = base.peek();
      if (now) forgetPending(id, now.hash);
      base.value = null;
      return saved;
    },
    async reload(keepDraft) {
      const file = await getFile(id, stopped.signal);
      const before = base.peek();
      if (before) forgetPending(id, before.hash);
      base.value = file;
      if (!keepDraft) step('The file, read again', file.text, undefined, true);
      keep();
    },
    start() {
      stopped = new AbortController();
      void load();
      addEventListener('pagehide', onHide);
      return () => {
        keep();
        removeEventListener('pagehide', onHide);
        stopped.abort();
        checking.abort();
        clearTimeout(resting);
      };
    },
  };
}

/** A problem of no place. */
export function problemOf(found: string): Problem {
  return { file: '', line: 0, column: 0, length: 0, found, legal: '', advice: '' };
}
