// A server that answers at once, for tests of whole pages.
import { vi } from 'vitest';
import { isSolved, type Board, type Stage } from '../src/contract';
import { OUTCOMES, sampleBoard, sampleDots, SHEET } from './samples';

export interface FakeServer {
  readonly asked: string[];
  /** Event sources that are open. */
  readonly open: Set<string>;
}

/** Odds that follow the first setting of the line's worth: half as much once actors have re-thought, or about so. */
function boardOf(query: URLSearchParams): Board {
  const stage = (query.get('stage') ?? 'rethought') as Stage;
  const sets = query.getAll('set');
  const line = sets.find((set) => set.startsWith('north wants line='))?.split('=')[1];
  const shift = line === undefined ? 0 : (Number(line) - 5.5) / 25;
  const at = (by: number): number[] => [0.46 + by, 0.3 - by, 0.24];
  const odds = at(stage === 'held' ? shift : stage === 'about' ? 0.6 * shift : shift / 2);
  return sampleBoard({
    stage,
    serial: Number(query.get('serial') ?? 0),
    view: { policy: query.get('policy') ?? 'as-is', set: sets },
    outcomes: OUTCOMES.map((outcome, k) => ({ ...outcome, odds: odds[k] ?? 0 })),
    base: at(0),
    held: sets.length > 0 ? at(shift) : null,
    dots: sampleDots([Math.round(100 * (odds[0] ?? 0)), 76 - Math.round(100 * (odds[0] ?? 0)), 24]),
    sentence: `North prevails in ${Math.round(100 * (odds[0] ?? 0))} of 100 such futures.`,
    over: !isSolved(stage) ? null : [{ t: 0, outcomes: [0, 0, 1] }, { t: 26, outcomes: odds }],
  });
}

export function fakeServer(): FakeServer {
  const asked: string[] = [];
  const open = new Set<string>();
  const answer = (body: unknown, status = 200): Response =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  vi.stubGlobal('fetch', (url: string, request?: RequestInit) => {
    asked.push(url);
    if (request?.signal?.aborted) return Promise.reject(new DOMException('gone', 'AbortError'));
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
    switch (pathname) {
      case '/api/v1/s/x':
        return Promise.resolve(answer(SHEET));
      case '/api/v1/s/x/board':
        if (searchParams.getAll('set').includes('north wants line=0')) {
          return Promise.resolve(answer({ error: 'A stake of `0` is none.', advice: ['Take it away instead.'], problems: [] }, 400));
        }
        return Promise.resolve(answer(boardOf(searchParams)));
      case '/api/v1/s/x/movers':
        return Promise.resolve(
          answer({
            outcome: searchParams.get('outcome'),
            movers: SHEET.judgements.slice(0, 3).map((j, k) => ({ path: j.path, low: j.low, high: j.high, middle: j.middle, guess: j.guess, swing: 14 - 5 * k })),
          }),
        );
      default:
        return Promise.resolve(answer({ error: 'There is no such scenario.', advice: ['The Library lists what there is: `/`.'] }, 404));
    }
  });
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      onerror: ((event: Event) => void) | null = null;
      constructor(readonly url: string) {
        super();
        open.add(url);
        queueMicrotask(() => {
          if (!open.has(url)) return;
          const say = (name: string, data: unknown): boolean => this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
          say('progress', { words: '', done: 8, all: 64, failed: 0, left: 2 });
          say('result', { worlds: 8, failed: 0, seconds: 1, outcomes: OUTCOMES.map(({ id }) => ({ id, median: 0.4, p5: 0.33, p95: 0.58 })) });
        });
      }
      close(): void {
        open.delete(this.url);
      }
    },
  );
  return { asked, open };
}
