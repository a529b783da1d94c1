// All claims at a glance: in what share of worlds each is true, and where a verdict begins.
import { useId } from 'preact/hooks';
import { VERDICTS, type Claims, type Verdict, type VerdictWord } from '../answers';
import { Figure } from '../parts/figure';
import { Hatches, hatched } from '../parts/hatch';
import { useNarrow } from '../parts/narrow';
import { Walk } from '../parts/walk';
import { clipped } from '../paths/lanes';
import { count, share } from '../words';
import { jump } from './article';

export const SIGNS: Readonly<Record<VerdictWord, string>> = { holds: '✓', fails: '✗', depends: '±', assumed: '=', untestable: '?' };

/** `4 claims: 1 holds, 2 depends, 1 untestable.` */
export function countsOf(claims: Claims): string {
  const counts = VERDICTS.filter((word) => claims.counts[word] > 0).map((word) => `${claims.counts[word]} ${word}`);
  return `${count(claims.claims.length, 'claim')}: ${counts.join(', ')}.`;
}

export function Overview({ claims, shown }: { readonly claims: Claims; readonly shown: readonly Verdict[] }) {
  const measured = shown.filter((claim) => claim.share !== null && claim.worlds > 0);
  const finding = countsOf(claims);
  if (measured.length === 0) return <p>{finding}</p>;
  return (
    <Figure
      name="claims"
      finding={finding}
      sources={`${count(claims.worlds, 'world')}. A claim holds from 80% of worlds on, fails up to 20%, and depends in between, or where another equilibrium of the middle world says otherwise.`}
      table={{
        columns: ['Claim', 'Verdict', 'True in', 'Found', 'Test', 'At'],
        rows: shown.map((claim) => [claim.id, claim.verdict, claim.share ?? '', claim.found, claim.test, claim.at]),
      }}
      show={(cell) => (typeof cell === 'number' ? share(cell) : cell)}
    >
      <Walk
        label={finding}
        marks={measured.map((claim) => `${claim.id}: ${claim.verdict}, true in ${share(claim.share ?? NaN)} of worlds. ${claim.says}`)}
        onPick={(k) => jump(new Event('pick'), `claim-${measured[k]?.id ?? ''}`)}
      >
        {(at) => <Shares claims={measured} at={at} />}
      </Walk>
    </Figure>
  );
}

const ROW = 24;

function Shares({ claims, at }: { readonly claims: readonly Verdict[]; readonly at: number }) {
  const id = useId();
  const narrow = useNarrow();
  const [left, width, row] = narrow ? [2, 230, ROW + 18] : [230, 300, ROW];
  const x = (value: number): number => left + width * value;
  const height = claims.length * row;
  return (
    <svg class="claims-picture" aria-hidden="true" viewBox={`0 0 ${left + width + 64} ${height + 26}`} width={left + width + 64}>
      <Hatches id={id} colour="c1" />
      {claims.map((claim, k) => {
        const top = k * row + (narrow ? 18 : 0);
        const value = claim.share ?? 0;
        return (
          <g key={claim.id} data-mark={k} class={k === at ? 'here' : undefined}>
            <rect class="bare" x="0" y={k * row} width={left + width + 64} height={row} />
            <text x={narrow ? 0 : left - 8} y={narrow ? top - 4 : top + 16} font-size="13" text-anchor={narrow ? 'start' : 'end'}>
              {clipped(claim.id, 34)}
            </text>
            <rect class="ground" x={left} y={top + 4} width={width} height={ROW - 8} />
            <rect
              class={value >= 0.8 ? 'full c0' : 'edge c1'}
              {...(value >= 0.8 ? {} : { fill: hatched(id, value <= 0.2 ? 'cross' : 'slant') })}
              x={left}
              y={top + 4}
              width={Math.max(1, width * value)}
              height={ROW - 8}
            />
            <text x={left + width + 8} y={top + 16} font-size="13">
              {SIGNS[claim.verdict]} {share(value)}
            </text>
          </g>
        );
      })}
      {[0.2, 0.8].map((end) => (
        <g key={end}>
          <line class="rule" stroke-dasharray="3 3" x1={x(end)} x2={x(end)} y1="0" y2={height} />
          <text x={x(end)} y={height + 18} font-size="13" text-anchor="middle">
            {end * 100}%
          </text>
        </g>
      ))}
    </svg>
  );
}
