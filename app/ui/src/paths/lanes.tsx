// The board over time: a lane for each row, the level on which most runs stand, as high as their share.
import type { LaneRow, LanesOf, Paths } from '../answers';
import { ticks } from '../parts/areas';
import { colourClass } from '../parts/dots';
import { Figure } from '../parts/figure';
import { useNarrow } from '../parts/narrow';
import { capital } from '../parts/pick';
import { Walk } from '../parts/walk';
import { count, in100 } from '../words';
import { changesOf, timeWords } from './words';

export interface Stretch {
  readonly level: number;
  /** Places in the times. */
  readonly from: number;
  readonly to: number;
}

/** In which stretches of time most runs stand on which level, of one row. */
export function stretches(share: LaneRow['share']): readonly Stretch[] {
  const all: Stretch[] = [];
  share.forEach((at, t) => {
    const level = at.indexOf(Math.max(...at));
    const last = all.at(-1);
    if (last?.level === level) all[all.length - 1] = { ...last, to: t };
    else all.push({ level, from: t, to: t });
  });
  return all;
}

/** The rows that the first storyline moves, and those of the board whose commonest level changes. */
export function rowsShown(paths: Paths, lanes: LanesOf): readonly LaneRow[] {
  const told = new Set(paths.storylines[0]?.steps.flatMap((step) => step.changes.map((change) => change.row)));
  return lanes.rows.filter((row) => told.has(row.row) || (row.kind === 'board' && stretches(row.share).length > 1));
}

export function LanesFigure({ paths, lanes }: { readonly paths: Paths; readonly lanes: LanesOf }) {
  const rows = rowsShown(paths, lanes);
  const first = paths.storylines[0];
  if (!first || rows.length === 0) return null;
  const lasting = first.steps.map((step) => `${changesOf(step)} about ${paths.unit} ${timeWords(step.t)}`).join(', then ');
  const these = first.share > 0.9995 ? 'all' : `${in100(first.share)} of 100`;
  const finding = `On the commonest way, that of ${these} that end so, ${lasting || 'nothing decisive changes for good'}.`;
  const table = rows.flatMap((row) =>
    stretches(row.share).map((one) => [row.row, row.levels[one.level] ?? '', lanes.times[one.from] ?? 0, endOf(lanes, one), meanShare(row, one)] as const),
  );
  return (
    <section aria-labelledby="lanes">
      <h2 id="lanes">The commonest way, row by row</h2>
      <Figure
        name={`pathways-${paths.outcome}-lanes`}
        finding={finding}
        sources={`The commonest level at each time, as high as its share; what passes quickly does not show. From ${count(Math.round(first.share * paths.runs), 'run')}.`}
        table={{ columns: ['Row', 'Level', `From ${paths.unit}`, `To ${paths.unit}`, 'Runs in 100'], rows: table }}
        show={(cell, column) => (typeof cell === 'string' ? cell : column === 4 ? in100(cell) : timeWords(cell))}
      >
        <Walk
          label={finding}
          marks={table.map(([row, level, from, to, share]) => `${row}: ${level}, ${paths.unit} ${timeWords(from)} to ${timeWords(to)}, in ${in100(share)} of 100 runs`)}
        >
          {(at) => <Lanes rows={rows} lanes={lanes} unit={paths.unit} at={at} />}
        </Walk>
      </Figure>
    </section>
  );
}

const endOf = (lanes: LanesOf, one: Stretch): number => lanes.times[Math.min(one.to + 1, lanes.times.length - 1)] ?? 0;

function meanShare(row: LaneRow, one: Stretch): number {
  let sum = 0;
  for (let t = one.from; t <= one.to; t++) sum += row.share[t]?.[one.level] ?? 0;
  return sum / (one.to - one.from + 1);
}

const LANE = 36;
const LETTER = 7.8;
const BOTTOM = 46;

interface LanesProps {
  readonly rows: readonly LaneRow[];
  readonly lanes: LanesOf;
  readonly unit: string;
  readonly at: number;
}

function Lanes({ rows, lanes, unit, at }: LanesProps) {
  const narrow = useNarrow();
  const [left, width, gap] = narrow ? [2, 296, 24] : [120, 560, 8];
  const end = lanes.times.at(-1) || 1;
  const x = (t: number): number => left + (width * t) / end;
  const base = rows.length * (LANE + gap) + (narrow ? gap - 8 : 0);
  let mark = -1;
  return (
    <svg class="lanes" aria-hidden="true" viewBox={`0 0 ${left + width + 14} ${base + BOTTOM}`} width={left + width + 14}>
      {rows.map((row, k) => {
        const floor = (k + 1) * (LANE + gap) - (narrow ? 0 : gap - 2);
        return (
          <g key={row.row}>
            <text x={narrow ? 0 : left - 8} y={narrow ? floor - LANE - 5 : floor - LANE / 2 + 5} font-size="14" text-anchor={narrow ? 'start' : 'end'}>
              {clipped(row.row, narrow ? 40 : 15)}
            </text>
            {stretches(row.share).map((one) => {
              mark++;
              const from = x(lanes.times[one.from] ?? 0);
              const to = x(endOf(lanes, one));
              const level = row.levels[one.level] ?? '';
              return (
                <g key={one.from} data-mark={mark} class={mark === at ? 'here' : undefined}>
                  <rect class="ground" x={from} y={floor - LANE} width={Math.max(0, to - from)} height={LANE} />
                  <polygon class={`area ${colourClass(one.level)}`} points={outline(row, lanes, one, x, floor)} />
                  {level.length * LETTER <= to - from - 6 && (
                    <text x={from + 5} y={floor - 6} font-size="14">
                      {level}
                    </text>
                  )}
                </g>
              );
            })}
            <line class="faint" x1={left} x2={left + width} y1={floor} y2={floor} />
          </g>
        );
      })}
      {ticks(end)
        .filter((_, k, all) => !narrow || k % 2 === 0 || k === all.length - 1)
        .map((t) => (
          <g key={t}>
            <line class="rule" x1={x(t)} x2={x(t)} y1={base} y2={base + 5} />
            <text x={x(t)} y={base + 20} font-size="14" text-anchor={narrow && t === end ? 'end' : 'middle'}>
              {timeWords(t)}
            </text>
          </g>
        ))}
      <line class="rule" x1={left} x2={left + width} y1={base} y2={base} />
      <text x={left + width / 2} y={base + 40} font-size="14" text-anchor="middle">
        {capital(unit)}s from the start
      </text>
    </svg>
  );
}

function outline(row: LaneRow, lanes: LanesOf, one: Stretch, x: (t: number) => number, floor: number): string {
  const points: string[] = [`${x(lanes.times[one.from] ?? 0).toFixed(1)},${floor}`];
  const last = Math.min(one.to + 1, lanes.times.length - 1);
  for (let t = one.from; t <= last; t++) {
    const share = row.share[Math.min(t, one.to)]?.[one.level] ?? 0;
    points.push(`${x(lanes.times[t] ?? 0).toFixed(1)},${(floor - LANE * share).toFixed(1)}`);
  }
  points.push(`${x(lanes.times[last] ?? 0).toFixed(1)},${floor}`);
  return points.join(' ');
}

export function clipped(text: string, most: number): string {
  return text.length > most ? text.slice(0, most - 1) + '…' : text;
}
