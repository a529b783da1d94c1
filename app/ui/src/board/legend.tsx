// The outcomes with their odds: what the letters mean, as many in 100, and the band over the ranges.
import type { Bands, Board } from '../contract';
import { colourClass } from '../parts/dots';
import { bandOnly, in100, points } from '../words';

export interface LegendProps {
  readonly board: Board;
  readonly bands: Bands | null;
  readonly fresh: boolean;
  /** The outcome that is looked at. */
  readonly focus: string;
  readonly onFocus: (id: string) => void;
}

export function Legend({ board, bands, fresh, focus, onFocus }: LegendProps) {
  const isSet = board.view.set.length > 0;
  return (
    <ul class="legend" aria-busy={fresh ? undefined : 'true'} aria-label="How it may stand, in 100">
      {board.outcomes.map((outcome, k) => {
        const band = bands?.outcomes.find((one) => one.id === outcome.id);
        const before = board.base[k];
        return (
          <li key={outcome.id}>
            <button type="button" aria-pressed={outcome.id === focus} onClick={() => onFocus(outcome.id)}>
              <span class={`letter ${colourClass(k)}`}>{outcome.letter}</span>
              <span class="name">{outcome.title}</span>
              <span class="figures">
                <span class="delta">{isSet && before !== undefined ? points(outcome.odds - before) : ''}</span>
                <span class="value">
                  {in100(outcome.odds)}
                  <span class="unseen"> in 100</span>
                </span>
                <span class="band">{band ? `(${bandOnly(band)})` : ''}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
