// Who is tied to whom: actors on a circle in the file's order, which never moves; solid lines help, dashed ones harm,
// double ones are commitments.
import type { Situation } from '../answers';
import { colourClass } from '../parts/dots';
import { Figure } from '../parts/figure';
import { capital, titleOf } from '../parts/pick';
import { Walk } from '../parts/walk';
import { clipped } from '../paths/lanes';
import { pointsOf } from '../paths/words';
import { allLines, linesShown, weightWords, type Line } from './ties';

export interface NetworkProps {
  readonly situation: Situation;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

export function Network({ situation, chosen, onChoose }: NetworkProps) {
  const lines = allLines(situation);
  const name = (id: string): string => capital(situation.actors.find((actor) => actor.id === id)?.title ?? id);
  const finding = findingOf(lines, chosen, name);
  const drawn = situation.actors.length <= 12;
  return (
    <section aria-labelledby="ties">
      <h2 id="ties">Who is tied to whom</h2>
      <Figure
        name="situation-ties"
        finding={finding}
        drawn={drawn}
        sources={
          <details>
            <summary>How a tie's weight is made</summary>
            {situation.weight}
          </details>
        }
        table={{
          columns: ['Who', 'To whom', 'Points', 'By'],
          rows: lines.filter((line) => chosen === null || line.from === chosen || line.to === chosen).map((line) => [name(line.from), name(line.to), line.points, titleOf('moves', line.move)]),
        }}
        show={(cell) => (typeof cell === 'number' ? pointsOf(cell) : cell)}
      >
        {drawn ? (
          <Walk
            label={finding}
            marks={situation.actors.map((actor) => actorWords(actor.id, lines, name))}
            onPick={(k) => onChoose(situation.actors[k]?.id ?? null)}
          >
            {(at) => <Circle situation={situation} chosen={chosen} at={at} name={name} />}
          </Walk>
        ) : (
          <p>There are too many actors for a picture: the table has their ties.</p>
        )}
        <p class="note">
          Solid + helps, dashed − harms, with points; double: a commitment. {chosen === null ? 'The strongest line of each pair; choose an actor for more of its own.' : 'Choose it again to see all.'}
        </p>
      </Figure>
    </section>
  );
}

function findingOf(lines: readonly Line[], chosen: string | null, name: (id: string) => string): string {
  const mine = lines.filter((line) => chosen === null || line.from === chosen);
  const help = mine.find((line) => line.points > 0);
  const harm = mine.find((line) => line.points < 0);
  const words = (line: Line, verb: string): string => `${name(line.from)} can ${verb} ${name(line.to)} most: ${pointsOf(line.points)} points by “${titleOf('moves', line.move)}”`;
  const said = [harm && words(harm, 'harm'), help && words(help, 'help')].filter((one) => one !== undefined);
  if (said.length > 0) return `${said.join('; ')}.`;
  return `No move ${chosen === null ? '' : `of ${name(chosen)} `}does anything at once for or against another.`;
}

function actorWords(id: string, lines: readonly Line[], name: (id: string) => string): string {
  const out = lines.filter((line) => line.from === id).slice(0, 4);
  return `${name(id)}: ${out.map((line) => `${pointsOf(line.points)} to ${name(line.to)}`).join(', ') || 'can do nothing to others'}`;
}

const WIDTH = 400;
const HEIGHT = 370;
const RADIUS = 122;
const NODE = 19;
/** Room for the names above and below. */
const MARGIN = 48;

interface CircleProps {
  readonly situation: Situation;
  readonly chosen: string | null;
  readonly at: number;
  readonly name: (id: string) => string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function Circle({ situation, chosen, at, name }: CircleProps) {
  const { actors } = situation;
  const place = (id: string): Point => {
    const k = actors.findIndex((actor) => actor.id === id);
    const angle = (2 * Math.PI * k) / actors.length - Math.PI / 2;
    return { x: WIDTH / 2 + RADIUS * Math.cos(angle), y: HEIGHT / 2 + RADIUS * Math.sin(angle) };
  };
  const lines = linesShown(situation, chosen);
  const heights = actors.map((actor) => place(actor.id).y);
  const top = Math.min(...heights) - MARGIN;
  const most = Math.max(...lines.map((line) => Math.abs(line.points)), 1e-9);
  const touched = (id: string): boolean => chosen === null || id === chosen || lines.some((line) => line.from === id || line.to === id);
  return (
    <svg class="network" aria-hidden="true" viewBox={`0 ${top.toFixed(1)} ${WIDTH} ${(Math.max(...heights) + MARGIN - top).toFixed(1)}`} width={WIDTH}>
      {situation.commitments
        .filter((one) => one.to !== null && !one.dormant)
        .map((one) => {
          const path = curve(place(one.by), place(one.to ?? ''), -0.1).path;
          const mine = chosen === null || one.by === chosen || one.to === chosen;
          return (
            <g key={one.id} class={mine ? undefined : 'far'}>
              <path class="double-out" d={path} />
              <path class="double-in" d={path} />
            </g>
          );
        })}
      {lines.map((line) => {
        // What helps and what harms go different ways.
        const { path, middle, end, angle } = curve(place(line.from), place(line.to), line.points > 0 ? 0.12 : 0.3, (line.from === chosen ? 0.62 : 0.36) + (line.points > 0 ? 0 : 0.13));
        const width = 1.2 + 4.8 * Math.sqrt(Math.abs(line.points) / most);
        return (
          <g key={`${line.from} ${line.to} ${line.move}`} class={line.points > 0 ? 'c0' : 'c1'}>
            <path class="tie" d={path} stroke-width={width.toFixed(1)} {...(line.points > 0 ? {} : { 'stroke-dasharray': '7 5' })} />
            <path class="full" d={`M0 0L-${(7 + width).toFixed(1)} -${(3.5 + width).toFixed(1)}V${(3.5 + width).toFixed(1)}Z`} transform={`translate(${end.x.toFixed(1)} ${end.y.toFixed(1)}) rotate(${angle.toFixed(1)})`} />
            {Math.abs(line.points) >= 0.08 * most && <text class="halo" x={middle.x.toFixed(1)} y={(middle.y + 4).toFixed(1)} font-size="13" font-weight="650" text-anchor="middle">
              {weightWords(line.points)}
            </text>}
          </g>
        );
      })}
      {actors.map((actor, k) => {
        const { x, y } = place(actor.id);
        const below = y > HEIGHT / 2 + 1;
        const side = Math.abs(x - WIDTH / 2) < 8 ? 'middle' : x > WIDTH / 2 ? 'start' : 'end';
        const label = clipped(name(actor.id), 20);
        // Beside the circle there is room for a word or two; the text stays inside the drawing.
        const half = label.length * 3.7;
        const middle = Math.min(WIDTH - half, Math.max(half, side === 'middle' ? x : x + (side === 'start' ? 14 : -14)));
        return (
          <g key={actor.id} data-mark={k} class={`${colourClass(k)}${k === at || actor.id === chosen ? ' here' : ''}${touched(actor.id) ? '' : ' away'}`}>
            <circle class="paper" cx={x} cy={y} r={NODE} />
            <circle class="tint" cx={x} cy={y} r={NODE} />
            <text x={x} y={y + 5} font-size="13" font-weight="700" text-anchor="middle">
              {actor.id.slice(0, 3).toUpperCase()}
            </text>
            <text class="halo" x={middle} y={below ? y + NODE + 15 : y - NODE - 6} font-size="13" text-anchor="middle">
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** A bent line between two circles, with the place of its words, away from where all lines meet, its end and the way it points there. */
function curve(from: Point, to: Point, bend: number, at = 0.36): { path: string; middle: Point; end: Point; angle: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const control = { x: (from.x + to.x) / 2 - bend * dy, y: (from.y + to.y) / 2 + bend * dx };
  const start = toward(from, control, NODE);
  const end = toward(to, control, NODE + 2);
  const rest = 1 - at;
  const along = (a: number, b: number, c: number): number => rest * rest * a + 2 * rest * at * b + at * at * c;
  const middle = { x: along(from.x, control.x, to.x), y: along(from.y, control.y, to.y) };
  const f = (value: number): string => value.toFixed(1);
  const angle = (Math.atan2(to.y - control.y, to.x - control.x) * 180) / Math.PI;
  return { path: `M${f(start.x)} ${f(start.y)}Q${f(control.x)} ${f(control.y)} ${f(end.x)} ${f(end.y)}`, middle, end, angle };
}

function toward(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + (by * (to.x - from.x)) / length, y: from.y + (by * (to.y - from.y)) / length };
}
