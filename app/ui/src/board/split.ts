// What a change does, in two parts: with plans held, and because actors re-think. The gap is the strategic effect.
import type { Board } from '../contract';
import { AS_IS } from '../view';

export interface Split {
  /** Points in 100, rounded: null where it is not known yet. */
  readonly held: number | null;
  readonly rethink: number | null;
  readonly net: number | null;
}

/** Null where nothing is set. The two parts add up to the net as it is shown: each is rounded from there. */
export function splitOf(board: Board, outcome: number): Split | null {
  const held = board.stage === 'held' ? board.outcomes[outcome]?.odds : board.held?.[outcome];
  const before = board.base[outcome];
  if (board.view.set.length === 0 || before === undefined) return null;
  const now = board.stage === 'held' ? undefined : board.outcomes[outcome]?.odds;
  const byHeld = held === undefined ? null : inPoints(held - before);
  const net = now === undefined ? null : inPoints(now - before);
  return { held: byHeld, rethink: net !== null && byHeld !== null ? clean(net - byHeld) : null, net };
}

/** What the policy with nothing set does against the scenario as it is, points in 100; null where it is that. */
export function policyPoints(board: Board, outcome: number): number | null {
  const [now, before] = [board.base[outcome], board.asIs?.[outcome]];
  return board.view.policy === AS_IS || now === undefined || before === undefined ? null : inPoints(now - before);
}

/** To a point, or to a tenth where there is less than three. */
function inPoints(difference: number): number {
  const step = Math.abs(difference) < 0.03 ? 0.1 : 1;
  return clean(Math.round((difference * 100) / step) * step);
}

function clean(value: number): number {
  return Number(value.toFixed(1)) + 0;
}

/** `+4`, `−0.6`, `0`. */
export function signedPoints(value: number): string {
  return value === 0 ? '0' : (value > 0 ? '+' : '−') + String(Math.abs(value));
}
