// Ties as a picture draws them.
import type { Situation, Tie } from '../answers';
import { pointsOf } from '../paths/words';

/** One line of the picture: what one move of `from` does to `to`. */
export interface Line {
  readonly from: string;
  readonly to: string;
  readonly move: string;
  readonly points: number;
}

const linesOf = (tie: Tie): readonly Line[] => [tie.harms, tie.helps].flatMap((stroke) => (stroke ? [{ from: tie.from, to: tie.to, ...stroke }] : []));

/** Lines fainter than this part of the strongest are in the table alone, while nobody is chosen. */
const FAINT = 0.1;

/**
 * The lines to draw. While nobody is chosen, the strongest one of each pair; then all notable ones that go out from
 * whom was chosen or come in.
 */
export function linesShown({ ties }: Situation, chosen: string | null): readonly Line[] {
  if (chosen !== null) return ties.filter((tie) => tie.from === chosen || tie.to === chosen).flatMap((tie) => notable(linesOf(tie)));
  const pairs = new Map<string, Line>();
  for (const line of ties.flatMap(linesOf)) {
    const key = [line.from, line.to].sort().join(' ');
    const was = pairs.get(key);
    if (!was || Math.abs(line.points) > Math.abs(was.points)) pairs.set(key, line);
  }
  const most = Math.max(0, ...[...pairs.values()].map((line) => Math.abs(line.points)));
  return [...pairs.values()].filter((line) => Math.abs(line.points) >= FAINT * most);
}

/** The stronger of the two, and the other one unless it is far weaker. */
function notable(lines: readonly Line[]): readonly Line[] {
  const most = Math.max(0, ...lines.map((line) => Math.abs(line.points)));
  return lines.filter((line) => Math.abs(line.points) >= 0.5 * most);
}

export const allLines = ({ ties }: Situation): readonly Line[] => ties.flatMap(linesOf).sort((a, b) => Math.abs(b.points) - Math.abs(a.points));

/** `+5`, `−0.3`: whole points from 1 on. */
export function weightWords(points: number): string {
  return Math.abs(points) >= 0.95 ? (points < 0 ? '−' : '+') + Math.abs(points).toFixed(0) : pointsOf(points);
}
