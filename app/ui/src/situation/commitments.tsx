// Commitments in words: who is bound, where, where not, and what breaking costs.
import type { Situation } from '../answers';
import { Cite, SourceRef } from '../drawer';
import { capital, titleOf } from '../parts/pick';
import { sheet } from '../state';
import { plain } from '../values';

export function Commitments({ situation, chosen }: { readonly situation: Situation; readonly chosen: string | null }) {
  if (situation.commitments.length === 0) return null;
  return (
    <section aria-labelledby="commitments">
      <h2 id="commitments">Commitments</h2>
      <ul class="commitments">
        {situation.commitments.map((one) => {
          const source = sheet.value?.commitments.find((each) => each.id === one.id)?.source;
          const not = situation.places.filter((place) => !one.covers.includes(place.id));
          const places = (ids: readonly string[]): string => ids.map((id) => situation.places.find((place) => place.id === id)?.title ?? id).join(', ');
          return (
            <li key={one.id} class={`panel${chosen !== null && (one.by === chosen || one.to === chosen) ? ' mine' : ''}`}>
              <strong>{one.title}</strong> {one.dormant && <span class="tag">not in force</span>} binds {capital(titleOf('actors', one.by))}
              {one.to !== null && <> to defend {capital(titleOf('actors', one.to))}</>}. Covers: {places(one.covers) || 'no place'}.
              {not.length > 0 && <> Not: {places(not.map((place) => place.id))}.</>} Kept by: {one.keptBy}. Breaking it costs{' '}
              <Cite path={one.judgement}>{one.low === one.high ? plain(one.low) : `${plain(one.low)} to ${plain(one.high)}`} points</Cite>.
              {source && (
                <>
                  {' '}
                  <SourceRef source={source} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
