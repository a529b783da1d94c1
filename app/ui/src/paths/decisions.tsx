// Decisions laid open: what was done how often, for the sake of what, and what would turn it.
import { useId } from 'preact/hooks';
import type { Decision, Paths } from '../answers';
import { Cite } from '../drawer';
import { DataTable, Figure } from '../parts/figure';
import { hatched, Hatches } from '../parts/hatch';
import { useNarrow } from '../parts/narrow';
import { titleOf } from '../parts/pick';
import { Walk } from '../parts/walk';
import { in100 } from '../words';
import { clipped } from './lanes';
import { pointsOf } from './words';

export function Decisions({ paths }: { readonly paths: Paths }) {
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">Decisions, and why not otherwise</h2>
      <ol class="decision-list">
        {paths.decisions.map((decision, k) => (
          <li key={k} class="panel">
            <DecisionCard decision={decision} name={`pathways-${paths.outcome}-decision-${k + 1}`} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function DecisionCard({ decision, name }: { readonly decision: Decision; readonly name: string }) {
  const chosen = moveTitle(decision.chosen);
  const against = moveTitle(decision.against);
  const parts = [...decision.split].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const shown = parts.filter((part, k) => k === 0 || Math.abs(part.points) >= 0.005).slice(0, 6);
  const table = parts.map((part) => [part.interest, part.points] as const);
  return (
    <>
      <h3>
        {decision.title} {decision.close && <span class="tag">close</span>}
      </h3>
      <p>
        {decision.where} {decision.often}
      </p>
      <p>
        <strong>Why not {against === 'wait' ? 'wait' : `“${against}”`}?</strong> {decision.worth} {decision.turned}
      </p>
      {decision.flips && (
        <p class="note">
          Where that number comes from: <Cite path={decision.flips.judgement}>{decision.flips.judgement}</Cite>
        </p>
      )}
      <div class="beside">
        <DataTable
          caption={`What may be done there, beside ${chosen}`}
          table={{
            columns: ['Option', 'Chosen, in 100', 'Points over waiting'],
            rows: decision.options.map((option) => [moveTitle(option.move), option.odds, option.advantage]),
          }}
          show={(cell, column) => (typeof cell === 'string' ? cell : column === 1 ? in100(cell) : pointsOf(cell))}
        />
        {shown.length > 0 && (
          <Figure
            name={name}
            finding={`“${chosen}” against ${against === 'wait' ? 'waiting' : `“${against}”`}: ${pointsOf(decision.difference)} points, by interest`}
            sources="Full bars speak for it, hatched ones against."
            table={{ columns: ['Interest', 'Points'], rows: table }}
            show={(cell) => (typeof cell === 'string' ? cell : pointsOf(cell))}
          >
            <Walk label={`Points by interest.`} marks={shown.map((part) => `${part.interest}: ${pointsOf(part.points)} points`)}>
              {(at) => <SplitBars parts={shown} at={at} />}
            </Walk>
          </Figure>
        )}
      </div>
    </>
  );
}

const ROW = 38;

/** Bars to the right for what speaks for it, to the left for what speaks against. */
function SplitBars({ parts, at }: { readonly parts: Decision['split']; readonly at: number }) {
  const id = useId();
  const narrow = useNarrow();
  const width = narrow ? 260 : 380;
  const most = Math.max(...parts.map((part) => Math.abs(part.points)), 1e-9);
  const middle = width / 2;
  const reach = middle - 48;
  return (
    <svg class="split" aria-hidden="true" viewBox={`0 0 ${width} ${parts.length * ROW + 4}`} width={width}>
      <Hatches id={id} colour="c1" />
      {parts.map((part, k) => {
        const length = (Math.abs(part.points) / most) * reach;
        const to = part.points >= 0;
        return (
          <g key={k} data-mark={k} class={k === at ? 'here' : undefined}>
            <rect class="bare" x="0" y={k * ROW} width={width} height={ROW} />
            <text x="0" y={k * ROW + 14} font-size="13">
              {clipped(part.interest, narrow ? 38 : 54)}
            </text>
            <rect
              class={to ? 'full c0' : 'edge c1'}
              {...(to ? {} : { fill: hatched(id, 'slant') })}
              x={to ? middle : middle - length}
              y={k * ROW + 19}
              width={Math.max(0.5, length)}
              height="13"
            />
            <text x={to ? middle + length + 5 : middle - length - 5} y={k * ROW + 30} font-size="13" text-anchor={to ? 'start' : 'end'}>
              {pointsOf(part.points)}
            </text>
          </g>
        );
      })}
      <line class="rule" x1={middle} x2={middle} y1="16" y2={parts.length * ROW} />
    </svg>
  );
}

const moveTitle = (move: string): string => (move === 'wait' ? 'wait' : titleOf('moves', move));
