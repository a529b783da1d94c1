// A server of one scenario whose text is a line for each judgement: enough to edit, check and save.
import { vi } from 'vitest';
import type { Problem, Sheet } from '../src/contract';
import type { ValueEdit } from '../src/edit/api';
import { SHEET } from './samples';

export const TEXT = `# mine\n${SHEET.judgements.map(({ path, text }) => `${path}: ${text}`).join('\n')}\n`;

export interface Writer {
  /** What lies on the disk, by name. */
  readonly files: Map<string, string>;
  readonly asked: string[];
  /** Names that came with the program. */
  readonly shipped: Set<string>;
  /** Answers to checks wait until they are let go. */
  hold: boolean;
  readonly held: (() => void)[];
  broken: boolean;
}

const hashOf = (text: string): string => (text === TEXT ? SHEET.hash : `h${[...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 1e9, 7)}`);

function problemsOf(text: string): Problem[] {
  return text.split('\n').flatMap((line, k) =>
    line.includes('often')
      ? [{ file: 'x', line: k + 1, column: line.indexOf('often') + 1, length: 5, found: '“often” is no number.', legal: 'A range is `3 to 6`.', advice: '' }]
      : [],
  );
}

function sheetOf(text: string): Sheet {
  const judgements = SHEET.judgements.map((judgement) => {
    const at = text.split('\n').findIndex((line) => line.startsWith(`${judgement.path}: `));
    const value = text.split('\n')[at]?.slice(judgement.path.length + 2) ?? judgement.text;
    const figures = /(\d+(?:\.\d+)?)%?(?: to (\d+(?:\.\d+)?))?/.exec(value);
    const share = value.includes('%') ? 100 : 1;
    const low = Number(figures?.[1]) / share;
    const high = figures?.[2] === undefined ? low : Number(figures[2]) / share;
    const around = /around (\d+(?:\.\d+)?)/.exec(value)?.[1];
    const guess = / per guess$/.test(value);
    return { ...judgement, text: value, low, high, middle: (low + high) / 2, around: around === undefined ? null : Number(around) / share, guess, line: at + 1 };
  });
  return { ...SHEET, hash: hashOf(text), judgements };
}

function edited(text: string, edits: readonly ValueEdit[]): { text: string; made: number; problems: Problem[] } {
  let made = 0;
  let now = text;
  for (const { path, value, source } of edits) {
    const line = now.split('\n').find((one) => one.startsWith(`${path}: `));
    if (line === undefined || value?.includes('never')) {
      return { text: now, made, problems: [{ file: path, line: 1, column: 1, length: 1, found: `“${value}” is no number.`, legal: '', advice: '' }] };
    }
    const [number = '', per = ''] = line.slice(path.length + 2).split(' per ');
    now = now.replace(line, `${path}: ${value ?? number} per ${source ?? per}`);
    made++;
  }
  return { text: now, made, problems: [] };
}

export function writer(): Writer {
  const state: Writer = { files: new Map([['x', TEXT]]), asked: [], shipped: new Set(), hold: false, held: [], broken: false };
  const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  function answer(what: string, id: string, body: { text: string; edits: ValueEdit[]; base: string; as?: string }): Response {
    const file = state.files.get(id) ?? '';
    switch (what) {
      case '':
        return problemsOf(file).length > 0 ? json({ error: 'It cannot be read.', problems: problemsOf(file) }, 422) : json({ ...sheetOf(file), id });
      case 'file':
        return json({ text: file, hash: hashOf(file) });
      case 'check':
        return json({ problems: problemsOf(body.text), sheet: problemsOf(body.text).length > 0 ? null : sheetOf(body.text) });
      case 'edits':
        return json(edited(body.text, body.edits));
      case 'save':
        if (body.as !== undefined) {
          if (state.files.has(body.as)) return json({ error: `There is a scenario called ${body.as} already.`, advice: ['Take another name.'] }, 409);
          state.files.set(body.as, body.text);
          return json({ id: body.as, hash: hashOf(body.text) });
        }
        if (state.shipped.has(id)) return json({ error: 'This scenario came with Casus and stays as it is.' }, 403);
        if (hashOf(file) !== body.base) return json({ error: 'x has been changed since it was opened; nothing was written.' }, 409);
        state.files.set(id, body.text);
        return json({ id, hash: hashOf(body.text) });
      default:
        return json({ error: 'There is nothing called so.' }, 404);
    }
  }
  vi.stubGlobal('fetch', (url: string, request?: RequestInit) => {
    const [, , , , id = '', what = ''] = new URL(url, 'http://127.0.0.1').pathname.split('/');
    state.asked.push(`${what} ${id}`);
    const body = JSON.parse(typeof request?.body === 'string' ? request.body : '{}') as Parameters<typeof answer>[2];
    const gone = (): DOMException => new DOMException('gone', 'AbortError');
    if (request?.signal?.aborted) return Promise.reject(gone());
    if (!(state.hold && what === 'check')) return Promise.resolve(answer(what, id, body));
    return new Promise<Response>((resolve) => {
      // A server that answers although nobody listens any more.
      state.held.push(() => resolve(answer(what, id, body)));
    });
  });
  return state;
}
