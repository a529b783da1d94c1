// A range as a bar with a handle at each end, and a third where one would look first. Handles are native sliders
// on one track; the boxes beside it do the same by typing.
import { useEffect, useRef } from 'preact/hooks';
import { keyTarget } from '../parts/slider';
import { onStep, plain, type Scale, type Wording } from '../values';

export type Handle = 'low' | 'high' | 'around';

export interface RangeBarProps {
  readonly scale: Scale;
  readonly low: number;
  readonly high: number;
  /** null: not said. */
  readonly around: number | null;
  readonly wording: Wording;
  readonly onMove: (which: Handle, value: number) => void;
  /** The hand has left. */
  readonly onLeave: () => void;
}

const NAMES: Readonly<Record<Handle, string>> = { low: 'Lowest', high: 'Highest', around: 'Where you would look first' };

/** After this long without a key the hand counts as gone, in milliseconds. */
const KEY_REST = 700;

export function RangeBar({ scale, low, high, around, wording, onMove, onLeave }: RangeBarProps) {
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => () => clearTimeout(rest.current), []);
  const share = (at: number): number => Math.min(1, Math.max(0, (at - scale.from) / (scale.to - scale.from)));

  /** Ends never pass each other, and what lies between them stays between them. */
  function within(which: Handle, to: number): number {
    const stop = onStep(scale, to);
    if (which === 'low') return Math.min(stop, around ?? high);
    if (which === 'high') return Math.max(stop, around ?? low);
    return Math.min(high, Math.max(low, stop));
  }

  function left(): void {
    clearTimeout(rest.current);
    leave.current();
  }

  const handle = (which: Handle, value: number) => (
    <input
      type="range"
      class={which}
      aria-label={NAMES[which]}
      aria-valuetext={[wording.every ? 'every' : '', plain(value) + (wording.percent ? '%' : ''), wording.tail].filter(Boolean).join(' ')}
      min={scale.from}
      max={scale.to}
      step="any"
      value={value}
      onInput={(event) => {
        const to = within(which, Number(event.currentTarget.value));
        event.currentTarget.value = String(to);
        onMove(which, to);
      }}
      onKeyDown={(event) => {
        const to = keyTarget(event.key, scale, value);
        if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        onMove(which, within(which, to));
        clearTimeout(rest.current);
        rest.current = setTimeout(left, KEY_REST);
      }}
      onChange={left}
      onBlur={left}
    />
  );

  return (
    <div class="range-bar">
      <div
        class="track"
        ref={(element) => {
          element?.style.setProperty('--low', String(share(low)));
          element?.style.setProperty('--high', String(share(high)));
        }}
      >
        <span class="range" aria-hidden="true" />
        {handle('low', low)}
        {handle('high', high)}
        {around !== null && handle('around', around)}
      </div>
      <p class="ends" aria-hidden="true">
        <span>{plain(scale.from)}</span>
        <span>{plain(scale.to)}</span>
      </p>
    </div>
  );
}
