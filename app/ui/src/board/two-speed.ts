// A slider in two speeds. While the hand moves, the odds with plans held and, from the second answer on, with actors
// re-thinking to first order; when it pauses, they re-think; when it has left, everything is solved from nothing.
// No answer is shown that a later one has overtaken, and what is on show always says whether it belongs to what is set.
import { signal, type ReadonlySignal } from '@preact/signals';
import { ApiError, asApiError, isAbort } from '../api';
import type { Board, Stage } from '../contract';
import type { Setting, View } from '../view';

/** How long a hand must rest before the actors re-think, in milliseconds. */
export const PAUSE = 150;

export type AskBoard = (
  view: View, stage: Stage, serial: number, stop: AbortSignal, from: readonly Setting[],
) => Promise<Board>;

export interface Showing {
  /** The newest answer; null before the first. */
  readonly board: Board | null;
  /** Whether it was worked out for what is set now; else its numbers are of a moment ago. */
  readonly fresh: boolean;
  /** What is being worked out for what is set now. */
  readonly working: Stage | null;
  readonly error: ApiError | null;
}

export interface TwoSpeed {
  readonly showing: ReadonlySignal<Showing>;
  /** Another view, by no hand on a slider: re-thought, then checked. */
  show(view: View): void;
  /** A hand moves. */
  move(view: View): void;
  /** The hand has left what it moved last. */
  leave(): void;
  /** Drops all that is under way. */
  close(): void;
}

interface Asked {
  readonly serial: number;
  readonly of: number;
  readonly stop: AbortController;
}

/** Questions asked so far by this tab: the server takes one with a lower number for an older one. */
let questions = 0;

/**
 * @param whenIdle calls back, now or later, once the check from nothing, which takes all the machine has, keeps
 *     nobody waiting
 */
export function twoSpeed(ask: AskBoard, whenIdle: (act: () => void) => void = (act) => act()): TwoSpeed {
  const showing = signal<Showing>({ board: null, fresh: false, working: null, error: null });
  let now: View | null = null;
  // Counts views; what was asked for an earlier one is told by its number.
  let current = 0;
  let shownSerial = questions;
  let held: Asked | null = null;
  // What was set where the hand started to move, and whether it has had an answer at once: the tangent takes longer.
  let from: readonly Setting[] = [];
  let answered = false;
  let waiting = false;
  let slow: Asked | null = null;
  let rethoughtOf = -1;
  let left = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function update(news: Partial<Showing>): void {
    showing.value = { ...showing.peek(), ...news };
  }

  function turnTo(view: View): void {
    now = view;
    current++;
    clearTimeout(timer);
    timer = undefined;
    slow?.stop.abort();
    slow = null;
  }

  function show(view: View): void {
    turnTo(view);
    held?.stop.abort();
    held = null;
    waiting = false;
    left = true;
    update({ fresh: false, working: 'rethought', error: null });
    void settle('rethought');
  }

  function move(view: View): void {
    if (left || !now) {
      from = now?.sets ?? [];
      answered = false;
    }
    turnTo(view);
    left = false;
    update({ fresh: false, working: answered ? 'about' : 'held', error: null });
    timer = setTimeout(pause, PAUSE);
    if (held) waiting = true;
    else void hold();
  }

  /** The hand rests: what it moved to is shown with plans held first, however late that comes, then re-thought. */
  function pause(): void {
    clearTimeout(timer);
    timer = undefined;
    // While plans held are on their way, the re-thinking follows them: see `hold`.
    if (!held) void settle('rethought');
  }

  /** Everything once more from nothing, as soon as nothing more urgent is under way. */
  function confirm(): void {
    const of = current;
    whenIdle(() => {
      if (of === current && left && !slow && rethoughtOf === of) void settle('confirmed');
    });
  }

  function leave(): void {
    if (left || !now) return;
    left = true;
    if (timer !== undefined) {
      pause();
    } else if (!slow && rethoughtOf === current) {
      confirm();
    }
  }

  /**
   * Plans held, then to first order, one question at a time: while one is on its way, only the latest view waits
   * behind it.
   */
  async function hold(): Promise<void> {
    const view = now;
    if (!view) return;
    const stage: Stage = answered ? 'about' : 'held';
    const asked: Asked = { serial: ++questions, of: current, stop: new AbortController() };
    held = asked;
    waiting = false;
    update({ working: stage });
    try {
      const board = await ask(view, stage, asked.serial, asked.stop.signal, from);
      if (held !== asked) return;
      held = null;
      answered = true;
      // Of a moment ago, but the dots must not stand still under a moving hand; `fresh` says which it is.
      if (asked.serial > shownSerial && board.serial === asked.serial) {
        shownSerial = asked.serial;
        update({ board, fresh: asked.of === current, error: null });
      }
    } catch (error) {
      if (held !== asked) return;
      held = null;
      // What is wrong with a setting is told by the re-thinking too, which follows in any case.
      if (!isAbort(error) && !overtaken(error) && asked.of === current) update({ error: asApiError(error) });
    }
    if (waiting) void hold();
    else if (timer === undefined && asked.of === current) void settle('rethought');
  }

  /** The server, too, drops what something newer has overtaken. */
  function overtaken(error: unknown): boolean {
    return error instanceof ApiError && error.status === 409;
  }

  async function settle(stage: 'rethought' | 'confirmed'): Promise<void> {
    const view = now;
    if (!view) return;
    const asked: Asked = { serial: ++questions, of: current, stop: new AbortController() };
    slow = asked;
    update({ working: stage });
    try {
      const board = await ask(view, stage, asked.serial, asked.stop.signal, []);
      if (slow !== asked) return;
      slow = null;
      if (board.serial !== asked.serial) return;
      shownSerial = asked.serial;
      rethoughtOf = current;
      update({ board, fresh: true, working: null, error: null });
      if (stage === 'rethought' && left) confirm();
    } catch (error) {
      if (slow !== asked) return;
      slow = null;
      if (!isAbort(error)) update({ working: null, error: asApiError(error) });
    }
  }

  function close(): void {
    clearTimeout(timer);
    timer = undefined;
    current++;
    held?.stop.abort();
    slow?.stop.abort();
    held = null;
    slow = null;
    waiting = false;
    now = null;
  }

  return { showing, show, move, leave, close };
}
