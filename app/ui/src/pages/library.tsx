// What can be opened: the user's own scenarios, then those that come with Casus.
import { useEffect, useState } from 'preact/hooks';
import { asApiError, getLibrary, isAbort, type ApiError } from '../api';
import type { Library, LibraryEntry } from '../contract';
import { Link } from '../parts/link';
import { Say } from '../parts/say';
import { Trouble } from '../parts/trouble';
import { LIBRARY } from '../view';
import { count, share } from '../words';

export function Page() {
  const [library, setLibrary] = useState<Library | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    getLibrary(stop.signal).then(setLibrary, (reason: unknown) => {
      if (!isAbort(reason)) setError(asApiError(reason));
    });
    return () => stop.abort();
  }, []);
  return (
    <article class="library">
      <h1>Casus</h1>
      <p class="question">Write a crisis down, see how it may go, test what people claim about it.</p>
      <p>
        <Link to={{ ...LIBRARY, page: 'new' }} class="button">
          New…
        </Link>
      </p>
      {error && <Trouble error={error} what="The scenarios cannot be listed." />}
      {!library && !error && <p class="waiting">Reading the folder…</p>}
      {library && <Listing library={library} />}
    </article>
  );
}

function Listing({ library }: { readonly library: Library }) {
  const own = library.scenarios.filter((entry) => !entry.shipped);
  const shipped = library.scenarios.filter((entry) => entry.shipped);
  return (
    <>
      <section aria-labelledby="own">
        <h2 id="own">Yours</h2>
        <p class="quiet">
          In <code>{library.folder}</code>
        </p>
        {own.length === 0 ? <p>There is no scenario in this folder yet.</p> : <Cards entries={own} />}
      </section>
      {shipped.length > 0 && (
        <section aria-labelledby="shipped">
          <h2 id="shipped">Examples</h2>
          <Cards entries={shipped} />
        </section>
      )}
      <p class="quiet">Casus {library.version}</p>
    </>
  );
}

function Cards({ entries }: { readonly entries: readonly LibraryEntry[] }) {
  return (
    <ul class="cards">
      {entries.map((entry) => (
        <li key={entry.id} class="card">
          <h3>{entry.broken === null ? <Link to={{ ...LIBRARY, id: entry.id }}>{entry.title}</Link> : entry.title}</h3>
          {entry.broken === null ? <Facts entry={entry} /> : <p class="trouble">
              <Say words={entry.broken} />
            </p>}
        </li>
      ))}
    </ul>
  );
}

function Facts({ entry }: { readonly entry: LibraryEntry }) {
  const guessed = entry.judgements > 0 ? entry.guesses / entry.judgements : 0;
  return (
    <>
      <p>{entry.question}</p>
      <ul class="facts">
        {entry.asOf && <li>as of {entry.asOf}</li>}
        <li>{count(entry.actors, 'actor')}</li>
        <li>{count(entry.judgements, 'judgement')}</li>
        <li>{share(guessed)} guesses</li>
        <li>{count(entry.outcomes, 'outcome')}</li>
      </ul>
      {entry.tryThis && entry.tryThis.length > 0 && (
        <>
          <p class="quiet">Things to try</p>
          <ul>
            {entry.tryThis.map((what, k) => (
              <li key={k}>{what}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
