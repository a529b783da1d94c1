// Asking the server about a text that is being written, and keeping it.
import { get, post } from '../api';
import type { Board, Problem, Refusal, Sheet } from '../contract';

/** A text as it lies on disk; the hash is what a save must name. */
export interface FileText {
  readonly text: string;
  readonly hash: string;
}

export interface CheckAnswer {
  readonly problems: readonly Problem[];
  /** null where the text is no scenario. */
  readonly sheet: Sheet | null;
}

/** A change of one number; what is left out stays as it is. */
export interface ValueEdit {
  readonly path: string;
  readonly value?: string;
  /** `guess`, `article p4`; empty: none is named any longer. */
  readonly source?: string;
  readonly why?: string;
}

export interface EditsAnswer {
  readonly text: string;
  /** How many of the edits are in it: the first that cannot be made is the last tried. */
  readonly made: number;
  readonly problems: readonly Problem[];
}

export interface Saved {
  readonly id: string;
  readonly hash: string;
}

const at = (id: string, what: string): string => `/api/v1/s/${encodeURIComponent(id)}/${what}`;

/** Ends of lines are `\n` while a text is written; saving gives each line its own back. */
export const getFile = async (id: string, stop?: AbortSignal): Promise<FileText> => {
  const file = await get<FileText>(at(id, 'file'), stop);
  return { ...file, text: file.text.replace(/\r\n?/g, '\n') };
};

export const checkText = (id: string, text: string, stop?: AbortSignal): Promise<CheckAnswer> => post(at(id, 'check'), { text }, stop);

export const editValues = (id: string, text: string, edits: readonly ValueEdit[], stop?: AbortSignal): Promise<EditsAnswer> =>
  post(at(id, 'edits'), { text, edits }, stop);

export const saveText = (id: string, text: string, base: string): Promise<Saved> => post(at(id, 'save'), { text, base });

/** As a scenario of its own, beside the others. */
export const saveTextAs = (id: string, text: string, as: string): Promise<Saved> => post(at(id, 'save'), { text, as });

export const getSchema = (stop?: AbortSignal): Promise<unknown> => get('/api/v1/schema', stop);

export const ANSWERS = ['who', 'changes', 'wants', 'moves', 'ends'] as const;
export type AnswerId = (typeof ANSWERS)[number];
export type Answers = Readonly<Partial<Record<AnswerId, string>>>;

export interface Question {
  readonly id: AnswerId;
  readonly asks: string;
  readonly how: string;
  readonly example: string;
  /** What an empty answer stands for. */
  readonly otherwise: string;
  readonly answer: string;
  readonly complaints: readonly string[];
}

export interface Interview {
  readonly questions: readonly Question[];
  readonly understood: boolean;
  /** The scenario that the answers make, as far as they are understood. */
  readonly text: string;
  /** Questions whose part of it is made up. */
  readonly guessed: readonly AnswerId[];
  /** null until there is enough to solve; what kept it from being solved. */
  readonly board: Board | Refusal | null;
}

const TAB = `new-${Math.random().toString(36).slice(2)}`;
let asked = 0;

/** What this page asked before is no longer wanted: the server stops solving it. */
export const askInterview = (name: string, answers: Answers, stop?: AbortSignal): Promise<Interview> =>
  post(`/api/v1/new/questions?tab=${TAB}&serial=${++asked}`, { name, answers }, stop);

export const begin = (name: string, answers: Answers): Promise<Saved> => post('/api/v1/new', { name, answers });
