// The brief: worked out over as many worlds as are asked for, then shown as what would be sent.
import { useState } from 'preact/hooks';
import { Trouble } from '../parts/trouble';
import { eventsOf, FEW_WORLDS, useWork, Working, WorldsPicker } from '../parts/work';
import { sheet, view } from '../state';
import { count } from '../words';

export interface Report {
  /** Where the brief is handed out. */
  readonly url: string;
  readonly bytes: number;
}

export function Page() {
  const worlds = view.value.worlds ?? FEW_WORLDS;
  const { outcome } = view.value;
  const url = eventsOf('report', { worlds, ...(outcome ? { outcome } : {}) });
  // A brief takes as long as all other pages together: it is begun when it is asked for.
  const [wanted, setWanted] = useState<string | null>(null);
  const work = useWork<Report>(wanted === url ? url : null);
  return (
    <article class="page wide report">
      <header class="page-head">
        <h1>Report</h1>
        <WorldsPicker otherwise={FEW_WORLDS} />
      </header>
      <p>
        A brief on “{sheet.value?.title}” to send to others: one file with odds, policies, pathways, claims and sources, over {count(worlds, 'world')}
        {view.value.sets.length > 0 && `, with ${count(view.value.sets.length, 'changed assumption')} in force`}.
      </p>
      {wanted !== url && (
        <p>
          <button type="button" class="main" onClick={() => setWanted(url)}>
            Write it
          </button>
        </p>
      )}
      {wanted === url && <Working work={work} first="Solving the middle world…" />}
      {wanted === url && work.error && <Trouble error={work.error} what="There is no brief." />}
      {wanted === url && !work.stale && work.result && <Brief report={work.result} />}
    </article>
  );
}

export function Brief({ report }: { readonly report: Report }) {
  const keep = `${report.url}${report.url.includes('?') ? '&' : '?'}keep=1`;
  return (
    <>
      <p class="buttons">
        <a class="button" href={keep} download={`${view.value.id ?? 'casus'}-brief.html`}>
          Download ({Math.max(1, Math.round(report.bytes / 1000))} kB)
        </a>
        <a class="button" href={report.url} target="_blank" rel="noopener noreferrer">
          Open alone, to print it
        </a>
      </p>
      <iframe class="brief" title="The brief" src={report.url} sandbox="allow-scripts" />
    </>
  );
}
