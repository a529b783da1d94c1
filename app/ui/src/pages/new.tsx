// A scenario from nothing: five questions in plain words, odds as soon as there is a game to solve, and the file that
// comes of it beside them. Or a copy of one that is there.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { asApiError, getLibrary, isAbort, type ApiError } from '../api';
import type { Board, LibraryEntry, Refusal } from '../contract';
import { forgetDraft, readDraft, writeDraft } from '../drafts';
import { ANSWERS, askInterview, begin, getFile, saveTextAs, type Answers, type Interview, type Question, type Saved } from '../edit/api';
import { isName, nameFrom, NAME_RULE } from '../edit/name';
import { Dots } from '../parts/dots';
import { Say } from '../parts/say';
import { Trouble } from '../parts/trouble';
import { go } from '../state';
import { LIBRARY } from '../view';
import { in100 } from '../words';

/** After this long without a key the answers are asked about, in milliseconds. */
export const REST = 400;
const DEFAULT_NAME = 'my-crisis';

interface Kept {
  readonly name: string;
  readonly answers: Answers;
}

function isKept(value: unknown): value is Kept {
  const { name, answers } = (value ?? {}) as Partial<Kept>;
  return typeof name === 'string' && typeof answers === 'object' && answers !== null && Object.values(answers).every((one) => typeof one === 'string');
}

const open = ({ id }: Saved): void => go({ ...LIBRARY, id });

export function Page() {
  return (
    <article class="new">
      <h1>A crisis of your own</h1>
      <p class="question">Answer as far as you like. What you leave out is made up, marked as a guess, and yours to change.</p>
      <Form />
      <Copy />
    </article>
  );
}

