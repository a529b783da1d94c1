// Long work on a page: asked for when the page or its question changes, listened to while the page is open, and
// given up when it is left, upon which the server stops.
import { useEffect, useState } from 'preact/hooks';
import { under, type ApiError } from '../api';
import type { Progress } from '../contract';
import { listen } from '../events';
import { go, tell, view, type Status } from '../state';
import { count } from '../words';

export interface Work<T> {
  /** The last result; of an earlier question while `stale`. */
  readonly result: T | null;
  readonly stale: boolean;
  readonly progress: Progress | null;
  readonly error: ApiError | null;
  readonly state: 'working' | 'done' | 'stopped';
  readonly stop: () => void;
  readonly again: () => void;
}

interface Now<T> {
  readonly url: string;
  readonly result: T | null;
  readonly of: string;
  readonly progress: Progress | null;
  readonly error: ApiError | null;
  readonly state: 'working' | 'done' | 'stopped';
}

/** Listens to `url`, an address of events; null for nothing. */
export function useWork<T extends object>(url: string | null): Work<T> {
  const [now, setNow] = useState<Now<T>>({ url: '', result: null, of: '', progress: null, error: null, state: 'working' });
  const [round, setRound] = useState(0);
  const [stopped, setStopped] = useState<string | null>(null);
  const asked = url !== null && stopped !== url ? url : null;

  useEffect(() => {
    if (asked === null) return;
    setNow((was) => ({ ...was, url: asked, progress: null, error: null, state: 'working' }));
    return listen<T>(asked, {
      onProgress: (progress) => setNow((was) => ({ ...was, progress })),
      onResult: (result) => setNow((was) => ({ ...was, result, of: asked })),
      onEnd: () => setNow((was) => ({ ...was, state: 'done' })),
      onError: (error) => setNow((was) => ({ ...was, error, state: 'stopped' })),
    });
  }, [asked, round]);

  const state = url === null ? 'done' : stopped === url ? 'stopped' : now.url === url ? now.state : 'working';
  const { progress, result } = now;
  useEffect(() => {
    tell({
      ...solvedOf(result),
      busy: state === 'working' ? progress?.words || 'working' : null,
    });
  }, [state, progress, result]);

  return {
    result: now.result,
    stale: now.of !== url,
    progress,
    error: now.url === url ? now.error : null,
    state,
    stop: () => setStopped(url),
    again: () => {
      setStopped(null);
      setRound(round + 1);
    },
  };
}

interface Solved {
  readonly residual?: number | null;
  readonly solved?: number;
  readonly worlds?: number;
  readonly failed?: number;
}

/** How far a result is solved: of one game its residual, of many worlds how many of them are. */
export function solvedOf(result: Solved | null): Pick<Status, 'solved' | 'residual' | 'worlds'> {
  const all = result?.worlds ?? 0;
  const failed = result?.failed ?? 0;
  return {
    solved: result === null ? null : result.solved !== 0,
    residual: result?.residual ?? null,
    worlds: all > 0 ? { done: all - failed, all, failed } : null,
  };
}

/** `12 seconds`, `47 minutes`. */
export function durationWords(seconds: number): string {
  return seconds < 100 ? count(Math.ceil(seconds), 'second') : count(Math.round(seconds / 60), 'minute');
}

/** What is under way, and the way out of it. */
export function Working<T>({ work, first }: { readonly work: Work<T>; readonly first: string }) {
  const { state, progress, error } = work;
  if (error !== null) return null;
  if (state === 'done') return <p class="unseen" role="status">Worked out.</p>;
  if (state === 'stopped') {
    return (
      <p class="working">
        Stopped. <button type="button" onClick={work.again}>Go on</button>
      </p>
    );
  }
  const left = progress?.left;
  return (
    <p class="working">
      <progress max={progress?.all || 1} {...(progress && progress.all > 0 ? { value: progress.done } : {})} aria-label="Work done" />
      <span>
        {progress ? `${progress.words}: ${progress.done} of ${progress.all}` : first}
        {progress && progress.failed > 0 && `, ${progress.failed} failed`}
        {left !== null && left !== undefined && left >= 1 && `, about ${durationWords(left)} left`}
      </span>
      <button type="button" onClick={work.stop}>Stop</button>
    </p>
  );
}

/** Of how many worlds a page tells where its address does not say. */
export const FEW_WORLDS = 16;
const CHOICES = [4, 16, 64, 256, 1024] as const;

export function WorldsPicker({ otherwise }: { readonly otherwise: number }) {
  const now = view.value.worlds ?? otherwise;
  const choices = [...new Set<number>([...CHOICES, otherwise, now])].sort((a, b) => a - b);
  return (
    <label>
      Worlds{' '}
      <select
        value={now}
        onChange={(event) => {
          const worlds = Number(event.currentTarget.value);
          go({ worlds: worlds === otherwise ? null : worlds });
        }}
      >
        {choices.map((n) => (
          <option key={n} value={n}>
            {n === 0 ? 'none' : n.toLocaleString('en-GB')}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The address of the events on `topic` of the view that is looked at. */
export function eventsOf(topic: string, more: Record<string, string | number>): string {
  return under(`${topic}/events`, { ...view.value, ...(OVER_POLICIES.has(topic) ? { policy: 'as-is' } : {}) }, more);
}

/** What tells of all policies does not begin anew when another one is picked. */
const OVER_POLICIES: ReadonlySet<string> = new Set(['policies', 'claims', 'report']);
