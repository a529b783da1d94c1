// 100 dots, each with the letter of an outcome. A dot is one throw of the same dice in every view, and keeps its
// place: what changes its letter was changed by what was set, not by luck.
import { useRef } from 'preact/hooks';

const IN_ROW = 10;
const STEP = 32;
const RADIUS = 13;

/** Which dot stands at each place: in blocks by letter, in the order of `letters`, as `base` has them. */
export function placesOf(base: string, letters: string): readonly number[] {
  const rank = (dot: number): number => {
    const at = letters.indexOf(base.charAt(dot));
    return at < 0 ? letters.length : at;
  };
  return Array.from({ length: base.length }, (_, dot) => dot).sort((a, b) => rank(a) - rank(b) || a - b);
}

export interface DotsProps {
  /** One letter for each dot. */
  readonly dots: string;
  /** The same without any setting: it decides the places. */
  readonly base: string;
  /** The letters of the outcomes in their order. */
  readonly letters: string;
  readonly label: string;
  readonly describedBy?: string;
}

export function Dots({ dots, base, letters, label, describedBy }: DotsProps) {
  const changes = useChanges(dots);
  const places = placesOf(base.length === dots.length ? base : dots, letters);
  const rows = Math.ceil(dots.length / IN_ROW);
  return (
    <svg
      class="dots"
      role="img"
      aria-label={label}
      aria-describedby={describedBy}
      viewBox={`0 0 ${IN_ROW * STEP} ${rows * STEP}`}
      width={IN_ROW * STEP}
      height={rows * STEP}
    >
      {places.map((dot, place) => {
        const letter = dots.charAt(dot);
        const x = ((place % IN_ROW) + 0.5) * STEP;
        const y = (Math.floor(place / IN_ROW) + 0.5) * STEP;
        const change = changes.get(dot);
        return (
          <g key={dot} class={colourClass(letters.indexOf(letter))} data-dot={dot} data-letter={letter}>
            <circle class="tint" cx={x} cy={y} r={RADIUS} />
            <text x={x} y={y + 4.5} text-anchor="middle" font-size="13" font-weight="700">
              {letter}
            </text>
            {change !== undefined && <circle key={change} class="ring" cx={x} cy={y} r={RADIUS + 1.5} />}
          </g>
        );
      })}
    </svg>
  );
}

/** How long a ring takes to fade, in milliseconds; as long as the style sheet's. */
const FADE = 2600;

/** The dots whose rings have not faded, each with the number of its change, by which a ring begins anew. */
function useChanges(dots: string): ReadonlyMap<number, number> {
  const last = useRef({ dots, change: 0, rings: new Map<number, { readonly change: number; readonly at: number }>() });
  const was = last.current;
  if (was.dots !== dots) {
    const change = was.change + 1;
    const at = performance.now();
    // A hand that moves on changes few dots at a time: the rings of a moment ago fade on beside the new ones.
    const rings = new Map([...was.rings].filter(([, ring]) => at - ring.at < FADE));
    if (was.dots.length === dots.length) {
      for (let dot = 0; dot < dots.length; dot++) {
        if (was.dots[dot] !== dots[dot]) rings.set(dot, { change, at });
      }
    }
    last.current = { dots, change, rings };
  }
  return new Map([...last.current.rings].map(([dot, ring]) => [dot, ring.change]));
}

/** The class with the colour of the outcome, row or actor at `place` among its like. */
export function colourClass(place: number): string {
  return place < 0 ? 'c5' : `c${place % 6}`;
}
