// Between lines and columns, as problems name them, and offsets of a text, as an editor counts.
import type { Problem } from '../contract';

/** The offset of a place; one past the end of a line or a text is its end. Columns count characters, from 1. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let k = 1; k < line; k++) {
    const next = text.indexOf('\n', start);
    if (next < 0) return text.length;
    start = next + 1;
  }
  const end = endOfLine(text, start);
  return Math.min(end, start + [...text.slice(start, end)].slice(0, Math.max(0, column - 1)).join('').length);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The stretch that a problem means: a character at least, within its line. */
export function stretchOf(text: string, { line, column, length }: Problem): { readonly from: number; readonly to: number } {
  const from = offsetOf(text, line, column);
  const to = offsetOf(text, line, column + Math.max(1, length));
  return { from, to: Math.max(to, Math.min(from + 1, endOfLine(text, from))) };
}
