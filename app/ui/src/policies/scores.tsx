// A score under each policy: a strip of dots, its band, in what share of worlds none has more, how far behind it falls.
import { bandOf, type MeasureOf, type Policies, type Side } from '../answers';
import { view } from '../state';
import { AS_IS } from '../view';
import { changeBand, numberBand, oddsBand, pointsBand, share, type Band } from '../words';
import { Grid } from './grid';
import { SideName, titleOfSide } from './names';
import { extent, numbers, Strip } from './strip';

export function ScoreSection({ policies, score }: { readonly policies: Policies; readonly score: string }) {
  const measure = policies.measures[score];
  if (!measure) return null;
  const values = policies.policies.map((side) => numbers(policies.each[side.id]?.scores[score]));
  const [low, high] = extent(values);
  const shown = (band: Band): string => (measure.odds ? oddsBand(band) : numberBand(band));
  const changed = (band: Band): string => (measure.odds ? pointsBand(band) : changeBand(band));
  const merit = (side: Side): Side['merits'][number] | undefined => side.merits.find((one) => one.judge === score);
  return (
    <section aria-labelledby={`score-${score}`}>
      <h2 id={`score-${score}`}>{measure.title}</h2>
      <p>{finding(policies, score, measure, shown)}</p>
      <Grid
        name={`policies-${score}`}
        caption={`${measure.title}, ${measure.unit} (${measure.says})`}
        columns={[
          { name: 'Policy' },
          { name: `Worlds, ${ends(low, high, shown)}` },
          { name: 'Across the ranges', number: true },
          { name: 'Change', number: true },
          { name: 'Highest in', number: true },
          { name: 'Falls behind by', number: true },
        ]}
        rows={policies.policies.map((side, k) => {
          const band = bandOf(side.scores[score]);
          return {
            key: side.id,
            marked: side.id === view.value.policy,
            cells: [
              <SideName side={side} />,
              <Strip values={values[k] ?? []} low={low} high={high} label={`${measure.title}, ${titleOfSide(side)}: ${shown(band)} ${measure.unit}`} />,
              shown(band),
              side.id === AS_IS ? '–' : changed(changeOf(policies, side.id, score)),
              share(merit(side)?.bestInShare ?? NaN),
              shown(point(merit(side)?.worstRegret ?? NaN)),
            ],
          };
        })}
        csv={{
          columns: ['policy', 'median', 'p5', 'p95', 'change', 'change_p5', 'change_p95', 'best_in_share', 'worst_regret'],
          rows: policies.policies.map((side) => {
            const [band, change] = [bandOf(side.scores[score]), changeOf(policies, side.id, score)];
            return [side.id, band.median, band.p5, band.p95, change.median, change.p5, change.p95, merit(side)?.bestInShare ?? '', merit(side)?.worstRegret ?? ''];
          }),
        }}
        note="Highest in: in what share of worlds no policy has more. Falls behind by: the most by which another policy has more in some world, its regret. Whether more is better depends on the score."
      />
    </section>
  );
}

const point = (value: number): Band => ({ median: value, p5: value, p95: value });

/** The ends of the line that strips are on, rounded alike. */
function ends(low: number, high: number, shown: (band: Band) => string): string {
  return /\((.*)\)$/.exec(shown({ median: low, p5: low, p95: high }))?.[1]?.replace('–', ' to ') ?? shown(point(low));
}

function changeOf(policies: Policies, id: string, score: string): Band {
  if (id === AS_IS) return point(0);
  return bandOf(policies.differences.find((one) => one.policy === id && one.against === AS_IS)?.scores[score]);
}

function finding(policies: Policies, score: string, measure: MeasureOf, shown: (band: Band) => string): string {
  const merits = policies.policies.map((side) => ({ side, merit: side.merits.find((one) => one.judge === score) }));
  if (merits.length < 2) return '';
  const most = [...merits].sort((a, b) => (b.merit?.bestInShare ?? -1) - (a.merit?.bestInShare ?? -1))[0];
  const least = [...merits].sort((a, b) => (a.merit?.worstRegret ?? Infinity) - (b.merit?.worstRegret ?? Infinity))[0];
  if (!most || !least) return '';
  const unit = measure.odds ? 'points' : measure.unit;
  const behind = `falls behind least, at most by ${shown(point(least.merit?.worstRegret ?? NaN))} ${unit}`;
  return (
    `“${titleOfSide(most.side)}” has the highest in ${share(most.merit?.bestInShare ?? NaN)} of worlds` +
    (most.side === least.side ? `, and ${behind}.` : `; “${titleOfSide(least.side)}” ${behind}.`)
  );
}
