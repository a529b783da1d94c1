// The ways in which it comes about: each a strip of steps, with the share of the runs that go it.
import type { Paths, Storyline, StoryStep } from '../answers';
import { colourClass } from '../parts/dots';
import { Figure } from '../parts/figure';
import { capital, titleOf } from '../parts/pick';
import { sheet } from '../state';
import { in100 } from '../words';
import { changesOf, timeWords } from './words';

export function Stories({ paths }: { readonly paths: Paths }) {
  const lines = paths.storylines;
  const first = lines[0];
  const rest = 1 - lines.reduce((sum, line) => sum + line.share, 0);
  const finding =
    first && first.share > 0.9995 ? 'All the runs that end so go one way.' : `Of 100 runs that end so, ${in100(first?.share ?? 0)} go the commonest way.`;
  return (
    <section aria-labelledby="stories">
      <h2 id="stories">Ways to it</h2>
      <Figure
        name={`pathways-${paths.outcome}-ways`}
        finding={finding}
        sources="Runs are drawn on condition that they end so, which is exact for rare ends too. Times are medians; in brackets, one run in ten before and one after."
        table={{
          columns: ['Way', 'Runs in 100', `Median ${paths.unit}`, 'Early', 'Late', 'By', 'What'],
          rows: lines.flatMap((line, k) => line.steps.map((step) => [k + 1, line.share, step.t, step.early, step.late, byWhom(step), changesOf(step)])),
        }}
        show={(cell, column) => (typeof cell === 'string' ? cell : column === 0 ? String(cell) : column === 1 ? in100(cell) : timeWords(cell))}
        drawn={false}
      >
        <ol class="stories">
          {lines.map((line, k) => (
            <Story key={k} line={line} unit={paths.unit} />
          ))}
        </ol>
      </Figure>
      {rest >= 0.0005 && <p class="note">{in100(rest)} of 100 go other ways.</p>}
    </section>
  );
}

function Story({ line, unit }: { readonly line: Storyline; readonly unit: string }) {
  return (
    <li class="story">
      <p class="share">
        <strong>{in100(line.share)}</strong> of 100
        <svg class="share-bar" viewBox="0 0 100 6" width="100" height="6" preserveAspectRatio="none" aria-hidden="true">
          <rect class="ground" width="100" height="6" />
          <rect class="full c0" width={100 * line.share} height="6" />
        </svg>
      </p>
      {line.steps.length === 0 ? (
        <p>Nothing decisive changes for good.</p>
      ) : (
        <ol class="steps">
          {line.steps.map((step, k) => (
            <li key={k} class={`step ${colourClass(whose(step))}`}>
              <span class="when">
                {capital(unit)} {timeWords(step.t)}
              </span>
              <span class="what">{changesOf(step)}</span>
              <span class="who">{byWhom(step)}</span>
            </li>
          ))}
        </ol>
      )}
      <details>
        <summary>In sentences</summary>
        {line.steps.map((step, k) => (
          <p key={k}>{step.told}</p>
        ))}
        {line.told && <p>{line.told}</p>}
      </details>
    </li>
  );
}

const byWhom = (step: StoryStep): string => (step.by === 'chance' ? 'Chance' : capital(titleOf('actors', step.by)));

function whose(step: StoryStep): number {
  return sheet.value?.actors.findIndex((actor) => actor.id === step.by) ?? -1;
}
