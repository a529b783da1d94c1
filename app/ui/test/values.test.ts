import { expect, test } from 'vitest';
import { around, onStep, scaleOf, shownNumber, toShown, valueText, wordingOf } from '../src/values';
import { forSeeds } from './random';

test.each([
  ['4 to 7 points per article p5', 5.5, '5.5'],
  ['4 to 7 per article p5', 6, '6'],
  ['20% to 40% around 30% each week per guess', 27.5, '27.5% each week'],
  ['every 1 to 3 weeks per guess', 2, 'every 2 weeks'],
  ['every 1 to 3 weeks per guess', 1, 'every 1 week'],
  ['every week', 3, 'every 3 weeks'],
  ['4 to 9 months around 6', 6.5, '6.5 months'],
  ['0.08 to 0.2 each week per article p8', 0.14, '0.14 each week'],
  ['20 to 200 around 60 per guess', 60, '60'],
  ['30% each 2 weeks', 25, '25% each 2 weeks'],
])('a number of “%s” is written %s as %s', (text, shown, written) => {
  const wording = wordingOf(text);
  expect(valueText(wording, shown)).toBe(written);
  expect(shownNumber(wording, written)).toBe(shown);
});

test('settings that somebody wrote by hand are read too', () => {
  const percent = wordingOf('20% to 40%');
  expect(shownNumber(percent, '0.3')).toBe(30);
  expect(shownNumber(percent, '20% to 30%')).toBe(25);
  expect(shownNumber(percent, '20% to 30% around 22%')).toBe(22);
  expect(shownNumber(wordingOf('every 2 weeks'), 'every week')).toBe(1);
  expect(shownNumber(percent, 'much')).toBeNull();
  expect(toShown(percent, 0.29)).toBe(29);
  expect(around(wordingOf('every 10% to 20% each week'))).toEqual({ before: 'every', after: '% each week' });
});

test('a track has room on both sides, within what can be', () => {
  forSeeds(500, (r) => {
    const text = r.pick(['1 to 2', '10% to 20%', 'every 1 to 3 weeks', '4 to 9 months']);
    const wording = wordingOf(text);
    const most = wording.percent ? 100 : 500;
    const low = (r.below(1000) / 1000) * most + 0.01;
    const high = Math.min(most, low + (r.below(1000) / 1000) * (most - low));
    const scale = scaleOf(low, high, wording);
    expect(scale.from).toBeLessThanOrEqual(low);
    expect(scale.to).toBeGreaterThanOrEqual(high);
    expect(scale.from).toBeGreaterThanOrEqual(0);
    if (wording.percent) expect(scale.to).toBeLessThanOrEqual(100);
    if (wording.every) expect(scale.from).toBeGreaterThan(0);
    const steps = (scale.to - scale.from) / scale.step;
    expect(steps).toBeGreaterThanOrEqual(10);
    expect(steps).toBeLessThan(150);
    for (const value of [low, high, (low + high) / 2, -5, 1e6]) {
      const at = onStep(scale, value);
      expect(at).toBeGreaterThanOrEqual(scale.from);
      expect(at).toBeLessThanOrEqual(scale.to);
      expect(onStep(scale, at)).toBe(at);
    }
  });
});
