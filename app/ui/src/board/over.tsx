// How the odds go over time: the second view.
import { useRef } from 'preact/hooks';
import type { Board, OddsAt } from '../contract';
import { Areas } from '../parts/areas';
import { Figure } from '../parts/figure';
import { plain } from '../values';
import { in100 } from '../words';

export function OverTime({ board, fresh, unit }: { readonly board: Board; readonly fresh: boolean; readonly unit: string }) {
  // With plans held there is no course of time; the last one stays and says that it is of before.
  const last = useRef<readonly OddsAt[]>([]);
  if (board.over) last.current = board.over;
  const over = last.current;
  if (over.length === 0) return null;
  const stale = board.over === null || !fresh;
  const letters = board.outcomes.map((outcome) => outcome.letter).join('');
  const finding = findingOf(board, over, unit);
  return (
    <section class="over">
      <h2>Odds over time</h2>
      <Figure
        name={`${board.scenario}-odds-over-time`}
        finding={stale ? 'Being worked out again; this is of before the change.' : finding}
        busy={stale}
        sources="Exact odds of the middle world; how it stands at each time."
        table={{
          columns: [`${unit}s from the start`, ...board.outcomes.map((outcome) => `${outcome.letter} ${outcome.title}`)],
          rows: over.map((at) => [at.t, ...at.outcomes]),
        }}
        show={(cell, column) => (typeof cell !== 'number' ? cell : column === 0 ? plain(cell) : in100(cell))}
      >
        <Areas over={over} letters={letters} unit={unit} label={finding} />
      </Figure>
    </section>
  );
}

/** The outcome that gains most from the start to the horizon. */
function findingOf(board: Board, over: readonly OddsAt[], unit: string): string {
  const first = over[0];
  const last = over.at(-1);
  if (!first || !last) return '';
  const gains = last.outcomes.map((odds, k) => odds - (first.outcomes[k] ?? 0));
  const k = gains.indexOf(Math.max(...gains));
  const at = over.find((one) => (one.outcomes[k] ?? 0) >= (last.outcomes[k] ?? 0) / 2);
  const title = board.outcomes[k]?.title ?? '';
  const half = at && at !== first && at !== last ? `; half of that by ${unit} ${plain(at.t)}` : '';
  return `“${title}” gains most: ${in100(first.outcomes[k] ?? 0)} in 100 at the start, ${in100(last.outcomes[k] ?? 0)} at the end${half}.`;
}
