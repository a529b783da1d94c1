// Long work, told as it goes along.
import type { Progress, Refusal } from './contract';
import { ApiError } from './api';

export interface Listener<T> {
  readonly onProgress?: (progress: Progress) => void;
  /** The whole result so far. */
  readonly onResult: (result: T) => void;
  readonly onEnd?: () => void;
  readonly onError: (error: ApiError) => void;
}

/**
 * Listens to `url` until its end or until the function that is given back is called; the server stops working
 * when nobody listens. A connection that breaks is not taken up again by itself: the work would begin anew.
 */
export function listen<T>(url: string, listener: Listener<T>): () => void {
  const source = new EventSource(url);
  let open = true;
  const close = (): void => {
    open = false;
    source.close();
  };
  const on = (name: string, act: (data: unknown) => void): void => {
    source.addEventListener(name, (event) => {
      // A broken connection is an `error` event too, but one without data.
      if (!open || !(event instanceof MessageEvent)) return;
      act(event.data ? JSON.parse(String(event.data)) : {});
    });
  };
  on('progress', (data) => listener.onProgress?.(data as Progress));
  on('result', (data) => listener.onResult(data as T));
  on('end', () => {
    close();
    listener.onEnd?.();
  });
  on('error', (data) => {
    close();
    const refusal = data as Refusal;
    listener.onError(new ApiError(0, refusal.error, refusal.advice ?? [], refusal.problems ?? []));
  });
  source.onerror = (event) => {
    if (!open || event instanceof MessageEvent) return;
    close();
    listener.onError(new ApiError(0, 'The connection broke before the work was done.', ['Is Casus still running in its terminal?']));
  };
  return close;
}
