// Which judgements the odds turn on, what they rest on, and which would be worth knowing.
import { useState } from 'preact/hooks';
import type { Matters } from '../answers';
import { barsOf, changeWords, SORTS, sorted, weight, type Sort } from '../matters/bars';
import { Picked } from '../matters/picked';
import { SpreadTable } from '../matters/table';
import { nameOf, Tornado } from '../matters/tornado';
import { Figure } from '../parts/figure';
import { capital } from '../parts/pick';
import { Trouble } from '../parts/trouble';
import { Walk } from '../parts/walk';
import { eventsOf, useWork, Working, WorldsPicker } from '../parts/work';
import { go, judgements, sheet, view } from '../state';
import { share } from '../words';

export function Page() {
  const { outcome, worlds, more } = view.value;
  const score = more['score'];
  const work = useWork<Matters>(eventsOf('matters', { ...(score ? { score } : outcome ? { outcome } : {}), worlds: worlds ?? 0 }));
  // Without a name it is the likeliest, which the server knows.
  const target = outcome ?? work.result?.outcome ?? '';
  return (
    <article class="page" aria-busy={work.stale ? 'true' : undefined}>
      <header class="page-head">
        <h1>What matters</h1>
        <TargetPicker value={score ? `score ${score}` : `outcome ${target}`} />
        <WorldsPicker otherwise={0} />
      </header>
      <Working work={work} first="Solving the game…" />
      {work.error && <Trouble error={work.error} what="This could not be worked out." />}
      {work.result && <MattersOf matters={work.result} />}
    </article>
  );
}

function TargetPicker({ value }: { readonly value: string }) {
  const pick = (to: string): void => {
    const id = to.slice(to.indexOf(' ') + 1);
    const { score: _, ...rest } = view.value.more;
    if (to.startsWith('score ')) go({ more: { ...rest, score: id } });
    else go({ outcome: id, more: rest });
  };
  return (
    <label>
      Of{' '}
      <select value={value} onChange={(event) => pick(event.currentTarget.value)}>
        {sheet.value?.outcomes.map((one) => (
          <option key={one.id} value={`outcome ${one.id}`}>
            {one.letter} {one.title}
          </option>
        ))}
        {sheet.value?.scores.map((one) => (
          <option key={one.id} value={`score ${one.id}`}>
            {one.title}
          </option>
        ))}
      </select>
    </label>
  );
}

const SHOWN = 14;
const SORT_WORDS: Readonly<Record<Sort, string>> = { effect: 'effect', guess: 'guess weight', learning: 'value of learning it' };

export function MattersOf({ matters }: { readonly matters: Matters }) {
  const [all, setAll] = useState(false);
  const by = SORTS.find((one) => one === view.value.more['sort']) ?? 'effect';
  const ordered = sorted(barsOf(matters, judgements.value), by);
  const shown = all ? ordered : ordered.slice(0, SHOWN);
  const picked = shown.findIndex((bar) => bar.paths[0] === view.value.more['at']);
  const odds = matters.unit === 'odds';
  const { unit, title, most, notes } = matters.told;
  const measured = matters.indices.length > 0;
  const ends = (low: number, high: number, resolved: boolean): string => `${resolved ? '' : 'about '}${changeWords(low, odds)} ${unit} at its low end, ${changeWords(high, odds)} at its high end`;
  const rest = { ...view.value.more };
  return (
    <>
      <p>{guessSentence(matters)}</p>
      {ordered.length > 0 ? (
        <>
          <label>
            Sorted by{' '}
            <select value={by} onChange={(event) => go({ more: { ...rest, sort: event.currentTarget.value } }, 'replace')}>
              {SORTS.map((sort) => (
                <option key={sort} value={sort} disabled={sort === 'learning' && !measured}>
                  {SORT_WORDS[sort]}
                  {sort === 'learning' && !measured ? ' (needs worlds)' : ''}
                </option>
              ))}
            </select>
          </label>
          <Figure
            name="matters"
            finding={`For “${title}”: ${most.charAt(0).toLowerCase()}${most.slice(1)}`}
            sources="A full bar has a source; a slanted hatch is a guess; an upright hatch has no source. ≈ stands where only the slope is known."
            table={{
              columns: ['Judgement', 'Rests on', `At low end, ${unit}`, `At high end, ${unit}`, measured ? 'Share of the spread' : 'Share of the spread, to first order', ...(measured ? ['Learning it narrows by'] : [])],
              rows: shown.map((bar) => [nameOf(bar), bar.ground, odds ? 100 * bar.low : bar.low, odds ? 100 * bar.high : bar.high, weight(bar, ordered), ...(measured ? [bar.index?.learning ?? ''] : [])]),
            }}
            show={(cell, column) => (typeof cell === 'string' ? cell : column >= 4 ? share(Math.max(0, cell)) : changeWords(cell, false))}
          >
            <Walk
              label={most}
              marks={shown.map((bar, k) => `${k + 1}. ${nameOf(bar)}, ${bar.ground}: ${ends(bar.low, bar.high, bar.resolved)}`)}
              onPick={(k) => go({ more: { ...rest, at: shown[k]?.paths[0] ?? '' } }, 'replace')}
            >
              {(at) => <Tornado bars={shown} odds={odds} unit={unit} at={at} picked={picked} />}
            </Walk>
          </Figure>
          {picked >= 0 && shown[picked] && <Picked bar={shown[picked]} judgement={judgements.value.get(shown[picked].paths[0] ?? '')} odds={odds} unit={unit} />}
          {ordered.length > SHOWN && (
            <p>
              <button type="button" onClick={() => setAll(!all)}>
                {all ? 'The first only' : `All ${ordered.length}`}
              </button>
            </p>
          )}
        </>
      ) : (
        <p>{most}</p>
      )}
      <SpreadTable matters={matters} />
      <details class="note">
        <summary>How this was found</summary>
        {notes.filter((note) => !note.startsWith(GUESS_WEIGHT)).map((note, k) => (
          <p key={k}>{note}</p>
        ))}
      </details>
      {matters.warnings.map((warning, k) => (
        <p key={k} class="note">
          {warning}
        </p>
      ))}
    </>
  );
}

const GUESS_WEIGHT = 'Guess weight: ';

/** How much of the spread rests on guesses, and what would be worth knowing. */
function guessSentence(matters: Matters): string {
  const told = matters.told.notes.find((note) => note.startsWith(GUESS_WEIGHT))?.slice(GUESS_WEIGHT.length) ?? '';
  const best = [...matters.indices].sort((a, b) => (b.learning ?? 0) - (a.learning ?? 0))[0];
  const learning = best?.learning ? ` Learning “${best.judgement}” would narrow the band by ${share(best.learning)}.` : '';
  return capital(told) + learning;
}
