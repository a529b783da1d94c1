// Between the words of a file's number (`every 2 to 4 weeks per guess`) and the one number that a slider holds.
// A slider shows what the file shows: 30% is 30 on its scale, and 0.30 in what the server counts with.

import type { Judgement } from './contract';

/** How one judgement writes its number. */
export interface Wording {
  readonly every: boolean;
  readonly percent: boolean;
  /** What follows the number: `each week`, `months`, or nothing. */
  readonly tail: string;
}

export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

const FIGURE = String.raw`(?:\d+(?:\.\d+)?|\.\d+)%?`;
const NUMBER = new RegExp(String.raw`^(every\s+)?(${FIGURE})?(?:\s+to\s+(${FIGURE}))?(?:\s+around\s+(${FIGURE}))?\s*(.*)$`);

function parts(text: string): { every: boolean; figures: string[]; around: string | undefined; tail: string } {
  // Where it comes from is no part of the number.
  const bare = text.trim().replace(/\s+per\s+.*$/s, '');
  const match = NUMBER.exec(bare);
  const [, every, low, high, around, tail] = match ?? [];
  // The mode may also stand behind the unit: `2 to 4 weeks around 3`.
  const late = new RegExp(String.raw`\s*\baround\s+(${FIGURE})`).exec(tail ?? '');
  return {
    every: every !== undefined,
    figures: [low, high].filter((figure) => figure !== undefined),
    around: around ?? late?.[1],
    tail: (tail ?? '').replace(late?.[0] ?? '', '').replace(/\bpoints?\b/, '').trim(),
  };
}

/** As the sheet says it, else as its text does. */
export function wordingFor({ words, text }: Pick<Judgement, 'words' | 'text'>): Wording {
  if (!words) return wordingOf(text);
  return { every: words.before.trim() === 'every', percent: words.sign === '%', tail: words.after.trim() };
}

export function wordingOf(text: string): Wording {
  const { every, figures, around, tail } = parts(text);
  return { every, percent: [...figures, around ?? ''].some((figure) => figure.endsWith('%')), tail };
}

/** A number of the slider's scale as the file would have it: `every 3 weeks`, `45%`, `0.35 each week`. */
export function valueText(wording: Wording, shown: number): string {
  const number = plain(shown) + (wording.percent ? '%' : '');
  return [wording.every ? 'every' : '', number, inNumber(wording.tail, shown)].filter((word) => word !== '').join(' ');
}

/** `weeks` beside 1 is `week`, and the other way about; `each week` stays. */
function inNumber(tail: string, shown: number): string {
  return tail.replace(/^(day|week|month|year)s?$/, (_, unit: string) => (shown === 1 ? unit : unit + 's'));
}

/** The number that a setting holds on the slider's scale; the middle of a range; null where it holds none. */
export function shownNumber(wording: Wording, text: string): number | null {
  const { every, figures, around } = parts(text);
  if (around !== undefined) return onScale(wording, around);
  const numbers = figures.map((figure) => onScale(wording, figure)).filter((n) => Number.isFinite(n));
  const [low, high] = numbers;
  if (low === undefined) return every ? 1 : null;
  return high === undefined ? low : (low + high) / 2;
}

function onScale(wording: Wording, figure: string): number {
  const value = Number(figure.replace('%', ''));
  if (figure.endsWith('%')) return wording.percent ? value : value / 100;
  return wording.percent ? clean(value * 100) : value;
}

/** From what the server counts with to the slider's scale: 0.30 of `20% to 40%` is 30. */
export function toShown(wording: Wording, value: number): number {
  return wording.percent ? clean(value * 100) : value;
}

/** `4.25`, `0.05`: at most six digits, none of them idle. */
export function plain(value: number): string {
  return String(clean(value));
}

function clean(value: number): number {
  return Number(value.toPrecision(6));
}

/** What comes before and after a number that is shown in a box of its own: `every`, `% each week`. */
export function around(wording: Wording): { before: string; after: string } {
  return { before: wording.every ? 'every' : '', after: [wording.percent ? '%' : '', wording.tail].filter(Boolean).join(' ') };
}

/**
 * A track on which the range has room on both sides, its ends round. Ends never pass what can be: below nothing,
 * beyond 100%, or a time of none.
 */
export function scaleOf(low: number, high: number, wording: Wording): Scale {
  const width = high - low;
  const room = Math.max(width, 0.25 * Math.abs((low + high) / 2), 1e-3);
  const step = roundStep((width + 2 * room) / 100);
  const most = wording.percent ? 100 : Infinity;
  const isTime = wording.every || /^(day|week|month|year)s?$/.test(wording.tail);
  const least = isTime ? Math.min(low, step) : 0;
  const from = Math.max(least, Math.floor((low - room) / step + 1e-9) * step);
  const to = Math.min(most, Math.ceil((high + room) / step - 1e-9) * step);
  return { from: clean(from), to: clean(Math.max(to, high)), step };
}

function roundStep(about: number): number {
  const power = 10 ** Math.floor(Math.log10(about));
  const factor = [1, 2, 5, 10].find((f) => f * power >= about * 0.999) ?? 10;
  return clean(factor * power);
}

/** The nearest number that the slider can stop at; the ends stay what they are. */
export function onStep(scale: Scale, value: number): number {
  if (value <= scale.from) return scale.from;
  if (value >= scale.to) return scale.to;
  return clean(Math.min(scale.to, Math.max(scale.from, Math.round(value / scale.step) * scale.step)));
}
