// One judgement at a time: low, high, and only then where in between; whether one would bet on it; who says so, and
// why. Guesses come first: nobody else answers for them.
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Judgement, Problem } from '../contract';
import { problemWords } from '../parts/trouble';
import { Say } from '../parts/say';
import { readNumber } from '../parts/slider';
import { isFirst, sameWords } from '../same';
import { go, view } from '../state';
import { plain, scaleOf, toShown, valueText, wordingFor } from '../values';
import type { Draft } from './draft';
import { besides, cellsOf, editOf, editWords, type Cells, type Field } from './range';
import { RangeBar } from './range-bar';

/** Guesses first, then what nobody is named for, then the rest, each in the file's order. */
export function inOrder(judgements: readonly Judgement[]): readonly string[] {
  const rank = ({ guess, source }: Judgement): number => (guess ? 0 : source ? 2 : 1);
  return judgements
    .filter((judgement) => judgement.settable && isFirst(judgement))
    .map((judgement, k) => ({ judgement, k }))
    .sort((a, b) => rank(a.judgement) - rank(b.judgement) || a.k - b.k)
    .map(({ judgement }) => judgement.path);
}

export function Questions({ draft, locked }: { readonly draft: Draft; readonly locked: boolean }) {
  const judgements = draft.sheet.value?.judgements ?? [];
  const all = judgements.filter((judgement) => judgement.settable && isFirst(judgement));
  // The order stays while one works through it: a guess that has found its source must not jump away.
  const first = useMemo(() => inOrder(judgements), [draft.base.value?.hash]);
  const order = useMemo(() => {
    const there = new Set(all.map((judgement) => judgement.path));
    return [...first.filter((path) => there.has(path)), ...all.map(({ path }) => path).filter((path) => !first.includes(path))];
  }, [first, judgements]);
  const path = view.value.more['at'];
  const asked = judgements.find((one) => one.path === path)?.same?.paths[0] ?? path;
  const at = Math.max(0, asked === undefined ? 0 : order.indexOf(asked));
  const judgement = all.find((one) => one.path === order[at]);
  const heading = useRef<HTMLHeadingElement>(null);
  const turned = useRef(false);
  useEffect(() => {
    if (turned.current) heading.current?.focus();
    turned.current = false;
  }, [judgement?.path]);
  if (!judgement) return <p>There is no number in this scenario yet.</p>;
  const guesses = all.filter((one) => one.guess).length;

  function turn(by: number): void {
    const to = order[at + by];
    if (to === undefined) return;
    turned.current = true;
    go({ more: { ...view.peek().more, at: to } }, 'replace');
  }

  return (
    <section class="questions" aria-labelledby="question">
      <p class="quiet progress">
        {at + 1} of {order.length} · {guesses} {guesses === 1 ? 'is a guess' : 'are guesses'}
      </p>
      <h2 id="question" ref={heading} tabIndex={-1}>
        {judgement.title}
        {sameWords(judgement)}
      </h2>
      <p class="quiet">
        <code>{judgement.path}</code> · in the text: <strong>{judgement.text}</strong>
      </p>
      <Form key={judgement.path} judgement={judgement} draft={draft} locked={locked} sources={(draft.sheet.value?.sources ?? []).map(({ id }) => id)} />
      <p class="buttons">
        <button type="button" disabled={at === 0} onClick={() => turn(-1)}>
          Previous
        </button>
        <button type="button" class="main" disabled={at === order.length - 1} onClick={() => turn(1)}>
          Next
        </button>
      </p>
    </section>
  );
}

const isNumber = (field: Field): boolean => field === 'low' || field === 'high' || field === 'around';

interface FormProps {
  readonly judgement: Judgement;
  readonly draft: Draft;
  readonly locked: boolean;
  readonly sources: readonly string[];
}

