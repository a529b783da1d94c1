// What stands around every page: the rail with the pages' names, the strip that says what is looked at.
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asApiError, type ApiError } from './api';
import { SourceDrawer } from './drawer';
import { LIBRARY_PAGE, NEW_PAGE, PAGES, type PageEntry } from './pages';
import { Link } from './parts/link';
import { Trouble } from './parts/trouble';
import { Shortcuts, useShortcuts } from './shortcuts';
import { sheet, sheetError, view } from './state';
import { Strip } from './strip';
import { viewUrl } from './view';

export function Shell() {
  useShortcuts();
  const { id, page } = view.value;
  const entry = id === null ? [LIBRARY_PAGE, NEW_PAGE].find((one) => one.id === page) : PAGES.find((one) => one.id === page);
  const title = sheet.value?.title;

  useEffect(() => {
    document.title = [id !== null && entry !== LIBRARY_PAGE ? entry?.name : null, title ?? id, 'Casus'].filter(Boolean).join(' · ');
  }, [entry, title, id]);

  return (
    <div class="shell">
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <Rail />
      {id !== null && <Strip />}
      <main id="main" tabIndex={-1}>
        {id !== null && sheetError.value && !(entry?.anyText && sheetError.value.status === 422) ? (
          <>
            <Trouble error={sheetError.value} what={`“${id}” cannot be shown.`} />
            {sheetError.value.status === 422 && (
              <p>
                <Link to={{ page: 'edit', more: { tab: 'yaml', line: String(sheetError.value.problems[0]?.line ?? 1) } }}>Put it right in its text</Link>
              </p>
            )}
          </>
        ) : entry ? (
          <PageHost key={`${id ?? ''}/${entry.id}`} entry={entry} needsSheet={id !== null && !sheetError.value} />
        ) : (
          <Nowhere />
        )}
      </main>
      {id !== null && (
        <footer class="foot">
          <p>This follows from what was written down. It is no oracle.</p>
          {/* The same numbers for a program. */}
          <a href={viewUrl(view.value, '.json')}>This view as JSON</a>
        </footer>
      )}
      <SourceDrawer />
      <Shortcuts />
    </div>
  );
}

function Rail() {
  const { id, page } = view.value;
  return (
    <nav class="rail" aria-label="Pages">
      <ul>
        <li>
          <Link to={{ id: null, page: '', policy: 'as-is', sets: [], outcome: null, with: null, worlds: null, more: {} }} current={id === null && page === ''}>
            Library
          </Link>
        </li>
        {id !== null &&
          PAGES.map((entry) => (
            <li key={entry.id}>
              <Link to={{ page: entry.id, more: {} }} current={page === entry.id}>
                {entry.name}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** A page, once its chunk is here; and what it needs to be shown, once that is. */
function PageHost({ entry, needsSheet }: { readonly entry: PageEntry; readonly needsSheet: boolean }) {
  const [loaded, setLoaded] = useState<{ readonly Page: ComponentType } | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => {
    let wanted = true;
    entry.load().then(
      (module) => wanted && setLoaded(module),
      (reason: unknown) => wanted && setError(asApiError(reason)),
    );
    return () => {
      wanted = false;
    };
  }, [entry]);
  useTurnedPage();
  if (error) return <Trouble error={error} what="This page cannot be loaded." />;
  if (!loaded || (needsSheet && !sheet.value)) return <p class="waiting">Reading…</p>;
  return <loaded.Page />;
}

let first = true;

/** Whoever turns a page by keyboard goes on at its top, except on the page that was loaded first. */
function useTurnedPage(): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    if (!first) document.getElementById('main')?.focus({ preventScroll: false });
    first = false;
  }, []);
}

function Nowhere() {
  return (
    <>
      <h1>There is no such page</h1>
      <p>
        The address may be mistyped. <Link to={{ id: null, page: '', sets: [], more: {} }}>The Library</Link> lists what there is.
      </p>
    </>
  );
}
