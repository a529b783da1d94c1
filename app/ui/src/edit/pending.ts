// A draft that outlives the page. It belongs to the text it was begun on, by its hash; which text that was is kept
// by the scenario's name, so that a draft is found again although the file was changed meanwhile.
import { forgetDraft, readDraft, writeDraft } from '../drafts';
import type { FileText } from './api';
import type { Splice } from './texts';

/** What one gesture did to the text, in words. */
export interface Step {
  readonly words: string;
  readonly splice: Splice;
}

export interface Pending {
  readonly text: string;
  readonly steps: readonly Step[];
  /** How many of the steps are in the text. */
  readonly at: number;
  /** Settings of the Board that were taken into it. */
  readonly taken: string | null;
  /** Whether it says anything that its file does not. */
  readonly dirty: boolean;
}

const DRAFT = 'text';
const POINTER = 'begun-on';
const by = (id: string): string => `file ${id}`;

export function keepPending(id: string, base: FileText, draft: Omit<Pending, 'dirty'>): void {
  const pending: Pending = { ...draft, dirty: draft.text !== base.text };
  if (pending.steps.length === 0 && pending.taken === null) {
    forgetDraft(base.hash, DRAFT);
    return;
  }
  writeDraft(base.hash, DRAFT, pending);
  const before = readDraft(by(id), POINTER, isText);
  if (before === base.hash) return;
  if (before !== null) forgetDraft(before, DRAFT);
  writeDraft(by(id), POINTER, base.hash);
}

export function forgetPending(id: string, hash: string): void {
  forgetDraft(hash, DRAFT);
  forgetDraft(by(id), POINTER);
}

/** The draft on this text, and the text of one that was begun on another. */
export function pendingFor(id: string, file: FileText): { readonly draft: Pending | null; readonly older: string | null } {
  const draft = readDraft(file.hash, DRAFT, isPending);
  const begunOn = readDraft(by(id), POINTER, isText);
  const other = draft === null && begunOn !== null && begunOn !== file.hash ? readDraft(begunOn, DRAFT, isPending) : null;
  return { draft, older: other?.dirty && other.text !== file.text ? other.text : null };
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isPending(value: unknown): value is Pending {
  const { text, steps, at, taken, dirty } = (value ?? {}) as Partial<Pending>;
  return (
    isText(text) &&
    typeof dirty === 'boolean' &&
    Array.isArray(steps) &&
    steps.every(isStep) &&
    Number.isInteger(at) &&
    (at ?? -1) >= 0 &&
    (at ?? 0) <= steps.length &&
    (taken === null || isText(taken))
  );
}

function isStep(value: Partial<Step> | null): boolean {
  const splice: Partial<Splice> | undefined = value?.splice;
  return isText(value?.words) && Number.isInteger(splice?.at) && isText(splice?.removed) && isText(splice?.added);
}
