// What to do: policies side by side in the same worlds, what each changes and how, two of them world by world.
import type { Policies } from '../answers';
import { Agreements } from '../policies/agreements';
import { Between } from '../policies/between';
import { Outcomes } from '../policies/outcomes';
import { ScoreSection } from '../policies/scores';
import { Trouble } from '../parts/trouble';
import { eventsOf, FEW_WORLDS, useWork, Working, WorldsPicker } from '../parts/work';
import { view } from '../state';
import { count } from '../words';

export function Page() {
  const work = useWork<Policies>(eventsOf('policies', { worlds: view.value.worlds ?? FEW_WORLDS }));
  return (
    <article class="page" aria-busy={work.stale ? 'true' : undefined}>
      <header class="page-head">
        <h1>Policies</h1>
        <WorldsPicker otherwise={FEW_WORLDS} />
      </header>
      <Working work={work} first="Solving every policy…" />
      {work.error && <Trouble error={work.error} what="This could not be worked out." />}
      {work.result && <PoliciesOf policies={work.result} />}
    </article>
  );
}

export function PoliciesOf({ policies }: { readonly policies: Policies }) {
  if (policies.compared === 0) {
    return <p class="trouble">There is no world so far in which every policy could be solved. {failedWords(policies)}</p>;
  }
  const lonely = policies.policies.length < 2;
  return (
    <>
      <p>
        {lonely ? 'The file states no policies: this is the scenario as it is, in ' : 'Each policy meets the same '}
        {count(policies.compared, 'world')}
        {policies.compared > 1 && ': the median world, and in brackets the middle 90% of worlds'}. {failedWords(policies)}
        {policies.secondOpinion.several > 0 && ` In ${count(policies.secondOpinion.several, 'world')} that were looked at again there are several equilibria.`}
      </p>
      <Outcomes policies={policies} />
      {Object.keys(policies.measures).map((score) => (
        <ScoreSection key={score} policies={policies} score={score} />
      ))}
      {!lonely && <Between policies={policies} />}
      <Agreements policies={policies} />
    </>
  );
}

function failedWords({ failures, compared, worlds }: Policies): string {
  const out = worlds - compared;
  if (out <= 0) return '';
  const why = [...new Set(failures.map((failure) => failure.reason.replace(/:.*$/, '')))].slice(0, 2).join('; ');
  return `${count(out, 'world')} of ${worlds} ${out === 1 ? 'does' : 'do'} not count: some policy could not be solved there${why ? ` (${why})` : ''}.`;
}