function Form({ judgement, draft, locked, sources }: FormProps) {
  const [typed, setTyped] = useState<Partial<Cells>>({});
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const [bet, setBet] = useState<'yes' | 'no' | null>(null);
  const lowBox = useRef<HTMLInputElement>(null);
  const own = cellsOf(judgement);
  const cells: Cells = { ...own, ...typed };
  const now = useRef(cells);
  now.current = cells;
  const reading = editOf(judgement, cells);
  const wording = wordingFor(judgement);
  const unit = besides(judgement);
  const ids = { wrong: useId(), sources: useId() };

  // What has arrived in the text needs no place of its own any longer.
  useEffect(() => {
    setTyped((before) => {
      const left = Object.entries(before).filter(([field, text]) => !equal(field as Field, text, own));
      return left.length === Object.keys(before).length ? before : Object.fromEntries(left);
    });
  }, [judgement]);

  function equal(field: Field, text: string, to: Cells): boolean {
    return text === to[field] || (isNumber(field) && text !== '' && readNumber(text, wording.percent) === readNumber(to[field], wording.percent));
  }

  function put(news: Partial<Cells>): void {
    now.current = { ...now.current, ...news };
    setTyped((before) => ({ ...before, ...news }));
  }

  function keep(): void {
    const { edit } = editOf(judgement, now.current);
    if (!edit || locked) return;
    draft.values(editWords(judgement, edit), [edit], `question ${judgement.path}`).then(setRefused, (error: unknown) => {
      setRefused([{ file: '', line: 0, column: 0, length: 0, found: String(error instanceof Error ? error.message : error), legal: '', advice: '' }]);
    });
  }

  const box = (field: Field, label: string, hint = '') => (
    <p class="field">
      <label>
        <span class="label">{label}</span>
        {isNumber(field) && unit.before && <span class="before quiet">{unit.before} </span>}
        <input
          type="text"
          inputMode={isNumber(field) ? 'decimal' : 'text'}
          ref={field === 'low' ? lowBox : null}
          class={field}
          value={cells[field]}
          disabled={locked}
          autocomplete="off"
          {...(field === 'source' ? { list: ids.sources } : {})}
          aria-invalid={reading.wrong !== null && reading.field === field}
          aria-describedby={reading.wrong !== null && reading.field === field ? ids.wrong : undefined}
          onInput={(event) => put({ [field]: event.currentTarget.value })}
          onChange={keep}
        />
      </label>
      {isNumber(field) && <span class="quiet"> {unit.after}</span>}
      {hint && <span class="quiet hint">{hint}</span>}
    </p>
  );

  const numbers = { low: readNumber(cells.low, wording.percent), high: readNumber(cells.high, wording.percent), around: readNumber(cells.around, wording.percent) };
  const ends = numbers.low !== null && numbers.high !== null && numbers.low <= numbers.high ? { low: numbers.low, high: numbers.high } : null;
  const scale = useMemo(() => scaleOf(toShown(wording, judgement.low), toShown(wording, judgement.high), wording), [judgement.path]);
  const wide = { ...scale, from: Math.min(scale.from, numbers.low ?? scale.from), to: Math.max(scale.to, numbers.high ?? scale.to) };
  // A single number has neither an inside to bet on nor a middle.
  const single = ends !== null && ends.low === ends.high;
  const centre = !single && (cells.around !== '' || bet === 'yes');
  return (
    <form class="judgement" onSubmit={(event) => (event.preventDefault(), keep())}>
      {ends && (
        <RangeBar
          scale={wide}
          low={ends.low}
          high={ends.high}
          around={centre ? (numbers.around ?? (ends.low + ends.high) / 2) : null}
          wording={wording}
          onMove={(which, value) => !locked && put({ [which]: plain(value) })}
          onLeave={keep}
        />
      )}
      <fieldset>
        <legend>What would you defend?</legend>
        {box('low', 'The lowest')}
        {box('high', 'The highest')}
        {single && <p class="bet">A single number: as if you were sure. What would be the lowest and the highest that you would still defend?</p>}
        {ends && !single && (
          <div class="bet">
            <p id={`${ids.wrong}-bet`}>
              Would you bet 9 to 1 that it lies between <strong>{valueText({ ...wording, tail: '' }, ends.low)}</strong> and{' '}
              <strong>{valueText({ ...wording, every: false }, ends.high)}</strong>?
            </p>
            <p class="choice" role="group" aria-labelledby={`${ids.wrong}-bet`}>
              <button type="button" aria-pressed={bet === 'yes'} onClick={() => setBet('yes')}>
                Yes
              </button>
              <button
                type="button"
                aria-pressed={bet === 'no'}
                onClick={() => {
                  setBet('no');
                  lowBox.current?.focus();
                }}
              >
                No
              </button>
              {bet === 'no' && <span role="status">Then it is too narrow: move an end outward until you would.</span>}
            </p>
          </div>
        )}
        {centre && box('around', 'Where in it would you look first?', 'Empty: anywhere alike.')}
      </fieldset>
      <fieldset>
        <legend>Who says so?</legend>
        {box('source', 'Source', 'A source of the file and a place in it, as report p4; or guess.')}
        <datalist id={ids.sources}>
          {['guess', ...sources].map((id) => (
            <option key={id} value={id} />
          ))}
        </datalist>
        {box('why', 'Why')}
      </fieldset>
      <div id={ids.wrong} role="alert">
        {reading.wrong !== null && <p class="trouble">{reading.wrong}</p>}
        {reading.wrong === null &&
          refused.map((problem, k) => (
            <p key={k} class="trouble">
              <Say words={problemWords(problem)} />
            </p>
          ))}
      </div>
      {/* Enter in a box is a change of its own; this is what assistive technology may press. */}
      <button type="submit" class="unseen" tabIndex={-1}>
        Keep in the draft
      </button>
    </form>
  );
}

