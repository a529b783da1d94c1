// The source drawer: any number that belongs to a judgement opens it and is told where it comes from.
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isAbort } from './api';
import type { Judgement, Mover, Ref } from './contract';
import { moversOf } from './movers';
import { Link } from './parts/link';
import { Modal } from './parts/modal';
import { focus, judgements, sheet, view } from './state';
import { settingOf } from './view';
import { points } from './words';

const open = signal<string | null>(null);

export function openSource(path: string): void {
  open.value = path;
}

export function closeSource(): void {
  open.value = null;
}

/** A number (or any words) of a judgement, to be clicked through to its source. */
export function Cite({ path, children }: { readonly path: string; readonly children: ComponentChildren }) {
  if (!judgements.value.has(path)) return <>{children}</>;
  return (
    <button type="button" class="cite" aria-haspopup="dialog" data-path={path} onClick={() => openSource(path)}>
      {children}
    </button>
  );
}

export function SourceDrawer() {
  const judgement = open.value === null ? undefined : judgements.value.get(open.value);
  if (!judgement) return null;
  return (
    <Modal key={judgement.path} title={judgement.title} kind="drawer" onClose={closeSource}>
      <About judgement={judgement} />
    </Modal>
  );
}

function About({ judgement }: { readonly judgement: Judgement }) {
  const set = settingOf(view.value.sets, judgement.path);
  const file = sheet.value?.file.replace(/^.*[\\/]/, '') ?? '';
  return (
    <dl class="about">
      <dt>In the file</dt>
      <dd>
        <code>{judgement.path}</code>
        <br />
        <strong>{judgement.text}</strong>
      </dd>
      {set !== null && (
        <>
          <dt>Here</dt>
          <dd>
            <strong>{set}</strong>, set in this view alone
          </dd>
        </>
      )}
      <dt>Source</dt>
      <dd>{sourceWords(judgement)}</dd>
      {judgement.why && (
        <>
          <dt>Why</dt>
          <dd>{judgement.why}</dd>
        </>
      )}
      <dt>What it moves</dt>
      <dd>
        <Moves judgement={judgement} />
      </dd>
      <dt>Line</dt>
      <dd>
        <Link to={{ page: 'edit', more: { line: String(judgement.line) } }} onFollow={closeSource}>
          {file}:{judgement.line}
        </Link>
      </dd>
    </dl>
  );
}

function sourceWords({ guess, source }: Judgement): ComponentChildren {
  if (guess) return 'A guess of whoever wrote the file: nobody else answers for it.';
  return source ? <SourceRef source={source} /> : 'None is named.';
}

export function SourceRef({ source }: { readonly source: Ref }) {
  const full = sheet.value?.sources.find((one) => one.id === source.id);
  const details = [source.where, full?.year, full?.grade && `grade ${full.grade}`].filter(Boolean).join(', ');
  return (
    <>
      {source.title}
      {details && ` (${details})`}
      {full?.url && (
        <>
          {' '}
          <a href={full.url} target="_blank" rel="noreferrer noopener">
            {full.url}
          </a>
        </>
      )}
    </>
  );
}

/** By how many points it moves the outcome that is looked at, over its range. */
function Moves({ judgement }: { readonly judgement: Judgement }) {
  const [words, setWords] = useState('being worked out…');
  useEffect(() => {
    const stop = new AbortController();
    const outcome = focus.value;
    if (outcome === null) {
      setWords('This is told once the Board has been solved.');
      return;
    }
    moversOf(view.peek(), outcome, stop.signal).then(
      ({ movers }) => setWords(moveWords(movers.find((m) => m.path === judgement.path), outcome)),
      (error: unknown) => {
        if (!isAbort(error)) setWords('This could not be worked out.');
      },
    );
    return () => stop.abort();
  }, [judgement.path, focus.value]);
  return <span aria-live="polite">{words}</span>;
}

function moveWords(mover: Mover | undefined, outcome: string): string {
  const title = sheet.peek()?.outcomes.find((one) => one.id === outcome)?.title ?? outcome;
  if (!mover || Math.abs(mover.swing) < 0.05) return `Hardly anything: less than 0.1 points in 100 of “${title}”.`;
  return `From its low to its high end, the odds of “${title}” change by ${points(mover.swing / 100)} points in 100.`;
}
