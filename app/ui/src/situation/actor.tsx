// The actor that was chosen: what it wants and fears, and what it can do to others.
import type { Interest, Situation } from '../answers';
import { Cite } from '../drawer';
import { capital, titleOf } from '../parts/pick';
import { plain } from '../values';
import { pointsOf } from '../paths/words';

const KINDS = { want: 'Wants', fear: 'Fears', commitment: 'Has promised' } as const;

export function ActorPanel({ situation, actor }: { readonly situation: Situation; readonly actor: string }) {
  const one = situation.actors.find((each) => each.id === actor);
  if (!one) return null;
  const ties = situation.ties.filter((tie) => tie.from === actor);
  return (
    <section class="panel" aria-labelledby="actor">
      <h2 id="actor">{capital(one.title)}</h2>
      <div class="beside">
        <div>
          <h3>What it cares about</h3>
          <ul>
            {one.interests.map((interest) => (
              <li key={interest.label}>
                {KINDS[interest.kind]}: {interest.when}, <Cite path={interest.judgement}>{amount(interest)}</Cite>
              </li>
            ))}
          </ul>
          {one.interests.length === 0 && <p>Nothing that the file states.</p>}
        </div>
        <div>
          <h3>What it can do to others</h3>
          <ul>
            {ties.map((tie) => (
              <li key={tie.to}>
                <strong>{capital(titleOf('actors', tie.to))}</strong>:{' '}
                {[tie.helps, tie.harms]
                  .filter((stroke) => stroke !== null)
                  .map((stroke) => `${pointsOf(stroke.points)} by “${titleOf('moves', stroke.move)}”`)
                  .join(', ') || 'nothing at once'}
                {tie.opens.length > 0 && <span class="quiet">; opens {[...new Set(tie.opens.map((each) => titleOf('moves', each.opens)))].map((title) => `“${title}”`).join(', ')}</span>}
              </li>
            ))}
          </ul>
          {ties.length === 0 && <p>Nothing.</p>}
        </div>
      </div>
    </section>
  );
}

function amount({ low, high, each }: Interest): string {
  const points = low === high ? plain(low) : `${plain(low)} to ${plain(high)}`;
  return `${points} points${each ? ` ${each}` : ''}`;
}
