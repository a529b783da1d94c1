// The text that claims are about: a file that the reader names, read here, kept in memory only, never stored or sent.
import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Verdict } from '../answers';
import { count } from '../words';

export interface Article {
  readonly name: string;
  readonly paragraphs: readonly string[];
}

/** It stays while the page is turned, and is gone when the browser is closed or loads anew. */
export const article = signal<Article | null>(null);

const MOST_BYTES = 4_000_000;

/** Paragraphs are what blank lines part. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** The number of the paragraph that `article p4` names; null where it names none. */
export function paragraphAt(at: string): number | null {
  const found = /\bp(?:ar)?\.? ?(\d+)\b/.exec(at);
  return found ? Number(found[1]) : null;
}

export const sourceAt = (at: string): string => at.split(' ')[0] ?? '';

/** The source that most claims are from: whose text a reader is likely to have at hand. */
export function likeliestSource(claims: readonly Verdict[]): string {
  const counts = new Map<string, number>();
  for (const { at } of claims) if (paragraphAt(at) !== null) counts.set(sourceAt(at), (counts.get(sourceAt(at)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

export interface ArticleProps {
  readonly claims: readonly Verdict[];
  readonly source: string;
  readonly onSource: (id: string) => void;
}

export function ArticlePanel({ claims, source, onSource }: ArticleProps) {
  const [trouble, setTrouble] = useState('');
  const text = article.value;
  const sources = [...new Set(claims.filter((claim) => paragraphAt(claim.at) !== null).map((claim) => sourceAt(claim.at)))];

  async function take(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > MOST_BYTES) {
      setTrouble('That is more than an article: at most 4 MB of plain text.');
      return;
    }
    const read = await file.text();
    const paragraphs = paragraphsOf(read);
    if (paragraphs.length === 0 || read.includes('\u0000')) {
      setTrouble('There is no plain text in this file.');
      return;
    }
    setTrouble('');
    article.value = { name: file.name, paragraphs };
  }

  return (
    <section class="article-panel" aria-labelledby="article">
      <h2 id="article">The text</h2>
      <div class="pair">
        <label>
          {text ? 'Another file' : 'Name its file (plain text)'}{' '}
          <input type="file" accept=".txt,.md,.markdown,text/plain,text/markdown" onChange={(event) => void take(event.currentTarget)} />
        </label>
        {sources.length > 1 && (
          <label>
            It is{' '}
            <select value={source} onChange={(event) => onSource(event.currentTarget.value)}>
              {sources.map((id) => (
                <option key={id}>{id}</option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p class="note">Read in this browser and kept in memory only; never stored, never sent. Blank lines part its paragraphs.</p>
      {trouble && <p class="trouble" role="alert">{trouble}</p>}
      {text && (
        <>
          <p>
            <strong>{text.name}</strong>, {count(text.paragraphs.length, 'paragraph')}{' '}
            <button type="button" onClick={() => (article.value = null)}>
              Put it away
            </button>
          </p>
          <ol class="paragraphs">
            {text.paragraphs.map((paragraph, k) => {
              const here = claims.filter((claim) => sourceAt(claim.at) === source && paragraphAt(claim.at) === k + 1);
              return (
                <li key={k} id={`p${k + 1}`} tabIndex={-1} class={here.length > 0 ? 'claimed' : undefined}>
                  {paragraph}
                  {here.length > 0 && (
                    <span class="marks">
                      {here.map((claim) => (
                        <a key={claim.id} href={`#claim-${claim.id}`} class={`verdict ${claim.verdict}`} onClick={(event) => jump(event, `claim-${claim.id}`)}>
                          {claim.verdict}: {claim.id}
                        </a>
                      ))}
                    </span>
                  )}
                </li>
              );
            })}
          </ol>
        </>
      )}
    </section>
  );
}

/** Goes there by itself: the address holds the view and not a place on the page. */
export function jump(event: Event, id: string): void {
  event.preventDefault();
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
