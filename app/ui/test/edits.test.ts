import { expect, test } from 'vitest';
import { canRedo, canUndo, done, NO_HISTORY, redone, resetOf, undone, type Edit, type History } from '../src/edits';
import { settingOf, withSetting, type Setting } from '../src/view';
import { forSeeds } from './random';

const edit = (path: string, before: string | null, after: string | null): Edit => ({ words: `${path} ${after}`, changes: [{ path, before, after }] });

test('what is undone and done again leads to where it was', () => {
  forSeeds(200, (r) => {
    let history: History = NO_HISTORY;
    let sets: readonly Setting[] = [];
    const past: string[] = [JSON.stringify(asMap(sets))];
    for (let k = 0; k < 12; k++) {
      const path = r.pick(['a', 'b', 'c']);
      const before = settingOf(sets, path);
      const after = r.pick(['1', '2', '3', null]);
      if (before === after) continue;
      const one: Edit = r.chance(0.2) && sets.length > 0 ? resetOf(sets) : edit(path, before, after);
      sets = one.changes.reduce((now, c) => withSetting(now, c.path, c.after), sets);
      history = done(history, one);
      past.push(JSON.stringify(asMap(sets)));
    }
    for (let k = past.length - 2; k >= 0; k--) {
      ({ history, sets } = undone(history, sets));
      expect(JSON.stringify(asMap(sets))).toBe(past[k]);
    }
    expect(canUndo(history)).toBe(false);
    for (let k = 1; k < past.length; k++) {
      ({ history, sets } = redone(history, sets));
      expect(JSON.stringify(asMap(sets))).toBe(past[k]);
    }
    expect(canRedo(history)).toBe(false);
  });
});

/** Undoing may put a setting at another place of the list, which says nothing. */
function asMap(sets: readonly Setting[]): readonly (readonly [string, string])[] {
  return sets.map(({ path, value }) => [path, value] as const).sort();
}

test('a new edit forgets what was undone', () => {
  let history = done(done(NO_HISTORY, edit('a', null, '1')), edit('a', '1', '2'));
  let sets: readonly Setting[] = [{ path: 'a', value: '2' }];
  ({ history, sets } = undone(history, sets));
  history = done(history, edit('b', null, '9'));
  expect(history.edits.map((e) => e.words)).toEqual(['a 1', 'b 9']);
  expect(canRedo(history)).toBe(false);
});

test('what changes nothing is no edit, and the list does not grow for ever', () => {
  expect(done(NO_HISTORY, edit('a', '1', '1'))).toBe(NO_HISTORY);
  let history: History = NO_HISTORY;
  for (let k = 0; k < 1000; k++) history = done(history, edit('a', String(k), String(k + 1)));
  expect(history.edits.length).toBe(200);
  expect(history.at).toBe(200);
});

test('at the ends nothing happens', () => {
  expect(undone(NO_HISTORY, [])).toEqual({ history: NO_HISTORY, sets: [] });
  expect(redone(NO_HISTORY, [])).toEqual({ history: NO_HISTORY, sets: [] });
});
