// The bars of a tornado as the page has them: what each rests on, how far it reaches, in what order they stand.
import type { Bar, Index, Matters } from '../answers';
import type { Judgement } from '../contract';

export type Ground = 'sourced' | 'guess' | 'unsourced';
export const SORTS = ['effect', 'guess', 'learning'] as const;
export type Sort = (typeof SORTS)[number];

export interface MatterBar {
  readonly paths: readonly string[];
  readonly ground: Ground;
  readonly low: number;
  readonly high: number;
  /** Solved again at its ends; a straight line otherwise. */
  readonly resolved: boolean;
  readonly index: Index | null;
}

export function barsOf(matters: Matters, judgements: ReadonlyMap<string, Judgement>): readonly MatterBar[] {
  return matters.tornado.map((bar) => ({
    paths: bar.judgements,
    ground: groundOf(bar, judgements),
    low: bar.exact?.low ?? bar.low,
    high: bar.exact?.high ?? bar.high,
    resolved: bar.exact !== null,
    index: matters.indices.find((one) => one.judgements.join() === bar.judgements.join()) ?? null,
  }));
}

/** Of several that move together, the weakest. */
function groundOf(bar: Bar, judgements: ReadonlyMap<string, Judgement>): Ground {
  const all = bar.judgements.map((path) => judgements.get(path));
  if (all.some((one) => one !== undefined && !one.guess && one.source === null)) return 'unsourced';
  return all.some((one) => one?.guess) ? 'guess' : 'sourced';
}

export const reach = (bar: MatterBar): number => Math.max(bar.low, bar.high, 0) - Math.min(bar.low, bar.high, 0);

/** Its part of the spread: measured over worlds, or to first order. */
export function weight(bar: MatterBar, bars: readonly MatterBar[]): number {
  if (bar.index?.share != null) return Math.max(0, bar.index.share);
  const all = bars.reduce((sum, one) => sum + (one.high - one.low) ** 2, 0);
  return all > 0 ? (bar.high - bar.low) ** 2 / all : 0;
}

/** The most telling first; by guess weight, guesses come before all that has a source. */
export function sorted(bars: readonly MatterBar[], by: Sort): readonly MatterBar[] {
  const of = (bar: MatterBar): number => {
    switch (by) {
      case 'effect':
        return reach(bar);
      case 'guess':
        return bar.ground === 'sourced' ? -1 / (1 + weight(bar, bars)) : weight(bar, bars);
      case 'learning':
        return bar.index?.learning ?? -1;
    }
  };
  return [...bars].sort((a, b) => of(b) - of(a));
}

/** A change with its sign: odds in points, to a tenth from 1 on, below to two digits that matter. */
export function changeWords(change: number, odds: boolean): string {
  const value = odds ? change * 100 : change;
  const size = Math.abs(value);
  const digits = size >= 0.995 ? size.toFixed(1) : size < 1e-6 ? '0' : Number(size.toPrecision(2)).toString();
  return digits === '0' || digits.includes('e') ? '0' : (value < 0 ? '−' : '+') + digits;
}
