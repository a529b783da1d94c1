import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../src/api';
import { PAUSE, twoSpeed, type AskBoard } from '../src/board/two-speed';
import type { Board, Stage } from '../src/contract';
import { LIBRARY, type View } from '../src/view';
import { sampleBoard } from './samples';

interface Asked {
  readonly set: string;
  readonly stage: Stage;
  readonly from: string;
  readonly stop: AbortSignal;
  readonly answer: (news?: Partial<Board>) => Promise<void>;
  readonly fail: (error: unknown) => Promise<void>;
}

/** A server that answers when it is told to. */
function fake(): { ask: AskBoard; asked: Asked[] } {
  const asked: Asked[] = [];
  const ask: AskBoard = (view, stage, serial, stop, from) =>
    new Promise((resolve, reject) => {
      const set = view.sets[0]?.value ?? '';
      stop.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')));
      asked.push({
        set,
        stage,
        from: from.map(({ path, value }) => `${path}=${value}`).join(),
        stop,
        answer: async (news = {}) => {
          resolve(sampleBoard({ serial, stage, sentence: `${stage} ${set}`, ...news }));
          await vi.advanceTimersByTimeAsync(0);
        },
        fail: async (error) => {
          reject(error);
          await vi.advanceTimersByTimeAsync(0);
        },
      });
    });
  return { ask, asked };
}

const at = (value: string): View => ({ ...LIBRARY, id: 'x', sets: [{ path: 'a', value }] });

