// What the Board asks for and when: the board itself in two speeds, then what moves it most, then the band over
// worlds, each only once what comes before it is there, and none longer than somebody looks at it.
import { batch, computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import { asApiError, getBoard, getBoardBeside, getSheet, isAbort, under, type ApiError } from '../api';
import { isSolved, type Bands, type Board, type Movers, type Stage } from '../contract';
import { listen } from '../events';
import { moversOf } from '../movers';
import { commit, focus, judgements, likeliest, setWhileMoving, sheet, takeSheet, tell, view } from '../state';
import { AS_IS, settingOf, type View } from '../view';
import { twoSpeed, type AskBoard, type Showing } from './two-speed';

/** Worlds for the band, unless the address says otherwise. */
const WORLDS = 64;

export interface BoardSession {
  readonly showing: ReadonlySignal<Showing>;
  /** The board of the scenario as it is: it gives the dots their places, so that a policy moves them too. */
  readonly base: ReadonlySignal<Board | null>;
  readonly movers: ReadonlySignal<Movers | null>;
  readonly moversError: ReadonlySignal<ApiError | null>;
  /** Of what is shown now, or null. */
  readonly bands: ReadonlySignal<Bands | null>;
  /** A hand moves an assumption; null puts the file's own value back. */
  move(path: string, value: string | null): void;
  leave(): void;
  start(): () => void;
}

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  held: 'plans held',
  about: 'actors re-think, to first order',
  rethought: 'actors re-think',
  confirmed: 'checking from nothing',
};

const keyOf = (of: View): string => JSON.stringify([of.id, of.policy, of.sets]);

export function boardSession(ask: AskBoard = getBoard, beside = getBoardBeside, readSheet = getSheet): BoardSession {
  const base = signal<Board | null>(null);
  const movers = signal<Movers | null>(null);
  const moversError = signal<ApiError | null>(null);
  const bands = signal<Bands | null>(null);
  const known = computed(() => movers.value !== null || moversError.value !== null);
  // The sliders first: a check and a hundred worlds can wait for them.
  const speed = twoSpeed(ask, (act) => once(known, act));
  let ownMove = false;
  let gesture: { readonly path: string; readonly before: string | null } | null = null;

  function move(path: string, value: string | null): void {
    if (gesture?.path !== path) {
      leave();
      gesture = { path, before: settingOf(view.peek().sets, path) };
    }
    // The view tells everybody of the move; the board answers it as a move, not as a view turned to.
    ownMove = true;
    setWhileMoving(path, value);
    ownMove = false;
    speed.move(view.peek());
  }

  function leave(): void {
    if (!gesture) return;
    const { path, before } = gesture;
    gesture = null;
    const after = settingOf(view.peek().sets, path);
    const title = judgements.peek().get(path)?.title ?? path;
    commit({ words: `${title}: ${before ?? 'as written'} → ${after ?? 'as written'}`, changes: [{ path, before, after }] });
    speed.leave();
  }

  function start(): () => void {
    const key = computed(() => keyOf(view.value));
    const policy = computed(() => JSON.stringify([view.value.id, view.value.policy]));
    const scenario = computed(() => view.value.id);
    const asWritten = computed(() => view.value.sets.length === 0 && view.value.policy === AS_IS);
    const settled = computed(() => {
      const { board, fresh } = speed.showing.value;
      return fresh && board?.stage === 'confirmed' && board.solved && known.value;
    });
    const stops = [
      effect(() => {
        void key.value;
        bands.value = null;
        if (ownMove) return;
        untracked(() => {
          gesture = null;
          speed.show(view.peek());
        });
      }),
      effect(() => {
        void scenario.value;
        base.value = null;
        if (asWritten.peek()) return;
        return asking(async (stop) => {
          const board = await beside({ ...view.peek(), policy: AS_IS, sets: [] }, 'rethought', stop);
          if (!stop.aborted && base.peek() === null) base.value = board;
        }, (error) => (moversError.value = error));
      }),
      effect(() => {
        const { board, fresh } = speed.showing.value;
        // By what the board says of itself: the view may have turned to another one already.
        const own = board?.view.set.length === 0 && board.view.policy === AS_IS && board.scenario === scenario.value;
        if (own && asWritten.value && fresh && board && isSolved(board.stage)) base.value = board;
      }),
      effect(() => {
        const { board } = speed.showing.value;
        // Of the policy with nothing set, lest it change under the hand.
        const id = board?.outcomes[board.base.indexOf(Math.max(...board.base))]?.id;
        if (id !== undefined) likeliest.value = id;
      }),
      effect(() => {
        void policy.value;
        const outcome = focus.value;
        batch(() => {
          movers.value = null;
          moversError.value = null;
        });
        // First the board: nobody waits for its sliders while it has no dots.
        if (outcome === null) return;
        return asking(async (stop) => {
          const found = await moversOf(view.peek(), outcome, stop);
          if (!stop.aborted) movers.value = found;
        }, (error) => (moversError.value = error));
      }),
      effect(() => {
        void key.value;
        if (!settled.value) return;
        return untracked(() => streamBands(bands));
      }),
      effect(() => {
        // The file was changed by somebody else: what stands beside the odds must be of the same text.
        const { board } = speed.showing.value;
        const known = sheet.value;
        if (!board?.file || !known || board.scenario !== known.id || board.file === known.hash) return;
        return asking(async (stop) => {
          const next = await readSheet(known.id, stop);
          if (stop.aborted) return;
          base.value = null;
          movers.value = null;
          takeSheet(next);
          speed.show(view.peek());
        });
      }),
      effect(() => {
        const { board, working, fresh } = speed.showing.value;
        untracked(() =>
          tell({
            busy: working ? STAGE_WORDS[working] + '…' : null,
            solved: board && fresh && isSolved(board.stage) ? board.solved : null,
            residual: board && fresh ? board.residual : null,
          }),
        );
      }),
    ];
    return () => {
      leave();
      stops.forEach((stop) => stop());
      speed.close();
    };
  }

  return { showing: speed.showing, base, movers, moversError, bands, move, leave, start };
}

/** Calls `act` when `is` is true for the first time, now or later. */
function once(is: ReadonlySignal<boolean>, act: () => void): void {
  if (is.peek()) {
    act();
    return;
  }
  const stop = is.subscribe((now) => {
    if (!now) return;
    queueMicrotask(() => stop());
    untracked(act);
  });
}

/** Asks, until the function that is given back is called. */
function asking(ask: (stop: AbortSignal) => Promise<void>, failed: (error: ApiError) => void = () => undefined): () => void {
  const stop = new AbortController();
  void untracked(() =>
    ask(stop.signal).catch((error: unknown) => {
      if (!stop.signal.aborted && !isAbort(error)) failed(asApiError(error));
    }),
  );
  return () => stop.abort();
}

/** The band as it settles, from few worlds to many. */
function streamBands(bands: { value: Bands | null }): () => void {
  const now = view.peek();
  const all = now.worlds ?? WORLDS;
  const close = listen<Bands>(under('bands/events', now, { worlds: all }), {
    onResult: (result) => {
      bands.value = result;
      tell({ worlds: { done: result.worlds - result.failed, all, failed: result.failed } });
    },
    // The odds stand without their band; what fails here is told where the worlds are asked for.
    onError: () => tell({ worlds: null }),
  });
  return () => {
    close();
    tell({ worlds: null });
  };
}
