// Hatches, which tell areas apart where colours do not. A hatch has the colour of whatever it stands in.
export type Hatch = 'none' | 'slant' | 'upright' | 'cross';

/** The patterns of a drawing, to stand in its `<defs>`; `id` begins their names. */
export function Hatches({ id, colour }: { readonly id: string; readonly colour: string }) {
  return (
    <defs class={colour}>
      {(['slant', 'upright', 'cross'] as const).map((hatch) => (
        <pattern key={hatch} id={`${id}-${hatch}`} patternUnits="userSpaceOnUse" width="6" height="6" patternTransform={hatch === 'upright' ? undefined : 'rotate(45)'}>
          <rect class="hatch-ground" width="6" height="6" />
          <path class="hatch-line" d={hatch === 'cross' ? 'M1.5 0V6M0 1.5H6' : 'M1.5 0V6'} />
        </pattern>
      ))}
    </defs>
  );
}

export const hatched = (id: string, hatch: Exclude<Hatch, 'none'>): string => `url(#${id}-${hatch})`;
