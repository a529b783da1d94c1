import { expect, test } from 'vitest';
import { cellsOf, editOf, editWords, rangeText, unitOf, type Cells } from '../src/edit/range';
import { inOrder } from '../src/edit/questions';
import { cellText, fromTsv, pasted, shownRows, toTsv, ALL } from '../src/edit/table';
import { isName, nameFrom } from '../src/edit/name';
import { alone, sameWords, settingFor } from '../src/same';
import { sampleJudgement, SHEET } from './samples';

const worth = sampleJudgement();
const odds = sampleJudgement({ path: 'truce lapses', text: '10% to 25% each week per guess', low: 0.1, high: 0.25, middle: 0.175, guess: true, source: null, why: null });

const edit = (cells: Partial<Cells>, of = worth) => editOf(of, { ...cellsOf(of), ...cells });

test('cells show what the file shows', () => {
  expect(cellsOf(worth)).toEqual({ low: '4', high: '7', around: '', source: 'article p5', why: 'It said so.' });
  expect(cellsOf(odds)).toEqual({ low: '10', high: '25', around: '', source: 'guess', why: '' });
  expect([unitOf(worth), unitOf(odds)]).toEqual(['points', '% each week']);
  expect(unitOf(sampleJudgement({ text: 'every 1 to 3 weeks per guess' }))).toBe('every … weeks');
});

test('ranges are written as a person would write them', () => {
  const every = { every: true, percent: false, tail: 'weeks' };
  const share = { every: false, percent: true, tail: 'each week' };
  const points = { every: false, percent: false, tail: '' };
  expect(rangeText(every, 2, 4, null)).toBe('every 2 to 4 weeks');
  expect(rangeText(every, 1, 1, null)).toBe('every 1 week');
  expect(rangeText({ ...every, every: false, tail: 'months' }, 1, 2, null)).toBe('1 to 2 months');
  expect(rangeText(share, 20, 40, 25)).toBe('20% to 40% around 25% each week');
  expect(rangeText(points, 3, 3, 3)).toBe('3');
});

test('a change names what changes and nothing else', () => {
  expect(edit({}).edit).toBeNull();
  expect(edit({ low: '5' }).edit).toEqual({ path: worth.path, value: '5 to 7' });
  expect(edit({ around: '6' }).edit).toEqual({ path: worth.path, value: '4 to 7 around 6' });
  expect(edit({ source: 'guess' }).edit).toEqual({ path: worth.path, source: 'guess' });
  expect(edit({ why: '' }).edit).toEqual({ path: worth.path, why: '' });
  expect(edit({ low: '5', high: '8', why: 'More.' }).edit).toEqual({ path: worth.path, value: '5 to 8', why: 'More.' });
  expect(edit({ high: '30%' }, odds).edit).toEqual({ path: odds.path, value: '10% to 30% each week' });
  expect(edit({ low: '20% to 30% each week' }, odds).edit).toEqual({ path: odds.path, value: '20% to 30% each week' });
  expect(editWords(worth, { path: worth.path, value: '5 to 7', source: 'guess' })).toBe(
    'What the line is worth to North: 4 to 7 points → 5 to 7, per article p5 → guess',
  );
});

test('what is no range is told at its cell', () => {
  expect(edit({ low: '9' })).toMatchObject({ field: 'low', wrong: 'The low end, 9, is above the high one, 7.' });
  expect(edit({ high: 'much' })).toMatchObject({ field: 'high', wrong: '“much” is no number of 0 or more.' });
  expect(edit({ high: '' })).toMatchObject({ field: 'high', wrong: 'A number is missing.' });
  expect(edit({ around: '8' })).toMatchObject({ field: 'around', wrong: '8 does not lie between 4 and 7.' });
  expect(edit({ high: '120' }, odds)).toMatchObject({ field: 'high', wrong: '“120” is no number from 0 to 100.' });
});

test('rows are found, kept to guesses and put in order', () => {
  const rows = SHEET.judgements;
  const paths = (news: object): string[] => shownRows(rows, { ...ALL, ...news }).map((row) => row.path);
  expect(paths({ find: 'SOUTH line' })).toEqual(['south fears line']);
  expect(paths({ guesses: true })).toEqual(['truce lapses', 'south acts']);
  expect(paths({ group: 'south' })).toEqual(['south acts', 'south fears line']);
  expect(paths({ by: 'low' })).toEqual(['south acts', 'north wants line', 'south fears line', 'truce lapses']);
  expect(paths({ by: 'low', down: true })[0]).toBe('truce lapses');
});

