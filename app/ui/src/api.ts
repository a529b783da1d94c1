// Asking the server, of the same origin and of nothing else.
import type { Library, Movers, Problem, Refusal, Sheet, Board, Stage } from './contract';
import { viewQuery, type Setting, type View } from './view';

/** What went wrong, in a sentence, with what may help. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly advice: readonly string[] = [],
    readonly problems: readonly Problem[] = [],
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

const ROOT = '/api/v1';

/** The address of what belongs to a view: `under('paths', view)` is `/api/v1/s/<id>/paths?policy=…`. */
export function under(what: string, view: View, more: Record<string, string | number> = {}): string {
  const query = viewQuery(view);
  for (const [name, value] of Object.entries(more)) {
    query.append(name, String(value));
  }
  return address(`/s/${encodeURIComponent(view.id ?? '')}${what ? '/' + what : ''}`, query);
}

function address(path: string, query?: URLSearchParams): string {
  const text = query?.toString() ?? '';
  return ROOT + path + (text ? '?' + text : '');
}

export async function get<T>(url: string, signal?: AbortSignal): Promise<T> {
  return ask<T>(url, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });
}

export async function post<T>(url: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return ask<T>(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}

async function ask<T>(url: string, request: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(url, { ...request, credentials: 'same-origin' });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new ApiError(0, 'Casus does not answer.', ['Is it still running in its terminal? Start it again with `casus open`.']);
  }
  if (!answer.ok) throw await refused(answer);
  try {
    return (await answer.json()) as T;
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new ApiError(answer.status, 'The answer cannot be read.', ['The page may be older than the server: load it again.']);
  }
}

async function refused(answer: Response): Promise<ApiError> {
  const refusal = await answer.json().then(
    (body: unknown) => (isRefusal(body) ? body : null),
    () => null,
  );
  return refusal
    ? new ApiError(answer.status, refusal.error, refusal.advice ?? [], refusal.problems ?? [])
    : new ApiError(answer.status, `The server answered ${answer.status}.`);
}

function isRefusal(body: unknown): body is Refusal {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string';
}

/** Whether an error only says that the answer is no longer wanted. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Any error as an ApiError, for what shows it. */
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(0, error instanceof Error ? error.message : String(error));
}

export const getLibrary = (signal?: AbortSignal): Promise<Library> => get(address('/library'), signal);

export const getSheet = (id: string, signal?: AbortSignal): Promise<Sheet> =>
  get(address(`/s/${encodeURIComponent(id)}`), signal);

/** This tab's name: the server stops what a tab asked for before when it asks for something newer. */
const TAB = Math.random().toString(36).slice(2);

/**
 * The newest question of this tab: whatever board it asked for before is no longer wanted.
 *
 * @param from what was set where the hand started to move: for an answer to first order
 */
export const getBoard = (
  view: View, stage: Stage, serial: number, signal: AbortSignal, from: readonly Setting[] = [],
): Promise<Board> => {
  const start = from.map(({ path, value }) => `&from=${encodeURIComponent(`${path}=${value}`)}`).join('');
  return get<BoardAnswer>(under('board', view, { stage, serial, tab: TAB }) + start, signal).then(wholeBoard);
};

/** A board beside it, which stops nothing. */
export const getBoardBeside = (view: View, stage: Stage, signal: AbortSignal): Promise<Board> =>
  get<BoardAnswer>(under('board', view, { stage }), signal).then(wholeBoard);

type Said = 'scenario' | 'version' | 'hash' | 'view' | 'serial' | 'stage' | 'horizon' | 'outcomes' | 'base' | 'dots' | 'sentence';
type BoardAnswer = Pick<Board, Said> & Partial<Board>;

/** What an answer leaves out goes without saying: it is solved, and there is nothing to warn of. */
function wholeBoard(answer: BoardAnswer): Board {
  const usual = { solved: true, why: null, residual: null, elsewhere: null, held: null, because: [], seconds: 0, warnings: [] };
  return { ...usual, ...answer, over: answer.over && answer.over.length > 0 ? answer.over : null };
}

export const getMovers = (view: View, outcome: string, signal?: AbortSignal): Promise<Movers> =>
  get(under('movers', view, { outcome }), signal);
