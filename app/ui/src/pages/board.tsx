// The screen of thirty seconds: one sentence, a hundred dots, three sliders, one because.
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { Assumptions } from '../board/assumptions';
import { KeepAsPolicy } from '../board/keep';
import { Legend } from '../board/legend';
import { OverTime } from '../board/over';
import { boardSession, type BoardSession } from '../board/session';
import { Stages } from '../board/stages';
import type { Board, Outcome } from '../contract';
import { habit, keepHabit } from '../habits';
import { Dots } from '../parts/dots';
import { Figure } from '../parts/figure';
import { Link } from '../parts/link';
import { Say } from '../parts/say';
import { Trouble } from '../parts/trouble';
import { earlier, focus as focused, forgetEarlier, go, history, likeliest, reset, sheet, takeUpEarlier, view } from '../state';
import { count, in100 } from '../words';

export function Page() {
  const session = useMemo(() => boardSession(), []);
  // Before the next page begins its own: other effects end only after the next frame.
  useLayoutEffect(() => session.start(), [session]);
  return <BoardPage session={session} />;
}

export function BoardPage({ session }: { readonly session: BoardSession }) {
  const { board, fresh, working, error } = session.showing.value;
  const movers = session.movers.value;
  const outcomes: readonly Outcome[] = sheet.value?.outcomes ?? [];
  const focus = outcomes.find((outcome) => outcome.id === focused.value);
  return (
    <article class="board">
      <h1 class="unseen">{sheet.value?.title}</h1>
      <EarlierEdits />
      {board ? (
        <p class="lead" aria-busy={fresh ? undefined : 'true'}>
          {board.sentence}
        </p>
      ) : (
        <p class="lead">{error ? 'There are no odds to show.' : `${sheet.value?.question ?? ''} Solving the game…`}</p>
      )}
      <Stages showing={session.showing.value} outcome={Math.max(0, outcomes.findIndex((one) => one.id === focus?.id))} letter={focus?.letter ?? ''} />
      <p class="unseen" role="status">
        {board && fresh && board.stage === 'confirmed' ? board.sentence : ''}
      </p>
      {error && <Trouble error={error} what="This could not be worked out." />}
      {board && !board.solved && (
        <p class="trouble" role="alert">
          <strong>Not solved.</strong> {board.why}
        </p>
      )}
      {board && fresh && board.warnings.length > 0 && (
        <div class="trouble" role="alert">
          {board.warnings.map((warning, k) => (
            <p key={k}>
              <Say words={warning} />
            </p>
          ))}
        </div>
      )}
      <div class="two">
        <section aria-labelledby="dots">
          <h2 id="dots">100 futures from here</h2>
          {board ? <Picture board={board} session={session} focus={focus} /> : <p class="waiting">{working ? 'Being worked out…' : ''}</p>}
        </section>
        <section aria-labelledby="movers">
          <h2 id="movers">What moves {focus ? focus.letter : 'it'} most</h2>
          {movers && <Coach />}
          {movers ? (
            <Assumptions movers={movers} letter={focus?.letter ?? ''} onMove={session.move} onLeave={session.leave} />
          ) : session.moversError.value ? (
            <Trouble error={session.moversError.value} what="What moves it could not be worked out." />
          ) : (
            <p class="waiting">{board ? 'Finding what moves it most…' : 'The sliders come with the first odds.'}</p>
          )}
          <Buttons />
        </section>
      </div>
      {board && board.because.length > 0 && <Because board={board} fresh={fresh} outcome={focus?.id ?? null} />}
      {board && <OverTime board={board} fresh={fresh} unit={sheet.value?.clock.unit ?? 'week'} />}
    </article>
  );
}

function Picture({ board, session, focus }: { readonly board: Board; readonly session: BoardSession; readonly focus: Outcome | undefined }) {
  const { fresh } = session.showing.value;
  const bands = session.bands.value;
  const letters = board.outcomes.map((outcome) => outcome.letter).join('');
  const label = `100 dots: ${board.outcomes.map((o) => `${[...board.dots].filter((dot) => dot === o.letter).length} ${o.letter}, ${o.title}`).join('; ')}.`;
  return (
    <Figure
      name={`${board.scenario}-odds`}
      finding={`How it stands ${lowered(board.horizon.words)}: as many dots as odds in 100.`}
      busy={!fresh}
      sources={bands ? `In brackets the middle 90% of ${count(bands.worlds, 'world')} drawn from your ranges.` : 'Exact odds of the middle world.'}
      table={{
        columns: ['Outcome', 'In 100', ...(bands ? ['Low (5%)', 'High (95%)'] : [])],
        rows: board.outcomes.map((outcome) => {
          const band = bands?.outcomes.find((one) => one.id === outcome.id);
          return [`${outcome.letter} ${outcome.title}`, outcome.odds, ...(band ? [band.p5, band.p95] : [])];
        }),
      }}
      show={(cell) => (typeof cell === 'number' ? in100(cell) : cell)}
    >
      <Dots dots={board.dots} base={session.base.value?.dots ?? board.dots} letters={letters} label={label} />
      <Legend board={board} bands={bands} fresh={fresh} focus={focus?.id ?? ''} onFocus={(id) => go({ outcome: id }, 'replace')} />
    </Figure>
  );
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function Buttons() {
  const [keeping, setKeeping] = useState(false);
  const none = view.value.sets.length === 0;
  return (
    <div class="buttons">
      <button type="button" disabled={none} onClick={reset}>
        Reset
      </button>
      <button type="button" disabled={none} onClick={() => setKeeping(true)}>
        Keep as policy…
      </button>
      <button type="button" disabled={none} onClick={() => go({ page: 'edit', more: {} })}>
        Save…
      </button>
      {keeping && <KeepAsPolicy onClose={() => setKeeping(false)} />}
    </div>
  );
}

function Because({ board, fresh, outcome }: { readonly board: Board; readonly fresh: boolean; readonly outcome: string | null }) {
  return (
    <section class="because" aria-labelledby="because" aria-busy={fresh ? undefined : 'true'}>
      <h2 id="because">{outcome === likeliest.value ? 'Because' : 'How the likeliest comes about'}</h2>
      {board.because.map((why, k) => (
        <p key={k}>
          <Say words={why} />
        </p>
      ))}
      <p>
        <Link to={{ page: 'paths', outcome, more: {} }}>See the pathways ›</Link>
      </p>
    </section>
  );
}

/** Once, for whoever has moved nothing yet. */
function Coach() {
  const [gone, setGone] = useState(() => habit('coached') !== null);
  if (gone || history.value.edits.length > 0 || view.value.sets.length > 0 || earlier.value !== null) return null;
  return (
    <p class="coach">
      Drag this. Watch the dots.
      <button
        type="button"
        onClick={() => {
          keepHabit('coached', 'yes');
          setGone(true);
        }}
      >
        Got it
      </button>
    </p>
  );
}

function EarlierEdits() {
  const draft = earlier.value;
  if (!draft) return null;
  return (
    <aside class="earlier" aria-label="Earlier changes">
      <p>You changed {count(draft.sets.length, 'assumption')} here before.</p>
      <button type="button" class="main" onClick={takeUpEarlier}>
        Take them up again
      </button>
      <button type="button" onClick={forgetEarlier}>
        Forget them
      </button>
    </aside>
  );
}
