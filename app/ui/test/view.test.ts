import { describe, expect, test } from 'vitest';
import { AS_IS, LIBRARY, parseView, settingOf, viewCommand, viewQuery, viewUrl, withSetting, type View } from '../src/view';
import { forSeeds, type Random } from './random';

const WORDS = ['azerbaijan looks ahead', 'usa/restrain costs', 'a=b', 'ünïcode', '100%', 'x&y', '+1', '#', '?q', ' ', '漢字', "it's", 'a/b', '..'];

function randomView(r: Random): View {
  let sets: View['sets'] = [];
  for (let k = r.below(4); k > 0; k--) {
    // A path never holds `=`: the first one ends it.
    sets = withSetting(sets, `${r.pick(WORDS)} ${k}`.replaceAll('=', '-'), r.pick(WORDS));
  }
  const more: [string, string][] = [];
  for (let k = r.below(3); k > 0; k--) more.push([r.pick(['state', 'line', 'tab', 'ä b']), r.pick(WORDS)]);
  return {
    id: r.pick(['x', 'nagorno-karabakh-2020', 'two words', 'ü']),
    page: r.pick(['', 'paths', 'edit', 'what matters']),
    policy: r.pick([AS_IS, 'monitors', 'a&b']),
    sets,
    outcome: r.pick([null, 'truce', 'a b']),
    with: r.pick([null, 'as-is', 'monitors']),
    worlds: r.pick([null, 1, 64, 400]),
    more: Object.fromEntries(new Map(more.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))),
  };
}

function reopened(url: string): View {
  const at = new URL(url, 'http://127.0.0.1');
  return parseView(at.pathname, at.search);
}

describe('an address', () => {
  test('gives back the view that it was written for', () => {
    forSeeds(500, (r) => {
      const view = randomView(r);
      expect(reopened(viewUrl(view))).toEqual(view);
    });
  });

  test('is the same once it has been read and written', () => {
    forSeeds(200, (r) => {
      const url = viewUrl(randomView(r));
      expect(viewUrl(reopened(url))).toBe(url);
    });
  });

  test('leaves out what is as usual', () => {
    expect(viewUrl({ ...LIBRARY, id: 'x' })).toBe('/s/x');
    expect(viewUrl(LIBRARY)).toBe('/');
    expect(viewUrl({ ...LIBRARY, id: 'x', page: 'paths' }, '.json')).toBe('/s/x/paths.json');
  });

  test('says what the contract says', () => {
    const view = reopened('/s/x/policies?policy=monitors&set=press-on+odds%3D0.3&set=a%3D1&set=a%3D2&with=as-is&worlds=32&outcome=o');
    expect(view).toMatchObject({ id: 'x', page: 'policies', policy: 'monitors', with: 'as-is', worlds: 32, outcome: 'o' });
    expect(view.sets).toEqual([{ path: 'press-on odds', value: '0.3' }, { path: 'a', value: '2' }]);
    expect(viewQuery(view).getAll('set')).toEqual(['press-on odds=0.3', 'a=2']);
  });

  test('that makes no sense is read as far as it does', () => {
    expect(reopened('/s/x?set=nothing&worlds=-3&policy=&set==4')).toEqual({ ...LIBRARY, id: 'x' });
    expect(parseView('/s/%E0%A4%A', '').id).toBe('%E0%A4%A');
    expect(parseView('/elsewhere', '').page).toBe('elsewhere');
  });
});

test('settings keep their place, and go', () => {
  const sets = withSetting(withSetting(withSetting([], 'a', '1'), 'b', '2'), 'a', '3');
  expect(sets).toEqual([{ path: 'a', value: '3' }, { path: 'b', value: '2' }]);
  expect(settingOf(sets, 'a')).toBe('3');
  expect(withSetting(sets, 'a', null)).toEqual([{ path: 'b', value: '2' }]);
});

test('a command says the same as the view', () => {
  const view: View = { ...LIBRARY, id: 'x', policy: 'monitors', sets: [{ path: "turkey's stake", value: '5' }], worlds: 8 };
  expect(viewCommand(view)).toBe(`casus solve x --policy monitors --set 'turkey'\\''s stake=5'`);
  expect(viewCommand({ ...view, page: 'policies', sets: [] })).toBe('casus compare x --policy monitors --worlds 8');
});
