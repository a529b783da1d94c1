// A bar for each judgement, from its low to its high end: whole where it has a source, hatched aslant where it is a
// guess, upright and in another colour where no source is named.
import { useId } from 'preact/hooks';
import { hatched, Hatches } from '../parts/hatch';
import { useNarrow } from '../parts/narrow';
import { clipped } from '../paths/lanes';
import { judgements } from '../state';
import { changeWords, type MatterBar } from './bars';

const ROW = 46;

export interface TornadoProps {
  readonly bars: readonly MatterBar[];
  readonly odds: boolean;
  readonly unit: string;
  /** The one walked on, and the one that was picked. */
  readonly at: number;
  readonly picked: number;
}

export function Tornado({ bars, odds, unit, at, picked }: TornadoProps) {
  const id = useId();
  const narrow = useNarrow();
  const [width, edge] = narrow ? [290, 62] : [620, 108];
  const most = Math.max(...bars.map((bar) => Math.max(Math.abs(bar.low), Math.abs(bar.high))), 1e-12);
  const x = (change: number): number => width / 2 + (change / most) * (width / 2 - edge);
  const words = (bar: MatterBar, change: number, end: string): string => `${narrow ? '' : `${end} `}${bar.resolved ? '' : '≈ '}${changeWords(change, odds)}`;
  return (
    <svg class="tornado" aria-hidden="true" viewBox={`0 0 ${width} ${bars.length * ROW + 26}`} width={width}>
      <Hatches id={`${id}g`} colour="c0" />
      <Hatches id={`${id}u`} colour="c1" />
      {bars.map((bar, k) => {
        const top = k * ROW;
        const [low, high] = [x(bar.low), x(bar.high)];
        const from = Math.min(width / 2, low, high);
        const to = Math.max(width / 2, low, high);
        const lowIsLeft = bar.low <= bar.high;
        const fill = bar.ground === 'guess' ? hatched(`${id}g`, 'slant') : hatched(`${id}u`, 'upright');
        return (
          <g key={bar.paths.join()} data-mark={k} class={k === at || k === picked ? 'here' : undefined}>
            <rect class="bare" x="0" y={top} width={width} height={ROW} />
            <text x="0" y={top + 15} font-size="14">
              {k + 1}{'  '}
              {clipped(nameOf(bar), narrow ? 36 : 74)}
            </text>
            <rect
              class={bar.ground === 'sourced' ? 'full c0' : `edge ${bar.ground === 'guess' ? 'c0' : 'c1'}`}
              {...(bar.ground === 'sourced' ? {} : { fill })}
              x={from}
              y={top + 22}
              width={Math.max(0.5, to - from)}
              height="15"
            />
            <text x={from - 6} y={top + 34} font-size="13" text-anchor="end">
              {lowIsLeft ? words(bar, bar.low, 'low') : words(bar, bar.high, 'high')}
            </text>
            <text x={to + 6} y={top + 34} font-size="13">
              {lowIsLeft ? words(bar, bar.high, 'high') : words(bar, bar.low, 'low')}
            </text>
            <line class="rule" x1={width / 2} x2={width / 2} y1={top + 19} y2={top + 40} />
          </g>
        );
      })}
      <text x={width / 2} y={bars.length * ROW + 18} font-size="13" text-anchor="middle">
        change in {unit}
      </text>
    </svg>
  );
}

export function nameOf(bar: MatterBar): string {
  const more = bar.paths.length - 1;
  const path = bar.paths[0] ?? '';
  return (judgements.peek().get(path)?.title ?? path) + (more > 0 ? ` and ${more} together with it` : '');
}
