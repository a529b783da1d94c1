// Odds over time as areas on top of each other, the first outcome at the top, each with its letter.
import type { OddsAt } from '../contract';
import { plain } from '../values';
import { colourClass } from './dots';

const LEFT = 34;
const RIGHT = 30;
const TOP = 10;
const WIDTH = 496;
const HEIGHT = 250;
const BOTTOM = 46;
const TEXT = 14;
/** Areas lower than this have no room for a letter inside. */
const ROOM = 17;

export interface AreasProps {
  readonly over: readonly OddsAt[];
  readonly letters: string;
  readonly unit: string;
  readonly label: string;
}

export function Areas({ over, letters, unit, label }: AreasProps) {
  const end = over.at(-1)?.t ?? 1;
  const x = (t: number): number => LEFT + (WIDTH * t) / (end || 1);
  const ks = [...letters].map((_, k) => k);
  return (
    <svg class="areas" role="img" aria-label={label} viewBox={`0 0 ${LEFT + WIDTH + RIGHT} ${TOP + HEIGHT + BOTTOM}`}>
      {ks.map((k) => (
        <polygon key={k} class={`area ${colourClass(k)}`} points={area(over, k, x)} />
      ))}
      {[0, 25, 50, 75, 100].map((tick) => (
        <g key={tick}>
          <line class="faint" x1={LEFT} x2={LEFT + WIDTH} y1={y(1 - tick / 100)} y2={y(1 - tick / 100)} />
          <text x={LEFT - 6} y={y(1 - tick / 100) + 5} font-size={TEXT} text-anchor="end">{tick}</text>
        </g>
      ))}
      {ticks(end).map((t) => (
        <g key={t}>
          <line class="rule" x1={x(t)} x2={x(t)} y1={y(1)} y2={y(1) + 5} />
          <text x={x(t)} y={y(1) + 20} font-size={TEXT} text-anchor="middle">{plain(t)}</text>
        </g>
      ))}
      <line class="rule" x1={LEFT} x2={LEFT + WIDTH} y1={y(1)} y2={y(1)} />
      <text x={LEFT + WIDTH / 2} y={y(1) + 40} font-size={TEXT} text-anchor="middle">{unit}s from the start</text>
      {ks.map((k) => {
        const at = letterAt(over, k);
        return (
          at && (
            <text
              key={k}
              x={at.atEnd ? LEFT + WIDTH + 8 : Math.min(LEFT + WIDTH - 12, Math.max(LEFT + 12, x(at.t)))}
              y={y(at.down) + 5}
              font-size={TEXT + 1}
              font-weight="700"
              text-anchor={at.atEnd ? 'start' : 'middle'}
            >
              {letters[k]}
            </text>
          )
        );
      })}
    </svg>
  );
}

function y(down: number): number {
  return TOP + HEIGHT * Math.min(1, Math.max(0, down));
}

/** The edge above outcome k is the odds of those before it, counted from the top. */
function above(at: OddsAt, k: number): number {
  return at.outcomes.slice(0, k).reduce((sum, odds) => sum + odds, 0);
}

function area(over: readonly OddsAt[], k: number, x: (t: number) => number): string {
  const top = over.map((at) => `${x(at.t).toFixed(1)},${y(above(at, k)).toFixed(1)}`);
  const bottom = over.map((at) => `${x(at.t).toFixed(1)},${y(above(at, k + 1)).toFixed(1)}`);
  return [...top, ...bottom.reverse()].join(' ');
}

/** Beside the end of the area, or inside at its widest where that is thin at its end; null where there is no room. */
function letterAt(over: readonly OddsAt[], k: number): { t: number; down: number; atEnd: boolean } | null {
  const last = over.at(-1);
  if (!last) return null;
  const odds = (at: OddsAt): number => at.outcomes[k] ?? 0;
  const middle = (at: OddsAt): number => above(at, k) + odds(at) / 2;
  if (odds(last) * HEIGHT >= ROOM) return { t: last.t, down: middle(last), atEnd: true };
  const widest = over.reduce((best, at) => (odds(at) > odds(best) ? at : best), last);
  return odds(widest) * HEIGHT >= ROOM ? { t: widest.t, down: middle(widest), atEnd: false } : null;
}

/** At most eight, 1, 2 or 5 times a power of ten apart, and the horizon. */
export function ticks(end: number): readonly number[] {
  if (!(end > 0)) return [0];
  const power = 10 ** Math.floor(Math.log10(end / 8));
  const step = [1, 2, 5, 10].map((f) => f * power).find((s) => end / s <= 8) ?? 10 * power;
  const all: number[] = [];
  // The horizon has a label of its own, and needs its room.
  for (let k = 0; k * step < end - 0.6 * step + 1e-9; k++) all.push(k * step);
  return [...all, end];
}
