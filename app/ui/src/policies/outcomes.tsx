// Odds of each outcome under each policy.
import { bandOf, type Policies } from '../answers';
import { colourClass } from '../parts/dots';
import { sheet, view } from '../state';
import { bandSentence, oddsBand } from '../words';
import { Grid } from './grid';
import { SideName, titleOfSide } from './names';
import { extent, numbers, Strip } from './strip';

export function Outcomes({ policies }: { readonly policies: Policies }) {
  const outcomes = Object.keys(policies.titles);
  const letter = (k: number): string => sheet.value?.outcomes[k]?.letter ?? '';
  const focus = outcomes.includes(view.value.outcome ?? '') ? (view.value.outcome ?? '') : (outcomes[0] ?? '');
  const at = outcomes.indexOf(focus);
  const [low, high] = extent(policies.policies.map((side) => numbers(policies.each[side.id]?.outcomes[focus])));
  return (
    <section aria-labelledby="outcomes">
      <h2 id="outcomes">Outcomes under each policy</h2>
      <p>{bestSentence(policies, focus)}</p>
      <Grid
        name="policies-outcomes"
        caption={`Odds in 100, after ${policies.horizon} ${policies.unit}s`}
        columns={[
          { name: 'Policy' },
          { name: `Worlds of ${letter(at)}, ${oddsBand(point(low))} to ${oddsBand(point(high))}` },
          ...outcomes.map((id, k) => ({
            name: (
              <>
                <span class={`letter ${colourClass(k)}`}>{letter(k)}</span> {policies.titles[id]}
              </>
            ),
            number: true,
          })),
        ]}
        rows={policies.policies.map((side) => ({
          key: side.id,
          marked: side.id === view.value.policy,
          cells: [
            <SideName side={side} />,
            <Strip
              values={numbers(policies.each[side.id]?.outcomes[focus])}
              low={low}
              high={high}
              label={`${policies.titles[focus]}, ${titleOfSide(side)}: ${bandSentence(bandOf(side.outcomes[focus]))}`}
            />,
            ...outcomes.map((id) => oddsBand(bandOf(side.outcomes[id]))),
          ],
        }))}
        csv={{
          columns: ['policy', ...outcomes.flatMap((id) => [id, `${id}_p5`, `${id}_p95`])],
          rows: policies.policies.map((side) => [
            side.id,
            ...outcomes.flatMap((id) => {
              const band = bandOf(side.outcomes[id]);
              return [band.median, band.p5, band.p95];
            }),
          ]),
        }}
        note="A dot is a world, or of many worlds an equal part of them; the stroke is the median."
      />
    </section>
  );
}

const point = (value: number): { median: number; p5: number; p95: number } => ({ median: value, p5: value, p95: value });

/** Under which policy the outcome is likeliest in the median world, and under which least. */
function bestSentence(policies: Policies, focus: string): string {
  const sorted = [...policies.policies].sort((a, b) => bandOf(b.outcomes[focus]).median - bandOf(a.outcomes[focus]).median);
  const most = sorted[0];
  const least = sorted.at(-1);
  const title = policies.titles[focus];
  if (!most || !least || most === least) return most ? `“${title}”: ${bandSentence(bandOf(most.outcomes[focus]))}.` : '';
  return `“${title}” is likeliest under “${titleOfSide(most)}”, ${bandSentence(bandOf(most.outcomes[focus]))}, and least likely under “${titleOfSide(least)}”, ${bandSentence(bandOf(least.outcomes[focus]))}.`;
}
