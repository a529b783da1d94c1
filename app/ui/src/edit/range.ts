// One judgement as its parts: low, high, around, source, why; and as the words that a file has for them.
import { readNumber } from '../parts/slider';
import type { Judgement } from '../contract';
import { plain, toShown, wordingFor, type Wording } from '../values';
import type { ValueEdit } from './api';

export const FIELDS = ['low', 'high', 'around', 'source', 'why'] as const;
export type Field = (typeof FIELDS)[number];
export type Cells = Readonly<Record<Field, string>>;

export const isField = (name: string): name is Field => FIELDS.some((field) => field === name);

/** As they are shown: 30% of `20% to 40%` is `30`; what is not said is empty. */
export function cellsOf(judgement: Judgement): Cells {
  const wording = wordingFor(judgement);
  const number = (value: number): string => plain(toShown(wording, value));
  return {
    low: number(judgement.low),
    high: number(judgement.high),
    around: judgement.around === null ? '' : number(judgement.around),
    source: sourceText(judgement),
    why: judgement.why ?? '',
  };
}

function sourceText({ guess, source }: Judgement): string {
  if (guess) return 'guess';
  if (!source) return '';
  return source.where ? `${source.id} ${source.where}` : source.id;
}

/** What stands before and after a number: `every` and `weeks`, `% each week`, `points`. */
export function besides(judgement: Judgement): { readonly before: string; readonly after: string } {
  const { every, percent, tail } = wordingFor(judgement);
  const after = [percent ? '%' : '', tail || (percent ? '' : judgement.unit)].filter((word) => word !== '').join(' ');
  return { before: every ? 'every' : '', after };
}

/** The same in one: `every … weeks`. */
export function unitOf(judgement: Judgement): string {
  const { before, after } = besides(judgement);
  return before ? `${before} … ${after}` : after;
}

/** `every 2 to 4 weeks`, `20% to 40% around 25% each week`, `3`. */
export function rangeText(wording: Wording, low: number, high: number, around: number | null): string {
  const figure = (value: number): string => plain(value) + (wording.percent ? '%' : '');
  const one = low === high;
  const tail = wording.tail.replace(/^(day|week|month|year)s?$/, (_, unit: string) => (one && low === 1 ? unit : `${unit}s`));
  const words = [wording.every ? 'every' : '', figure(low), one ? '' : `to ${figure(high)}`, around === null || one ? '' : `around ${figure(around)}`, tail];
  return words.filter((word) => word !== '').join(' ');
}

export type Reading = { readonly edit: ValueEdit | null; readonly wrong: null } | { readonly edit: null; readonly wrong: string; readonly field: Field };

/** The change that leads from the judgement to these cells; null for none. */
export function editOf(judgement: Judgement, cells: Cells): Reading {
  const now = cellsOf(judgement);
  const number = numberEdit(judgement, now, cells);
  if (number.wrong !== null) return number;
  const edit: ValueEdit = {
    path: judgement.path,
    ...(number.value === null ? {} : { value: number.value }),
    ...(same(cells.source, now.source) ? {} : { source: words(cells.source) }),
    ...(same(cells.why, now.why) ? {} : { why: words(cells.why) }),
  };
  return { edit: Object.keys(edit).length > 1 ? edit : null, wrong: null };
}

const words = (text: string): string => text.trim().replace(/\s+/g, ' ');
const same = (a: string, b: string): boolean => words(a) === words(b);

type NumberReading = { readonly value: string | null; readonly wrong: null } | { readonly edit: null; readonly wrong: string; readonly field: Field };

function numberEdit(judgement: Judgement, now: Cells, cells: Cells): NumberReading {
  if (cells.low === now.low && cells.high === now.high && cells.around === now.around) return { value: null, wrong: null };
  // A whole range in one cell, as the file would have it.
  const whole = [cells.low, cells.high].find((cell) => /\s(to|each)\s|^every\s/.test(cell));
  if (whole !== undefined) return { value: words(whole), wrong: null };
  const wording = wordingFor(judgement);
  const read = (field: Field): number | null => readNumber(cells[field], wording.percent);
  const wrong = (text: string, field: Field): NumberReading => ({ edit: null, wrong: text, field });
  const [low, high] = [read('low'), read('high')];
  const around = cells.around.trim() === '' ? null : read('around');
  if (low === null) return wrong(notNumber(cells.low, wording), 'low');
  if (high === null) return wrong(notNumber(cells.high, wording), 'high');
  if (low > high) return wrong(`The low end, ${plain(low)}, is above the high one, ${plain(high)}.`, cells.low !== now.low ? 'low' : 'high');
  if (around === null && cells.around.trim() !== '') return wrong(notNumber(cells.around, wording), 'around');
  if (around !== null && (around < low || around > high)) {
    return wrong(`${plain(around)} does not lie between ${plain(low)} and ${plain(high)}.`, 'around');
  }
  return { value: rangeText(wording, low, high, around), wrong: null };
}

function notNumber(text: string, { percent }: Wording): string {
  if (text.trim() === '') return 'A number is missing.';
  return percent ? `“${text.trim()}” is no number from 0 to 100.` : `“${text.trim()}” is no number of 0 or more.`;
}

/** For the list of steps: `What the line is worth to North: 4 to 7 → 5 to 8`. */
export function editWords(judgement: Judgement, edit: ValueEdit): string {
  const now = cellsOf(judgement);
  const parts = [
    edit.value === undefined ? '' : `${judgement.text.replace(/\s+per\s.*$/s, '')} → ${edit.value}`,
    edit.source === undefined ? '' : `per ${now.source || 'nobody'} → ${edit.source || 'nobody'}`,
    edit.why === undefined ? '' : edit.why === '' ? 'no reason' : 'a reason',
  ];
  return `${judgement.title}: ${parts.filter((part) => part !== '').join(', ')}`;
}
