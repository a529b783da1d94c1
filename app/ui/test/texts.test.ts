import { expect, test } from 'vitest';
import { inverse, lineDiff, linesOf, spliced, spliceOf } from '../src/edit/texts';
import { forSeeds } from './random';

/** The longest common subsequence, the slow way. */
function common(a: readonly string[], b: readonly string[]): number {
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      best[i]![j] = a[i - 1] === b[j - 1] ? best[i - 1]![j - 1]! + 1 : Math.max(best[i - 1]![j]!, best[i]![j - 1]!);
    }
  }
  return best[a.length]![b.length]!;
}

test('a difference leads from one text to the other, with as few lines as there can be', () => {
  forSeeds(300, (r) => {
    const text = (): string[] => Array.from({ length: r.below(13) }, () => r.pick(['a', 'b', 'c', 'd']));
    const [a, b] = [text(), text()];
    const hunks = lineDiff(a.join('\n'), b.join('\n'));
    const made: string[] = [];
    let at = 0;
    for (const hunk of hunks) {
      made.push(...a.slice(at, hunk.line - 1));
      expect(a.slice(hunk.line - 1, hunk.line - 1 + hunk.before.length)).toEqual(hunk.before);
      expect(hunk.newLine).toBe(made.length + 1);
      made.push(...hunk.after);
      at = hunk.line - 1 + hunk.before.length;
    }
    made.push(...a.slice(at));
    expect(made).toEqual(b);
    const changed = hunks.reduce((sum, hunk) => sum + hunk.before.length + hunk.after.length, 0);
    expect(changed).toBe(a.length + b.length - 2 * common(a, b));
  });
});

test('ends of lines count for nothing, and a break at the end begins no other line', () => {
  expect(linesOf('a\r\nb\n')).toEqual(['a', 'b']);
  expect(lineDiff('a\r\nb\r\n', 'a\nb')).toEqual([]);
  expect(lineDiff('', 'a\n')).toEqual([{ line: 1, newLine: 1, before: [], after: ['a'] }]);
});

test('very different texts are one difference', () => {
  const lines = (name: string): string => Array.from({ length: 800 }, (_, k) => `${name}${k}`).join('\n');
  const hunks = lineDiff(`first\n${lines('a')}\nlast`, `first\n${lines('b')}\nlast`);
  expect(hunks).toHaveLength(1);
  expect(hunks[0]).toMatchObject({ line: 2, newLine: 2 });
});

test('a splice and its inverse lead there and back, and nowhere from another text', () => {
  forSeeds(300, (r) => {
    const text = (): string => Array.from({ length: r.below(10) }, () => r.pick(['x', 'y'])).join('');
    const [a, b] = [text(), text()];
    const splice = spliceOf(a, b);
    expect(spliced(a, splice)).toBe(b);
    expect(spliced(b, inverse(splice))).toBe(a);
  });
  expect(spliced('abc', { at: 1, removed: 'x', added: 'y' })).toBeNull();
});
