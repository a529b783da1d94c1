// The text, sentence by sentence, and what the worlds say of it.
import { useState } from 'preact/hooks';
import { VERDICTS, type Claims, type VerdictWord } from '../answers';
import { ArticlePanel, likeliestSource } from '../claims/article';
import { ClaimCard } from '../claims/card';
import { Overview, SIGNS } from '../claims/overview';
import { Trouble } from '../parts/trouble';
import { eventsOf, FEW_WORLDS, useWork, Working, WorldsPicker } from '../parts/work';
import { go, sheet, view } from '../state';

export function Page() {
  const none = sheet.value?.claims.length === 0;
  const work = useWork<Claims>(none ? null : eventsOf('claims', { worlds: view.value.worlds ?? FEW_WORLDS }));
  return (
    <article class="page wide" aria-busy={work.stale ? 'true' : undefined}>
      <header class="page-head">
        <h1>Claims</h1>
        {!none && <WorldsPicker otherwise={FEW_WORLDS} />}
      </header>
      {none ? <p>The file states no claims. They stand under <code>claims:</code>, each with what it says and how it is tested.</p> : <Working work={work} first="Testing…" />}
      {work.error && <Trouble error={work.error} what="This could not be worked out." />}
      {work.result && <ClaimsOf claims={work.result} />}
    </article>
  );
}

export function ClaimsOf({ claims }: { readonly claims: Claims }) {
  const [source, setSource] = useState(likeliestSource(claims.claims));
  const wanted = new Set((view.value.more['verdict'] ?? '').split(',').filter((word) => word !== ''));
  const shown = claims.claims.filter((claim) => wanted.size === 0 || wanted.has(claim.verdict));
  return (
    <>
      <Filter claims={claims} wanted={wanted} />
      <Overview claims={claims} shown={shown} />
      {claims.failed > 0 && (
        <p class="note">
          {claims.failed} of {claims.worlds} worlds are not solved in some variant; they do not count there.
        </p>
      )}
      <div class="claims">
        <ArticlePanel claims={claims.claims} source={source} onSource={setSource} />
        <section aria-labelledby="verdicts">
          <h2 id="verdicts">Verdicts</h2>
          <ol class="claim-list">
            {shown.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} source={source} />
            ))}
          </ol>
          {shown.length === 0 && <p>No claim has this verdict.</p>}
        </section>
      </div>
    </>
  );
}

function Filter({ claims, wanted }: { readonly claims: Claims; readonly wanted: ReadonlySet<string> }) {
  function toggle(word: VerdictWord): void {
    const next = new Set(wanted);
    if (!next.delete(word)) next.add(word);
    const { verdict: _, ...rest } = view.value.more;
    go({ more: next.size === 0 ? rest : { ...rest, verdict: VERDICTS.filter((one) => next.has(one)).join(',') } }, 'replace');
  }
  return (
    <div class="filter" role="group" aria-label="Show only">
      {VERDICTS.map((word) => (
        <button key={word} type="button" class={`verdict ${word}`} aria-pressed={wanted.has(word)} disabled={claims.counts[word] === 0} onClick={() => toggle(word)}>
          {SIGNS[word]} {word} {claims.counts[word]}
        </button>
      ))}
    </div>
  );
}
