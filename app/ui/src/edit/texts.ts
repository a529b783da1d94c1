// Two texts and what lies between them: one stretch that was replaced (for undo), or lines (for people).

/** What stood at a place, and what stands there now. */
export interface Splice {
  readonly at: number;
  readonly removed: string;
  readonly added: string;
}

/** The one stretch in which two texts differ, without the beginning and the end that they share. */
export function spliceOf(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  let end = 0;
  while (end < most - at && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  return { at, removed: before.slice(at, before.length - end), added: after.slice(at, after.length - end) };
}

/** null where the text is not the one that the splice was made for. */
export function spliced(text: string, { at, removed, added }: Splice): string | null {
  if (text.slice(at, at + removed.length) !== removed) return null;
  return text.slice(0, at) + added + text.slice(at + removed.length);
}

export const inverse = ({ at, removed, added }: Splice): Splice => ({ at, removed: added, added: removed });

/** Lines that differ: `before` from line `line` of the one text stands as `after` from line `newLine` of the other. */
export interface Hunk {
  readonly line: number;
  readonly newLine: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Differing lines that are told apart; from there on all between the first and the last is one difference. */
const MOST = 1000;

export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * The lines in which two texts differ, as few as there can be (E. W. Myers, "An O(ND) difference algorithm and its
 * variations", 1986): what the server tells of its own edits, here for all that was typed as well.
 */
export function lineDiff(before: string, after: string): Hunk[] {
  const a = linesOf(before);
  const b = linesOf(after);
  let first = 0;
  while (first < a.length && first < b.length && a[first] === b[first]) first++;
  let n = a.length;
  let m = b.length;
  while (n > first && m > first && a[n - 1] === b[m - 1]) {
    n--;
    m--;
  }
  const keptA = a.map((_, k) => k < first || k >= n);
  const keptB = b.map((_, k) => k < first || k >= m);
  for (const [x, y] of matches(a, b, first, n - first, m - first)) {
    keptA[x] = true;
    keptB[y] = true;
  }
  return hunksOf(a, b, keptA, keptB);
}

/** Pairs of lines that stay, on a shortest way through the grid of `n` by `m` lines from `first` on. */
function matches(a: readonly string[], b: readonly string[], first: number, n: number, m: number): [number, number][] {
  const most = Math.min(n + m, MOST);
  const trace: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= most; d++) {
    trace.push(reach);
    const next = new Map(reach);
    for (let k = -d; k <= d; k += 2) {
      let x = fromAbove(reach, k, d) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      while (x < n && x - k < m && a[first + x] === b[first + x - k]) x++;
      next.set(k, x);
      if (x >= n && x - k >= m) return walkBack(trace, first, n, m);
    }
    reach = next;
  }
  return [];
}

function fromAbove(reach: ReadonlyMap<number, number>, k: number, d: number): boolean {
  return k === -d || (k !== d && (reach.get(k - 1) ?? 0) < (reach.get(k + 1) ?? 0));
}

function walkBack(trace: readonly ReadonlyMap<number, number>[], first: number, n: number, m: number): [number, number][] {
  const pairs: [number, number][] = [];
  let x = n;
  let y = m;
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d] as ReadonlyMap<number, number>;
    const k = x - y;
    const above = fromAbove(reach, k, d);
    const fromK = above ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : (reach.get(fromK) ?? 0);
    const fromY = d === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY) {
      x--;
      y--;
      pairs.push([first + x, first + y]);
    }
    x = fromX;
    y = fromY;
  }
  return pairs;
}

function hunksOf(a: readonly string[], b: readonly string[], keptA: readonly boolean[], keptB: readonly boolean[]): Hunk[] {
  const hunks: Hunk[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const fromI = i;
    const fromJ = j;
    while (i < a.length && !keptA[i]) i++;
    while (j < b.length && !keptB[j]) j++;
    if (i > fromI || j > fromJ) hunks.push({ line: fromI + 1, newLine: fromJ + 1, before: a.slice(fromI, i), after: b.slice(fromJ, j) });
    else {
      i++;
      j++;
    }
  }
  return hunks;
}