function Form() {
  const kept = useRef(readDraft('new', 'answers', isKept));
  const [name, setName] = useState(kept.current?.name ?? '');
  const [answers, setAnswers] = useState<Answers>(kept.current?.answers ?? {});
  const [interview, setInterview] = useState<Interview | null>(null);
  const [fresh, setFresh] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const first = useRef(true);
  const id = name.trim() === '' ? DEFAULT_NAME : name.trim();

  useLayoutEffect(() => {
    const stop = new AbortController();
    setFresh(false);
    // The first time there is nothing to wait for.
    const wait = first.current ? 0 : REST;
    first.current = false;
    const timer = setTimeout(() => {
      writeDraft('new', 'answers', { name, answers } satisfies Kept);
      askInterview(isName(id) ? id : DEFAULT_NAME, answers, stop.signal).then(
        (answer) => {
          if (stop.signal.aborted) return;
          setInterview(answer);
          setFresh(true);
          setError(null);
        },
        (reason: unknown) => {
          if (!stop.signal.aborted && !isAbort(reason)) setError(asApiError(reason));
        },
      );
    }, wait);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [id, answers]);

  async function make(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const saved = await begin(id, answers);
      forgetDraft('new', 'answers');
      open(saved);
    } catch (reason) {
      setError(asApiError(reason));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      class="interview two"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <section aria-label="Questions">
        <div class="ask">
          <label for="new-name">What is it called?</label>
          <p class="quiet" id="new-name-rule">
            {NAME_RULE} It names the folder.
          </p>
          <input
            id="new-name"
            type="text"
            value={name}
            placeholder={DEFAULT_NAME}
            autocomplete="off"
            aria-invalid={!isName(id)}
            aria-describedby="new-name-rule"
            onInput={(event) => setName(event.currentTarget.value)}
            onChange={() => !isName(id) && setName(nameFrom(name))}
          />
        </div>
        {(interview?.questions ?? []).map((question, k) => (
          <Ask
            key={question.id}
            question={question}
            n={k + 1}
            answer={answers[question.id] ?? ''}
            guessed={interview?.guessed.includes(question.id) ?? false}
            onAnswer={(answer) => setAnswers((before) => ({ ...before, [question.id]: answer }))}
          />
        ))}
        {error && <Trouble error={error} what="That did not work." />}
        <p class="buttons">
          <button type="submit" class="main" disabled={busy || !fresh || interview?.understood !== true || !isName(id)}>
            Make it
          </button>
        </p>
      </section>
      <section aria-label="What comes of it" class="outcome">
        {interview && <Shown interview={interview} fresh={fresh} answered={ANSWERS.filter((one) => (answers[one] ?? '').trim() !== '').length} />}
      </section>
    </form>
  );
}

interface AskProps {
  readonly question: Question;
  readonly n: number;
  readonly answer: string;
  readonly guessed: boolean;
  readonly onAnswer: (answer: string) => void;
}

function Ask({ question: { id, asks, how, example, otherwise, complaints }, n, answer, guessed, onAnswer }: AskProps) {
  const [box, why] = [`new-${id}`, `new-${id}-how`];
  return (
    <div class="ask">
      <label for={box}>
        {n}. {asks}
      </label>
      <p class="quiet" id={why}>
        {how} For example: <code>{example}</code>
      </p>
      <textarea
        id={box}
        rows={Math.max(2, Math.ceil(answer.length / 60))}
        value={answer}
        placeholder={otherwise}
        aria-describedby={why}
        aria-invalid={complaints.length > 0}
        onInput={(event) => onAnswer(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {complaints.map((complaint, k) => (
          <p key={k} class="trouble">
            <Say words={complaint} />
          </p>
        ))}
        {guessed && complaints.length === 0 && <p class="quiet guessed">Made up so far: what stands there in grey.</p>}
      </div>
    </div>
  );
}

const isBoard = (board: Board | Refusal): board is Board => 'dots' in board;

function Shown({ interview: { board, text, guessed }, fresh, answered }: { readonly interview: Interview; readonly fresh: boolean; readonly answered: number }) {
  return (
    <>
      <h2>How it would go</h2>
      {board === null ? (
        <p class="quiet">After the third answer there is a game to solve, and its odds are shown here. Answered so far: {answered}.</p>
      ) : isBoard(board) ? (
        <div aria-busy={!fresh}>
          <p class="say" aria-live="polite">
            {board.sentence}
          </p>
          <Dots
            dots={board.dots}
            base={board.dots}
            letters={board.outcomes.map(({ letter }) => letter).join('')}
            label={`100 dots: ${board.outcomes.map((one) => `${in100(one.odds)} in 100 ${one.letter}, ${one.title}`).join('; ')}.`}
          />
          <ul class="plain">
            {board.outcomes.map((one) => (
              <li key={one.id}>
                <strong>{one.letter}</strong> {one.title}: {in100(one.odds)} in 100
              </li>
            ))}
          </ul>
          <p class="quiet">Every number in it is a guess, and marked so{guessed.length > 0 ? '; what you have not answered is made up as well' : ''}. What it says is only as good as they are.</p>
        </div>
      ) : (
        <Trouble error={{ name: '', status: 422, message: board.error, advice: board.advice ?? [], problems: board.problems ?? [] }} what="It cannot be solved yet." />
      )}
      <details>
        <summary>The file that comes of it</summary>
        <pre tabIndex={0}>{text}</pre>
      </details>
    </>
  );
}

/** A copy of a scenario that is there, under another name. */
function Copy() {
  const [entries, setEntries] = useState<readonly LibraryEntry[]>([]);
  const [from, setFrom] = useState('');
  const [name, setName] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    getLibrary(stop.signal).then(
      ({ scenarios }) => {
        const whole = scenarios.filter(({ broken }) => broken === null);
        // Those that came with Casus first: they are what one copies.
        const sorted = [...whole.filter(({ shipped }) => shipped), ...whole.filter(({ shipped }) => !shipped)];
        setEntries(sorted);
        setFrom(sorted[0]?.id ?? '');
      },
      (reason: unknown) => {
        if (!isAbort(reason)) setError(asApiError(reason));
      },
    );
    return () => stop.abort();
  }, []);

  const as = name.trim() === '' ? `my-${from}`.slice(0, 60) : name.trim();

  async function copy(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const { text } = await getFile(from);
      open(await saveTextAs(from, text, as));
    } catch (reason) {
      setError(asApiError(reason));
    } finally {
      setBusy(false);
    }
  }

  if (entries.length === 0) return error && <Trouble error={error} what="There is nothing to copy." />;
  return (
    <section class="copy-of" aria-labelledby="copy-of">
      <h2 id="copy-of">Or begin with a copy</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void copy();
        }}
      >
        <label>
          Of{' '}
          <select value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
            {entries.map(({ id, title, shipped }) => (
              <option key={id} value={id}>
                {title}
                {shipped ? ' (comes with Casus)' : ''}
              </option>
            ))}
          </select>
        </label>
        <label>
          as <input type="text" value={name} placeholder={as} aria-invalid={!isName(as)} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <button type="submit" disabled={busy || !isName(as) || from === ''}>
          Copy
        </button>
      </form>
      {error && <Trouble error={error} what="Not copied." />}
    </section>
  );
}
