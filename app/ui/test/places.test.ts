import { expect, test } from 'vitest';
import { keysAt, pathAt, suggest } from '../src/edit/complete';
import { offsetOf, stretchOf } from '../src/edit/places';
import { SHEET } from './samples';

const problem = (line: number, column: number, length: number) => ({ file: 'x', line, column, length, found: '', legal: '', advice: '' });

test('lines and columns are characters, not halves of them', () => {
  const text = 'a: 1\nsay: "🙂 hi"\n\nend';
  expect(offsetOf(text, 1, 1)).toBe(0);
  expect(offsetOf(text, 2, 8)).toBe(text.indexOf(' hi'));
  expect(offsetOf(text, 3, 1)).toBe(text.indexOf('\nend'));
  expect(offsetOf(text, 99, 1)).toBe(text.length);
  expect(stretchOf(text, problem(2, 6, 3))).toEqual({ from: 10, to: 14 });
  // Never past its line, whatever length is told.
  expect(stretchOf(text, problem(1, 4, 50))).toEqual({ from: 3, to: 4 });
  expect(stretchOf(text, problem(3, 1, 5))).toEqual({ from: text.indexOf('\nend'), to: text.indexOf('\nend') });
});

const SCHEMA = {
  properties: {
    clock: { $ref: '#/definitions/clock', description: 'How time runs.' },
    actors: { additionalProperties: { anyOf: [{ type: 'null' }, { $ref: '#/definitions/actor' }] } },
  },
  definitions: {
    clock: { properties: { unit: { description: 'A unit.' }, horizon: {} } },
    actor: { properties: { wants: {}, fears: {} } },
  },
};

test('keys are those of the place', () => {
  const names = (path: readonly string[]): string[] => keysAt(SCHEMA, path).map(({ label }) => label);
  expect(names([])).toEqual(['clock', 'actors']);
  expect(names(['clock'])).toEqual(['unit', 'horizon']);
  expect(names(['actors', 'north'])).toEqual(['wants', 'fears']);
  expect(names(['nothing', 'at all'])).toEqual([]);
  expect(keysAt({ $ref: '#' }, ['x'])).toEqual([]);
});

test('the place follows from what is further in', () => {
  const text = 'actors:\n  north: # a comment: here\n    wants:\n      x: 1\n    ';
  expect(pathAt(text, text.lastIndexOf('\n') + 1, 4)).toEqual(['actors', 'north']);
  expect(suggest(text + 'fe', text.length + 2, SCHEMA, SHEET)).toMatchObject({ from: text.length, options: [{ label: 'wants' }, { label: 'fears' }] });
});

test('elsewhere the names of the scenario are offered, and nothing in comments', () => {
  const text = 'test: odds of no';
  const found = suggest(text, text.length, SCHEMA, SHEET);
  expect(found?.from).toBe(text.length - 2);
  expect(found?.options.map(({ label }) => label)).toContain('north wants line');
  expect(suggest('a: 1 # no', 9, SCHEMA, SHEET)).toBeNull();
});