describe('a slider in two speeds', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('plans are held while it moves, actors re-think when it rests, all is checked when the hand has left', async () => {
    const { ask, asked } = fake();
    const speed = twoSpeed(ask);
    speed.move(at('1'));
    expect(asked.map((a) => a.stage)).toEqual(['held']);
    expect(speed.showing.value).toMatchObject({ fresh: false, working: 'held' });
    await asked[0]?.answer();
    expect(speed.showing.value).toMatchObject({ fresh: true, working: 'held', board: { sentence: 'held 1' } });
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked[1]?.stage).toBe('rethought');
    expect(speed.showing.value.working).toBe('rethought');
    await asked[1]?.answer();
    expect(speed.showing.value).toMatchObject({ fresh: true, working: null, board: { sentence: 'rethought 1' } });
    // The hand is still on it.
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toHaveLength(2);
    speed.leave();
    expect(asked[2]?.stage).toBe('confirmed');
    await asked[2]?.answer({ elsewhere: true });
    expect(speed.showing.value).toMatchObject({ fresh: true, working: null, board: { stage: 'confirmed', elsewhere: true } });
    speed.leave();
    expect(asked).toHaveLength(3);
  });

  test('one question with plans held is on its way at most, and the last one waits', async () => {
    const { ask, asked } = fake();
    const speed = twoSpeed(ask);
    for (const value of ['1', '2', '3', '4']) speed.move(at(value));
    expect(asked.map((a) => a.set)).toEqual(['1']);
    await asked[0]?.answer();
    expect(asked.map((a) => a.set)).toEqual(['1', '4']);
    // Of a moment ago, and says so.
    expect(speed.showing.value).toMatchObject({ fresh: false, board: { sentence: 'held 1' } });
    await asked[1]?.answer();
    expect(speed.showing.value).toMatchObject({ fresh: true, board: { sentence: 'about 4' } });
    expect(asked).toHaveLength(2);
  });

  test('what is overtaken is aborted, and its answer dropped if it comes all the same', async () => {
    const { ask, asked } = fake();
    const speed = twoSpeed(ask);
    speed.move(at('1'));
    await asked[0]?.answer();
    await vi.advanceTimersByTimeAsync(PAUSE);
    const rethought = asked[1];
    speed.move(at('2'));
    expect(rethought?.stop.aborted).toBe(true);
    await rethought?.answer();
    expect(speed.showing.value.board?.sentence).toBe('held 1');
    expect(speed.showing.value.fresh).toBe(false);
  });

  test('each hand has plans held first, then actors who re-think to first order from where it started', async () => {
    const { ask, asked } = fake();
    const speed = twoSpeed(ask);
    speed.show(at('1'));
    await asked[0]?.answer();
    const seen: string[] = [];
    for (const value of ['2', '3', '4']) {
      speed.move(at(value));
      await asked.at(-1)?.answer();
      seen.push(`${asked.at(-1)?.stage} ${asked.at(-1)?.set} from ${asked.at(-1)?.from}`);
    }
    expect(seen).toEqual(['held 2 from a=1', 'about 3 from a=1', 'about 4 from a=1']);
    speed.leave();
    await asked.at(-1)?.answer();
    speed.move(at('5'));
    await asked.at(-1)?.answer();
    speed.move(at('6'));
    expect(speed.showing.value.working).toBe('about');
    // Where the tangent does not reach, the answer says that plans are held.
    await asked.at(-1)?.answer({ stage: 'held' });
    expect(asked.slice(-2).map((a) => `${a.stage} ${a.set} from ${a.from}`)).toEqual(['held 5 from a=4', 'about 6 from a=4']);
    expect(speed.showing.value).toMatchObject({ fresh: true, board: { stage: 'held' } });
  });

  test('at rest the latest is shown at once before it is re-thought, however slow that is', async () => {
    const { ask, asked } = fake();
    const speed = twoSpeed(ask);
    speed.move(at('1'));
    speed.move(at('2'));
    await vi.advanceTimersByTimeAsync(PAUSE);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map((a) => `${a.stage} ${a.set}`)).toEqual(['held 1']);
    await asked[0]?.answer();
    expect(speed.showing.value).toMatchObject({ fresh: false, board: { sentence: 'held 1' } });
    expect(asked.map((a) => `${a.stage} ${a.set}`)).toEqual(['held 1', 'about 2']);
    await asked[1]?.answer();
    expect(speed.showing.value).toMatchObject({ fresh: true, working: 'rethought', board: { sentence: 'about 2' } });
    await asked[2]?.answer();
    expect(speed.showing.value).toMatchObject({ fresh: true, working: null, board: { sentence: 'rethought 2' } });
  });

  test('what fails with plans held is re-thought all the same', async () => {
    const { ask, asked } = fake();
    const speed = twoSpeed(ask);
    speed.move(at('1'));
    await vi.advanceTimersByTimeAsync(PAUSE);
    await asked[0]?.fail(new ApiError(422, 'Not so.'));
    expect(speed.showing.value.error?.message).toBe('Not so.');
    await asked[1]?.answer();
    expect(speed.showing.value).toMatchObject({ fresh: true, error: null, board: { sentence: 'rethought 1' } });
  });

  test('an answer to another question is not shown', async () => {
    const { ask, asked } = fake();
    const speed = twoSpeed(ask);
    speed.show(at('1'));
    await asked[0]?.answer({ serial: 99 });
    expect(speed.showing.value.board).toBeNull();
  });

  test('a hand that stops and goes sees the dots move, however slow the answers', async () => {
    const { ask, asked } = fake();
    const speed = twoSpeed(ask);
    let shown = 0;
    for (let k = 0; k < 20; k++) {
      speed.move(at(String(k)));
      await vi.advanceTimersByTimeAsync(PAUSE + 50);
      // Each answer takes two stops.
      if (k % 2 === 1) {
        const before = speed.showing.value.board;
        await asked.filter((a) => !a.stop.aborted).at(-1)?.answer();
        if (speed.showing.value.board !== before) shown++;
      }
    }
    expect(shown).toBe(10);
  });

  test('the check from nothing waits for what is more urgent', async () => {
    const { ask, asked } = fake();
    const later: (() => void)[] = [];
    const speed = twoSpeed(ask, (act) => later.push(act));
    speed.show(at('1'));
    await asked[0]?.answer();
    speed.show(at('2'));
    await asked[1]?.answer();
    expect(asked).toHaveLength(2);
    expect(speed.showing.value).toMatchObject({ fresh: true, working: null });
    later.forEach((act) => act());
    expect(asked.map((a) => `${a.stage} ${a.set}`)).toEqual(['rethought 1', 'rethought 2', 'confirmed 2']);
  });

  test('a hand that leaves at once does not wait for the pause', async () => {
    const { ask, asked } = fake();
    const speed = twoSpeed(ask);
    speed.move(at('1'));
    speed.leave();
    await asked[0]?.answer();
    expect(asked.map((a) => a.stage)).toEqual(['held', 'rethought']);
    await asked[1]?.answer();
    expect(asked.map((a) => a.stage)).toEqual(['held', 'rethought', 'confirmed']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(3);
  });

  test('a view that is turned to drops everything before it', async () => {
    const { ask, asked } = fake();
    const speed = twoSpeed(ask);
    speed.move(at('1'));
    speed.move(at('2'));
    speed.show(at('3'));
    expect(asked[0]?.stop.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map((a) => `${a.stage} ${a.set}`)).toEqual(['held 1', 'rethought 3']);
    await asked[1]?.answer();
    expect(speed.showing.value).toMatchObject({ fresh: true, board: { sentence: 'rethought 3' } });
  });

  test('what cannot be worked out is told, and the next move forgets it', async () => {
    const { ask, asked } = fake();
    const speed = twoSpeed(ask);
    speed.show(at('1'));
    await asked[0]?.fail(new ApiError(422, 'Not so.'));
    expect(speed.showing.value).toMatchObject({ working: null, fresh: false, error: { message: 'Not so.' } });
    speed.move(at('2'));
    expect(speed.showing.value.error).toBeNull();
    await asked[1]?.fail(new ApiError(409, 'Something newer was asked for meanwhile.'));
    expect(speed.showing.value.error).toBeNull();
  });

  test('once closed nothing is asked and nothing shown', async () => {
    const { ask, asked } = fake();
    const speed = twoSpeed(ask);
    speed.move(at('1'));
    speed.move(at('2'));
    speed.close();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.stop.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
