// One number: a track that shows the range, a handle, a box to type in. The handle and the box always show what
// is set, whatever is being worked out.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { around, onStep, plain, type Scale, type Wording } from '../values';

export interface SliderProps {
  readonly label: string;
  readonly scale: Scale;
  /** The ends that the analyst would defend, on the slider's scale. */
  readonly low: number;
  readonly high: number;
  readonly value: number;
  readonly wording: Wording;
  /** What the number counts, where it is not said before it. */
  readonly unit?: string;
  readonly onMove: (value: number) => void;
  /** The hand has left. */
  readonly onLeave: () => void;
  readonly describedBy?: string;
}

/** After this long without a key the hand counts as gone, in milliseconds. */
export const KEY_REST = 700;

export function Slider(props: SliderProps) {
  const { label, scale, low, high, value, wording } = props;
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const moved = useRef(false);
  const leave = useRef(props.onLeave);
  leave.current = props.onLeave;
  const boxId = useId();

  function left(): void {
    clearTimeout(rest.current);
    if (!moved.current) return;
    moved.current = false;
    leave.current();
  }

  useEffect(() => () => clearTimeout(rest.current), []);

  function moveTo(to: number): void {
    if (to === value) return;
    moved.current = true;
    props.onMove(to);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const to = keyTarget(event.key, scale, value);
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moveTo(to);
    clearTimeout(rest.current);
    rest.current = setTimeout(left, KEY_REST);
  }

  const share = (at: number): number => Math.min(1, Math.max(0, (at - scale.from) / (scale.to - scale.from)));
  const { before, after: said } = around(wording);
  const after = before === '' && props.unit ? props.unit : said;
  return (
    <div class="slider">
      <div class="track" ref={(element) => placeRange(element, share(low), share(high))}>
        <span class="range" aria-hidden="true" />
        <input
          type="range"
          aria-label={label}
          aria-valuetext={[before, plain(value) + (wording.percent ? '%' : ''), wording.tail].filter(Boolean).join(' ')}
          aria-describedby={props.describedBy}
          min={scale.from}
          max={scale.to}
          // Any, for the value may lie between two stops; where the hand may stop is `onStep`.
          step="any"
          value={value}
          onInput={(event) => {
            const to = onStep(scale, Number(event.currentTarget.value));
            // Between two stops nothing is set, so the handle must not stand there either.
            event.currentTarget.value = String(to);
            moveTo(to);
          }}
          onKeyDown={onKeyDown}
          onChange={left}
          onBlur={left}
        />
      </div>
      <label class="box" for={boxId}>
        {before && <span>{before}</span>}
        <NumberBox id={boxId} label={label} value={value} onMove={moveTo} onLeave={left} percent={wording.percent} />
        {after && <span>{after}</span>}
      </label>
    </div>
  );
}

/** Set from script, for the page allows no styles in its HTML. */
function placeRange(element: HTMLElement | null, low: number, high: number): void {
  element?.style.setProperty('--low', String(low));
  element?.style.setProperty('--high', String(high));
}

/** Where a key leads; null for keys that move nothing. */
export function keyTarget(key: string, scale: Scale, value: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stopsOn(scale, value, 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return stopsOn(scale, value, -1);
    case 'PageUp':
      return stopsOn(scale, value, 10);
    case 'PageDown':
      return stopsOn(scale, value, -10);
    case 'Home':
      return scale.from;
    case 'End':
      return scale.to;
    default:
      return null;
  }
}

/** So many stops up or down; from between two, the next one counts as the first. */
function stopsOn(scale: Scale, value: number, stops: number): number {
  const at = value / scale.step;
  const from = stops > 0 ? Math.floor(at + 1e-9) : Math.ceil(at - 1e-9);
  return onStep(scale, (from + stops) * scale.step);
}

interface BoxProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly percent: boolean;
  readonly onMove: (value: number) => void;
  readonly onLeave: () => void;
}

/** What is typed counts when it is finished: half of a number is another number. */
function NumberBox({ id, label, value, percent, onMove, onLeave }: BoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && readNumber(typed, percent) === null;

  function finish(): void {
    const number = typed === null ? null : readNumber(typed, percent);
    if (number !== null) {
      onMove(number);
      onLeave();
      setTyped(null);
    }
  }

  return (
    <>
    <input
      id={id}
      type="text"
      inputMode="decimal"
      autocomplete="off"
      size={5}
      aria-label={`${label}, as a number`}
      aria-invalid={wrong}
      aria-describedby={wrong ? `${id}-wrong` : undefined}
      value={typed ?? plain(value)}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          setTyped(null);
        }
      }}
      onBlur={() => setTyped(null)}
    />
      {wrong && (
        <span class="wrong" role="alert" id={`${id}-wrong`}>
          A number, as {plain(value)}
        </span>
      )}
    </>
  );
}

/** A number that may stand in a file: not below nothing, and no more than 100%. */
export function readNumber(text: string, percent: boolean): number | null {
  const bare = text.trim().replace(/%$/, '').replace(',', '.');
  if (!/^(\d{1,9}(\.\d{0,6})?|\.\d{1,6})$/.test(bare)) return null;
  const number = Number(bare);
  return percent && number > 100 ? null : number;
}
