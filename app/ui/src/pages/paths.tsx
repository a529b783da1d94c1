// How it may unfold: on which ways an outcome comes about, whose choices carry it, what was close.
import type { Paths } from '../answers';
import { Decisions } from '../paths/decisions';
import { ErrorPart } from '../paths/error';
import { LanesFigure } from '../paths/lanes';
import { Stories } from '../paths/stories';
import { OutcomePicker } from '../parts/pick';
import { Trouble } from '../parts/trouble';
import { eventsOf, useWork, Working } from '../parts/work';
import { view } from '../state';

export function Page() {
  const { outcome } = view.value;
  const work = useWork<Paths>(eventsOf('paths', outcome ? { outcome } : {}));
  const paths = work.result;
  return (
    <article class="page" aria-busy={work.stale ? 'true' : undefined}>
      <header class="page-head">
        <h1>Pathways</h1>
        <OutcomePicker value={outcome ?? paths?.outcome ?? ''} />
      </header>
      <Working work={work} first="Solving the game…" />
      {work.error && <Trouble error={work.error} what="This could not be worked out." />}
      {paths && <PathsOf paths={paths} whole={work.state === 'done' && !work.stale} />}
    </article>
  );
}

export function PathsOf({ paths, whole }: { readonly paths: Paths; readonly whole: boolean }) {
  return (
    <>
      {paths.told.finding.map((sentence, k) => (
        <p key={k} class={k === 0 ? 'lead' : undefined}>
          {sentence}
        </p>
      ))}
      {paths.lanes && <LanesFigure paths={paths} lanes={paths.lanes} />}
      {paths.storylines.length > 0 && <Stories paths={paths} />}
      {paths.pivotal.length > 0 && (
        <section aria-labelledby="pivotal">
          <h2 id="pivotal">Whose choices matter most</h2>
          <ol class="told">
            {paths.pivotal.map((pivot, k) => (
              <li key={k}>
                <strong>{pivot.title}.</strong> {pivot.told}
              </li>
            ))}
          </ol>
        </section>
      )}
      {paths.decisions.length > 0 && <Decisions paths={paths} />}
      {paths.error ? <ErrorPart paths={paths} error={paths.error} /> : !whole && <p class="waiting">Who decided it and why is being worked out…</p>}
    </>
  );
}
