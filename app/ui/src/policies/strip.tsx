// What a number does over worlds, as dots on a line: one for each, of many worlds an equal part of them; the
// median is a stroke.
export interface StripProps {
  readonly values: readonly number[];
  readonly low: number;
  readonly high: number;
  readonly label: string;
  /** Where nothing changes, where that is on the line. */
  readonly zero?: boolean;
}

const WIDTH = 150;
const HEIGHT = 24;
const EDGE = 6;
const DOTS = 40;

export function Strip({ values, low, high, label, zero }: StripProps) {
  if (values.length === 0) return <>–</>;
  const sorted = [...values].sort((a, b) => a - b);
  const shown = sorted.length <= DOTS ? sorted : Array.from({ length: DOTS }, (_, k) => quantile(sorted, (k + 0.5) / DOTS));
  const x = (value: number): number => EDGE + (WIDTH - 2 * EDGE) * (high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5);
  const median = x(quantile(sorted, 0.5));
  return (
    <svg class="strip-dots" role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
      <line class="faint" x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {zero && low < 0 && high > 0 && <line class="rule" stroke-dasharray="2 2" x1={x(0)} x2={x(0)} y1="1" y2={HEIGHT - 1} />}
      {shown.map((value, k) => (
        <circle key={k} class="c0 full" fill-opacity="0.5" cx={x(value).toFixed(1)} cy={HEIGHT / 2} r="3.2" />
      ))}
      <line class="rule" stroke-width="2" x1={median} x2={median} y1="3" y2="21" />
    </svg>
  );
}

/** By straight lines between the sorted values. */
export function quantile(sorted: readonly number[], at: number): number {
  const place = (sorted.length - 1) * at;
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}

/** The least and the greatest of all. */
export function extent(lists: readonly (readonly number[])[]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists) {
    for (const value of list) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low <= high ? [low, high] : [0, 0];
}

export const numbers = (values: readonly (number | null)[] | undefined): readonly number[] => (values ?? []).filter((value) => value !== null);
