// The sheet as a table of cells: which rows are shown, and how a block of cells comes in and goes out as text.
import type { Judgement } from '../contract';
import { belongs, isFirst, sameWords } from '../same';
import { cellsOf, editOf, isField, unitOf, type Cells, type Field } from './range';
import type { ValueEdit } from './api';

export const COLUMNS = ['title', 'low', 'high', 'around', 'unit', 'source', 'why'] as const;
export type Column = (typeof COLUMNS)[number];

export const HEADINGS: Readonly<Record<Column, string>> = {
  title: 'Judgement',
  low: 'Low',
  high: 'High',
  around: 'Around',
  unit: 'Unit',
  source: 'Source',
  why: 'Why',
};

export function cellText(judgement: Judgement, column: Column): string {
  if (column === 'title') return judgement.title + sameWords(judgement);
  return column === 'unit' ? unitOf(judgement) : cellsOf(judgement)[column];
}

export interface Filter {
  readonly find: string;
  readonly guesses: boolean;
  /** Empty: all. */
  readonly group: string;
  /** null: the file's own order. */
  readonly by: Column | null;
  readonly down: boolean;
}

export const ALL: Filter = { find: '', guesses: false, group: '', by: null, down: false };

export function shownRows(judgements: readonly Judgement[], { find, guesses, group, by, down }: Filter): readonly Judgement[] {
  const words = find.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const rows = judgements.filter((one) => {
    if (!isFirst(one) || (guesses && !one.guess) || (group !== '' && !belongs(one, group))) return false;
    const text = `${cellText(one, 'title')} ${(one.same?.paths ?? [one.path]).join(' ')} ${one.text} ${one.why ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (by === null) return rows;
  const sign = down ? -1 : 1;
  return rows.map((row, k) => ({ row, k })).sort((a, b) => sign * compare(a.row, b.row, by) || a.k - b.k).map(({ row }) => row);
}

function compare(a: Judgement, b: Judgement, by: Column): number {
  const [x, y] = [cellText(a, by), cellText(b, by)];
  if (x === '' || y === '') return Number(x === '') - Number(y === '');
  const isNumber = by === 'low' || by === 'high' || by === 'around';
  return isNumber ? Number(x) - Number(y) : x.localeCompare(y, 'en');
}

const OUT = ['path', ...COLUMNS] as const;

/** Rows as text for a spreadsheet: a line of names, then a line for each judgement, cells with tabs between. */
export function toTsv(rows: readonly Judgement[]): string {
  const lines = rows.map((row) => [row.path, ...COLUMNS.map((column) => cellText(row, column))].map(outgoing).join('\t'));
  return [OUT.join('\t'), ...lines].map((line) => `${line}\n`).join('');
}

/** What a spreadsheet would take for a formula gets an apostrophe in front. */
function outgoing(cell: string): string {
  const text = cell.replace(/[\t\r\n]+/g, ' ');
  return /^[-=+@]/.test(text) ? `'${text}` : text;
}

/** Cells as a spreadsheet hands them over: tabs and lines, quoted where a cell has either. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let begun = false;
  const endCell = (): void => {
    row.push(cell.trim().replace(/^'(?=[-=+@])/, ''));
    cell = '';
    begun = false;
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let k = 0; k < plain.length; k++) {
    const c = plain.charAt(k);
    if (quoted) {
      if (c === '"' && plain.charAt(k + 1) === '"') cell += plain.charAt(k++);
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"' && !begun) {
      quoted = true;
      begun = true;
    } else if (c === '\t') endCell();
    else if (c === '\n') endRow();
    else {
      cell += c;
      begun = true;
    }
  }
  endRow();
  return rows.filter((cells) => cells.some((one) => one !== ''));
}

export interface Pasted {
  readonly edits: readonly ValueEdit[];
  /** What keeps the block out, each in a sentence. */
  readonly wrong: readonly string[];
}

/**
 * What a block of cells means: with a line of names its columns are those; where each row begins with a path, a value
 * in the file's words may follow, a source, a reason; else it lies over the sheet from `row` and `column` on.
 */
export function pasted(block: readonly (readonly string[])[], judgements: readonly Judgement[], shown: readonly Judgement[], row: number, column: Column): Pasted {
  const byPath = new Map(judgements.map((judgement) => [judgement.path, judgement]));
  const head = block[0]?.map((cell) => cell.toLowerCase()) ?? [];
  if (head[0] === 'path') return agreeing(named(block.slice(1), head, byPath), byPath);
  if (block.some((cells) => byPath.has(cells[0] ?? ''))) return agreeing(named(block, ['path', 'value', 'source', 'why'], byPath), byPath);
  const from = COLUMNS.indexOf(column);
  return collect(
    block.map((cells, k) => {
      const judgement = shown[row + k];
      if (!judgement) return `The sheet ends before row ${k + 1} of ${block.length}: nothing was taken.`;
      return rowEdit(judgement, Object.fromEntries(cells.map((cell, c) => [COLUMNS[from + c] ?? '', cell])));
    }),
  );
}

function named(block: readonly (readonly string[])[], head: readonly string[], byPath: ReadonlyMap<string, Judgement>): Pasted {
  return collect(
    block.map((cells) => {
      const judgement = byPath.get(cells[0] ?? '');
      if (!judgement) return `There is no “${cells[0] ?? ''}” in this scenario.`;
      return rowEdit(judgement, Object.fromEntries(head.map((name, c) => [name, cells[c]]).filter(([, cell]) => cell !== undefined) as [string, string][]));
    }),
  );
}

/** The change to one row; null for none; what is wrong with it as a sentence. */
function rowEdit(judgement: Judgement, news: Readonly<Record<string, string>>): ValueEdit | null | string {
  const now = cellsOf(judgement);
  const changed: Partial<Record<Field, string>> = {};
  for (const [name, cell] of Object.entries(news)) {
    // An end that is not given stays; the rest can be taken away.
    if (isField(name) && (cell !== '' || (name !== 'low' && name !== 'high'))) changed[name] = cell;
  }
  const cells: Cells = { ...now, ...changed };
  const reading = editOf(judgement, cells);
  if (reading.wrong !== null) return `${judgement.path}: ${reading.wrong}`;
  const value = news['value'];
  const edit = value ? { ...(reading.edit ?? { path: judgement.path }), value } : reading.edit;
  return edit && !judgement.settable ? `${judgement.path} cannot be set here; change it in the text.` : edit;
}

/** One number of several actors has one value, by whichever of its paths. */
function agreeing({ edits, wrong }: Pasted, byPath: ReadonlyMap<string, Judgement>): Pasted {
  const last = new Map<string, ValueEdit>();
  const torn: string[] = [];
  for (const edit of edits) {
    const same = byPath.get(edit.path)?.same;
    const key = same?.paths[0] ?? edit.path;
    const before = last.get(key);
    last.set(key, edit);
    if (same && before && JSON.stringify({ ...before, path: '' }) !== JSON.stringify({ ...edit, path: '' })) {
      torn.push(`${before.path} and ${edit.path} are one number, ${same.words}, and the block has two for it.`);
    }
  }
  return { edits: [...last.values()], wrong: [...wrong, ...torn] };
}

function collect(rows: readonly (ValueEdit | null | string)[]): Pasted {
  return {
    edits: rows.filter((one): one is ValueEdit => one !== null && typeof one !== 'string'),
    wrong: rows.filter((one): one is string => typeof one === 'string'),
  };
}
