import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError, getBoard, getSheet, isAbort, under } from '../src/api';
import { listen } from '../src/events';
import { LIBRARY, type View } from '../src/view';
import { sampleBoard } from './samples';

const VIEW: View = { ...LIBRARY, id: 'a b', policy: 'monitors', sets: [{ path: 'x', value: '1 week' }] };

afterEach(() => void vi.unstubAllGlobals());

describe('asking', () => {
  const answer = (body: string, status = 200): void =>
    void vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(new Response(body, { status }))));

  test('carries the policy and the settings of the view', () => {
    expect(under('paths', VIEW, { outcome: 'truce' })).toBe('/api/v1/s/a%20b/paths?policy=monitors&set=x%3D1+week&outcome=truce');
    expect(under('', { ...LIBRARY, id: 'x' })).toBe('/api/v1/s/x');
  });

  test('tells what was refused, with advice and places', async () => {
    answer('{"error":"No.","advice":["Try."],"problems":[{"severity":"error","line":3,"column":1,"message":"m","advice":[]}]}', 422);
    const error = await getSheet('x').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 422, message: 'No.', advice: ['Try.'], problems: [{ line: 3 }] });
  });

  test('tells what is no refusal of ours, and what cannot be read', async () => {
    answer('<html>', 502);
    await expect(getSheet('x')).rejects.toMatchObject({ message: 'The server answered 502.' });
    answer('{"half":');
    await expect(getSheet('x')).rejects.toMatchObject({ message: 'The answer cannot be read.' });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')));
    await expect(getSheet('x')).rejects.toMatchObject({ message: 'Casus does not answer.' });
  });

  test('what is no longer wanted is no error', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('gone', 'AbortError')));
    expect(isAbort(await getSheet('x').catch((e: unknown) => e))).toBe(true);
  });

  test('what a board leaves out goes without saying', async () => {
    const { solved: _, why: __, warnings: ___, ...short } = sampleBoard({ over: [] });
    answer(JSON.stringify(short));
    const board = await getBoard(VIEW, 'held', 7, new AbortController().signal);
    expect(board).toMatchObject({ solved: true, why: null, warnings: [], over: null });
    expect(vi.mocked(fetch).mock.calls[0]?.[0]).toMatch(/stage=held&serial=7&tab=\w+$/);
  });

  test('an answer to first order says from where', async () => {
    answer(JSON.stringify(sampleBoard({ stage: 'about' })));
    await getBoard(VIEW, 'about', 8, new AbortController().signal, [{ path: 'a b', value: '5%' }, { path: 'c', value: '1' }]);
    expect(vi.mocked(fetch).mock.calls[0]?.[0]).toMatch(/stage=about&serial=8&tab=\w+&from=a%20b%3D5%25&from=c%3D1$/);
  });
});

class FakeSource extends EventTarget {
  static last: FakeSource;
  onerror: ((event: Event) => void) | null = null;
  closed = false;
  constructor(readonly url: string) {
    super();
    FakeSource.last = this;
  }
  close(): void {
    this.closed = true;
  }
  say(name: string, data: unknown): void {
    const event = new MessageEvent(name, { data: JSON.stringify(data) });
    this.dispatchEvent(event);
    if (name === 'error') this.onerror?.(event);
  }
}

describe('listening', () => {
  beforeEach(() => void vi.stubGlobal('EventSource', FakeSource));

  function hear(): { told: string[]; close: () => void } {
    const told: string[] = [];
    const close = listen<{ n: number }>('/x/events', {
      onProgress: (progress) => told.push(`progress ${progress.done}`),
      onResult: (result) => told.push(`result ${result.n}`),
      onEnd: () => told.push('end'),
      onError: (error) => told.push(`error ${error.message}`),
    });
    return { told, close };
  }

  test('follows the work to its end', () => {
    const { told } = hear();
    FakeSource.last.say('progress', { done: 1 });
    FakeSource.last.say('result', { n: 4 });
    FakeSource.last.say('result', { n: 8 });
    FakeSource.last.say('end', {});
    expect(told).toEqual(['progress 1', 'result 4', 'result 8', 'end']);
    expect(FakeSource.last.closed).toBe(true);
  });

  test('tells once what failed, and does not begin anew', () => {
    const { told } = hear();
    FakeSource.last.say('error', { error: 'No.' });
    FakeSource.last.onerror?.(new Event('error'));
    expect(told).toEqual(['error No.']);
    expect(FakeSource.last.closed).toBe(true);
    const broken = hear();
    FakeSource.last.onerror?.(new Event('error'));
    expect(broken.told).toEqual(['error The connection broke before the work was done.']);
    expect(FakeSource.last.closed).toBe(true);
  });

  test('hears nothing more once it has left', () => {
    const { told, close } = hear();
    close();
    FakeSource.last.say('result', { n: 4 });
    FakeSource.last.onerror?.(new Event('error'));
    expect(told).toEqual([]);
    expect(FakeSource.last.closed).toBe(true);
  });
});
