// How things stand: who is tied to whom, where commitments bind, what may change and who can change it. An actor that
// is chosen in one panel is marked in all three.
import { useEffect, useState } from 'preact/hooks';
import type { Situation } from '../answers';
import { asApiError, get, isAbort, under, type ApiError } from '../api';
import { Trouble } from '../parts/trouble';
import { ActorPanel } from '../situation/actor';
import { Commitments } from '../situation/commitments';
import { PlacesMap } from '../situation/map';
import { Network } from '../situation/network';
import { Rows } from '../situation/rows';
import { go, view } from '../state';

export function Page() {
  const [situation, setSituation] = useState<Situation | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const url = under('situation', view.value);
  useEffect(() => {
    const stop = new AbortController();
    setError(null);
    get<Situation>(url, stop.signal).then(setSituation, (reason: unknown) => {
      if (!isAbort(reason)) setError(asApiError(reason));
    });
    return () => stop.abort();
  }, [url]);
  return (
    <article class="page wide situation">
      <header class="page-head">
        <h1>Situation</h1>
        {situation && <ActorPicker situation={situation} />}
      </header>
      {error && <Trouble error={error} what="This cannot be shown." />}
      {situation ? <SituationOf situation={situation} /> : !error && <p class="waiting">Reading…</p>}
    </article>
  );
}

export function chooseActor(id: string | null): void {
  const { actor: was, ...rest } = view.peek().more;
  go({ more: id === null || id === was ? rest : { ...rest, actor: id } }, 'replace');
}

function ActorPicker({ situation }: { readonly situation: Situation }) {
  return (
    <label>
      Actor{' '}
      <select value={view.value.more['actor'] ?? ''} onChange={(event) => chooseActor(event.currentTarget.value || null)}>
        <option value="">all</option>
        {situation.actors.map((actor) => (
          <option key={actor.id} value={actor.id}>
            {actor.title}
          </option>
        ))}
      </select>
    </label>
  );
}

export function SituationOf({ situation }: { readonly situation: Situation }) {
  const chosen = situation.actors.some((actor) => actor.id === view.value.more['actor']) ? (view.value.more['actor'] ?? null) : null;
  return (
    <>
      <div class="panels">
        <Network situation={situation} chosen={chosen} onChoose={chooseActor} />
        <PlacesMap situation={situation} chosen={chosen} />
        <Rows situation={situation} chosen={chosen} />
      </div>
      {chosen !== null && <ActorPanel situation={situation} actor={chosen} />}
      <Commitments situation={situation} chosen={chosen} />
    </>
  );
}
