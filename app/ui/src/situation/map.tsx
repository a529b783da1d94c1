// Where commitments bind: places as tiles, schematic, hatched by who is bound there.
import { useId } from 'preact/hooks';
import type { PlaceOf, Situation } from '../answers';
import { Figure } from '../parts/figure';
import { hatched, Hatches, type Hatch } from '../parts/hatch';
import { capital, titleOf } from '../parts/pick';
import { Walk } from '../parts/walk';
import { clipped } from '../paths/lanes';

const HATCHES: readonly Exclude<Hatch, 'none'>[] = ['slant', 'upright', 'cross'];

export function PlacesMap({ situation, chosen }: { readonly situation: Situation; readonly chosen: string | null }) {
  const { places } = situation;
  const pledges = situation.commitments.filter((one) => !one.dormant);
  if (places.length === 0) {
    return (
      <section aria-labelledby="map">
        <h2 id="map">Where</h2>
        <p>The file names no places.</p>
      </section>
    );
  }
  const bound = places.filter((place) => pledges.some((one) => one.covers.includes(place.id)));
  const claimed = places.filter((place) => place.claimedBy.length > 1);
  const finding =
    `Commitments bind at ${bound.length} of ${places.length} places` +
    (claimed.length > 0 ? `; ${claimed.map((place) => place.title).join(', ')} ${claimed.length === 1 ? 'is' : 'are'} claimed by more than one.` : '.');
  return (
    <section aria-labelledby="map">
      <h2 id="map">Where</h2>
      <Figure
        name="situation-places"
        finding={finding}
        sources="Schematic, not to scale; places and names as the file has them."
        table={{
          columns: ['Place', 'Claimed by', 'Commitments', 'What stands there'],
          rows: places.map((place) => [place.title, claimers(place), pledges.filter((one) => one.covers.includes(place.id)).map((one) => one.title).join('; '), place.rows.join(', ')]),
        }}
      >
        <Walk label={finding} marks={places.map((place) => placeWords(situation, place))}>
          {(at) => <Tiles situation={situation} chosen={chosen} at={at} />}
        </Walk>
      </Figure>
    </section>
  );
}

const claimers = (place: PlaceOf): string => place.claimedBy.map((id) => capital(titleOf('actors', id))).join(', ');

function placeWords(situation: Situation, place: PlaceOf): string {
  const by = claimers(place);
  const binding = situation.commitments.filter((one) => !one.dormant && one.covers.includes(place.id)).map((one) => one.title);
  return [`${place.title}`, by && `claimed by ${by}`, binding.length > 0 ? `covered by ${binding.join(', ')}` : 'no commitment covers it', place.rows.length > 0 && `here: ${place.rows.join(', ')}`].filter(Boolean).join('; ');
}

const TILE = { width: 196, height: 118, gap: 12 };

function Tiles({ situation, chosen, at }: { readonly situation: Situation; readonly chosen: string | null; readonly at: number }) {
  const id = useId();
  const pledges = situation.commitments.filter((one) => !one.dormant);
  const rows = Math.ceil(situation.places.length / 2);
  const base = rows * (TILE.height + TILE.gap);
  const width = 2 * TILE.width + TILE.gap;
  return (
    <svg class="tiles" aria-hidden="true" viewBox={`0 0 ${width} ${base + pledges.length * 24 + 6}`} width={width}>
      {pledges.map((one, k) => (
        <Hatches key={one.id} id={`${id}${k}`} colour={`c${k % 5}`} />
      ))}
      {situation.places.map((place, k) => {
        const x = (k % 2) * (TILE.width + TILE.gap);
        const y = Math.floor(k / 2) * (TILE.height + TILE.gap);
        const covering = pledges.flatMap((one, number) => (one.covers.includes(place.id) ? [number] : []));
        const mine = chosen !== null && (place.claimedBy.includes(chosen) || covering.some((number) => pledges[number]?.by === chosen || pledges[number]?.to === chosen));
        const band = TILE.width / Math.max(1, covering.length);
        return (
          <g key={place.id} data-mark={k} class={`${k === at || mine ? 'here' : ''}${chosen !== null && !mine ? ' away' : ''}`}>
            <rect class="ground" x={x} y={y} width={TILE.width} height={TILE.height} rx="6" />
            {covering.map((number, part) => (
              <rect key={number} class={`c${number % 5}`} fill={hatched(`${id}${number}`, HATCHES[number % 3] ?? 'slant')} x={x + part * band} y={y + TILE.height - 24} width={band} height="24" />
            ))}
            <rect class={place.claimedBy.length > 1 ? 'border contested' : 'border'} x={x} y={y} width={TILE.width} height={TILE.height} rx="6" />
            {wrapped(place.title, 23, 2).map((line, n) => (
              <text key={n} x={x + 9} y={y + 19 + 17 * n} font-size="14" font-weight="650">
                {line}
              </text>
            ))}
            {[...wrapped(place.claimedBy.length > 1 ? `claimed by ${claimers(place)}` : claimers(place), 29, 2), clipped(place.rows.join(', '), 29)].map((line, n) => (
              <text key={n} x={x + 9} y={y + 56 + 16 * n} font-size="12">
                {line}
              </text>
            ))}
          </g>
        );
      })}
      {pledges.map((one, k) => (
        <g key={one.id} class={`c${k % 5}`}>
          <rect class="edge" fill={hatched(`${id}${k}`, HATCHES[k % 3] ?? 'slant')} x="0" y={base + k * 24} width="26" height="16" />
          <text x="34" y={base + k * 24 + 13} font-size="13">
            {clipped(one.title, 50)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Lines of at most so many letters; the last one is cut short. */
export function wrapped(text: string, most: number, lines: number): readonly string[] {
  const all: string[] = [];
  for (const word of text.split(' ')) {
    const last = all.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most) all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
  }
  return all.length <= lines ? all.map((line) => clipped(line, most)) : [...all.slice(0, lines - 1).map((line) => clipped(line, most)), clipped(all.slice(lines - 1).join(' '), most)];
}
