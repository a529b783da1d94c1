// One judgement to move: its name, its slider, where it comes from, by how much it moves the outcome.
import { useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Judgement, Mover } from '../contract';
import { Cite } from '../drawer';
import { Slider } from '../parts/slider';
import { sameWords, settingFor } from '../same';
import { view } from '../state';
import { scaleOf, shownNumber, toShown, valueText, wordingFor } from '../values';
import { signed } from '../words';

export interface AssumptionProps {
  readonly judgement: Judgement;
  /** What it moves under the policy in force; without one nothing is said of it. */
  readonly mover: Mover | undefined;
  readonly letter: string;
  readonly onMove: (path: string, value: string | null) => void;
  readonly onLeave: () => void;
}

export function Assumption({ judgement, mover, letter, onMove, onLeave }: AssumptionProps) {
  const title = judgement.title + sameWords(judgement);
  const noteId = useId();
  // Only its own setting: a hundred of these need not be drawn again for each move of one.
  const setting = useComputed(() => settingFor(view.value.sets, judgement)).value;
  const set = setting?.value ?? null;
  // An address may have it by another of its paths.
  const path = setting?.path ?? judgement.path;
  const wording = wordingFor(judgement);
  // A policy may have put other numbers in the file's place.
  const { low, high, middle } = mover ?? judgement;
  const own = toShown(wording, middle);
  const value = (set === null ? null : shownNumber(wording, set)) ?? own;
  const ends = { low: toShown(wording, low), high: toShown(wording, high) };
  const scale = scaleOf(ends.low, ends.high, wording);
  const wide = { ...scale, from: Math.min(scale.from, value), to: Math.max(scale.to, value) };
  return (
    <div class="assumption" data-path={judgement.path}>
      <p class="name">{title}</p>
      <Slider
        label={title}
        scale={wide}
        low={ends.low}
        high={ends.high}
        value={value}
        wording={wording}
        unit={judgement.unit}
        describedBy={noteId}
        onMove={(to) => onMove(path, to === own ? null : valueText(wording, to))}
        onLeave={onLeave}
      />
      <p class="from" id={noteId}>
        <Cite path={judgement.path}>{sourceName(judgement)}</Cite>
        {mover && ` · ${swingWords(mover.swing)} for ${letter} over its range`}
        {set !== null && (
          <>
            {' · '}
            <span class="changed">{set}</span>, was {valueText(wording, own)}
            {(value < ends.low || value > ends.high) && ', outside the range in the file'}{' '}
            <button
              type="button"
              class="take-back"
              aria-label={`Take back: ${title}`}
              onClick={() => {
                onMove(path, null);
                onLeave();
              }}
            >
              take back
            </button>
          </>
        )}
      </p>
    </div>
  );
}

function sourceName({ guess, source }: Judgement): string {
  if (guess) return 'a guess';
  if (!source) return 'no source named';
  return source.where ? `${source.id} ${source.where}` : source.id;
}

/** `+14 points`: by how much the odds change from its low end to its high one. */
function swingWords(swing: number): string {
  const words = signed(swing, Math.abs(swing) < 3 ? 0.1 : 1);
  return words === '0' ? 'moves hardly anything' : `${words} ${/^.1$/.test(words) ? 'point' : 'points'}`;
}