test('what goes out to a spreadsheet comes back as nothing new', () => {
  const text = toTsv(SHEET.judgements);
  expect(text.split('\n')[0]).toBe('path\ttitle\tlow\thigh\taround\tunit\tsource\twhy');
  expect(pasted(fromTsv(text), SHEET.judgements, SHEET.judgements, 2, 'why')).toEqual({ edits: [], wrong: [] });
  const formula = sampleJudgement({ why: '=SUM(A1)' });
  expect(toTsv([formula])).toContain("\t'=SUM(A1)\n");
  expect(pasted(fromTsv(toTsv([formula])), [formula], [formula], 0, 'low')).toEqual({ edits: [], wrong: [] });
});

test('cells with tabs, breaks and quotes are read as a spreadsheet quotes them', () => {
  expect(fromTsv('a\t"b\nc ""d"""\r\n\r\n1,5\t\n')).toEqual([['a', 'b\nc "d"'], ['1,5', '']]);
  expect(fromTsv('6" of snow\tx')).toEqual([['6" of snow', 'x']]);
});

test('a block lies over the sheet from the chosen cell on, or goes by its paths', () => {
  const rows = SHEET.judgements;
  expect(pasted([['5', '8'], ['12', '30']], rows, rows, 0, 'low')).toEqual({
    edits: [
      { path: 'north wants line', value: '5 to 8' },
      { path: 'truce lapses', value: '12% to 30% each week' },
    ],
    wrong: [],
  });
  expect(pasted([['truce lapses', '20% each week', 'article p2', 'Seen before.']], rows, rows, 3, 'why').edits).toEqual([
    { path: 'truce lapses', value: '20% each week', source: 'article p2', why: 'Seen before.' },
  ]);
  expect(pasted([['truce lapses', '20% each week'], ['no such', '1']], rows, rows, 0, 'low').wrong).toEqual(['There is no “no such” in this scenario.']);
  expect(pasted([['1'], ['2']], rows, rows, 3, 'low').wrong[0]).toContain('ends before row 2 of 2');
  expect(pasted([['9']], rows, rows, 0, 'low').wrong).toEqual(['north wants line: The low end, 9, is above the high one, 7.']);
});

const SAME = { paths: ['north acts', 'south acts'], actors: ['north', 'south'], words: 'same for North and South' };
const ALIKE = ['north', 'south'].map((group) => sampleJudgement({ path: `${group} acts`, title: `How often ${group} acts`, group, same: SAME }));

test('a number of alike actors is one row, found and changed for any of them', () => {
  const shown = (news: object): string[] => shownRows(ALIKE, { ...ALL, ...news }).map((row) => cellText(row, 'title'));
  const one = ['How often north acts (same for North and South)'];
  expect(shown({})).toEqual(one);
  expect(shown({ group: 'south' })).toEqual(one);
  expect(shown({ find: 'south acts' })).toEqual(one);
  expect(shown({ group: 'east' })).toEqual([]);
  expect(inOrder(ALIKE)).toEqual(['north acts']);
  const block = (...values: readonly string[]) => pasted(values.map((value, k) => [SAME.paths[k] ?? '', value]), ALIKE, ALIKE, 0, 'low');
  expect(block('5 to 6', '5 to 6')).toEqual({ edits: [{ path: 'south acts', value: '5 to 6' }], wrong: [] });
  expect(block('5 to 6', '5 to 7').wrong).toEqual(['north acts and south acts are one number, same for North and South, and the block has two for it.']);
});

test('whichever path an address has, the last one holds', () => {
  const [one] = ALIKE;
  if (!one) throw new Error('there are two');
  expect(settingFor([{ path: 'south acts', value: '2' }, { path: 'other', value: '1' }], one)).toEqual({ path: 'south acts', value: '2' });
  expect(settingFor([{ path: 'south acts', value: '2' }, { path: 'north acts', value: '3' }], one)?.value).toBe('3');
  expect(settingFor([{ path: 'other', value: '1' }], one)).toBeNull();
  expect(sameWords(alone(one))).toBe('');
});

test('names of scenarios are names of folders', () => {
  expect(['my-crisis', 'a', '1914'].every(isName)).toBe(true);
  expect(['', '-a', 'a-', '../x', 'A', 'a b', 'a'.repeat(61)].some(isName)).toBe(false);
  expect(nameFrom('The Valley, 2025')).toBe('the-valley-2025');
});
