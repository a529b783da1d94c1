import { describe, expect, test } from 'vitest';
import {
  bandSentence, changeBand, count, frequency, in100, likelihood, likelihoodSentence, likelihoodWords, numberBand, oddsBand, points,
  pointsBand, share, type Band,
} from '../src/words';

// The values are those of OddsTest, SpreadTest and LikelihoodTest: page and terminal say the same.

const band = (p5: number, median: number, p95: number): Band => ({ p5, median, p95 });
const around = (low: number, high: number): Band => band(low, (low + high) / 2, high);

test.each([
  [0, '0', 'none'],
  [1e-9, '<0.1', 'fewer than 1 of 1000'],
  [0.0006, '0.1', '1 of 1000'],
  [0.0144, '1.4', '14 of 1000'],
  [0.029, '2.9', '29 of 1000'],
  [0.03, '3', '3 of 100'],
  [0.434, '43', '43 of 100'],
  [0.436, '44', '44 of 100'],
  [0.97, '97', '97 of 100'],
  [0.9764, '97.6', '976 of 1000'],
  [0.99951, '>99.9', 'more than 999 of 1000'],
  [1, '100', 'all'],
  [NaN, '?', 'an unknown number'],
])('%f reads %s', (odds, few, natural) => {
  expect(in100(odds)).toBe(few);
  expect(frequency(odds)).toBe(natural);
});

test('halves round up, as the program does', () => {
  expect(in100(0.125)).toBe('13');
  expect(in100(0.345)).toBe('35');
  expect(in100(0.0125)).toBe('1.3');
});

describe('bands', () => {
  test('odds are rounded as far as they can be trusted', () => {
    expect(oddsBand(band(0.332, 0.433, 0.581))).toBe('45 (35–60)');
    expect(oddsBand(band(0.412, 0.433, 0.451))).toBe('43 (41–45)');
    expect(oddsBand(band(0.001, 0.021, 0.153))).toBe('<5 (<5–15)');
    expect(oddsBand(band(0.012, 0.021, 0.033))).toBe('2.1 (1.2–3)');
    expect(oddsBand(band(0.62, 0.98, 1))).toBe('>95 (60–100)');
    expect(oddsBand(band(0, 0, 0))).toBe('0');
    expect(oddsBand(band(NaN, NaN, NaN))).toBe('?');
  });

  test('differences have a sign', () => {
    expect(pointsBand(band(-0.153, -0.101, -0.02))).toBe('−10 (−15 to 0)');
    expect(pointsBand(band(0.052, 0.061, 0.082))).toBe('+6 (+5 to +8)');
    expect(pointsBand(band(-0.001, 0.004, 0.012))).toBe('+0.4 (−0.1 to +1.2)');
    expect(pointsBand(band(0, 0, 0))).toBe('0');
    expect(changeBand(band(-0.5, 1.25, 2.04))).toBe('+1.2 (−0.5 to +2.0)');
    expect(points(0.042)).toBe('+4');
    expect(points(-0.0042)).toBe('−0.4');
    expect(points(0)).toBe('0');
  });

  test('numbers have a few digits of the larger end', () => {
    expect(numberBand(band(3.14, 4.22, 6))).toBe('4.2 (3.1–6.0)');
    expect(numberBand(band(-1, 4.2, 160))).toBe('4 (−1 to 160)');
    expect(numberBand(band(0.011, 0.012, 0.013))).toBe('0.012 (0.011–0.013)');
  });

  test('sentences round as tables do', () => {
    expect(bandSentence(around(0.48, 0.74))).toBe('60 in 100 (50–75 across the ranges)');
    expect(bandSentence(around(0.01, 0.3))).toBe('15 in 100 (<5–30 across the ranges)');
    expect(bandSentence(around(0.61, 0.63))).toBe('62 in 100 (61–63 across the ranges)');
  });
});

test('all and none of the worlds are exact', () => {
  expect([1, 0.999, 0.001, 0, 0.914, NaN].map(share)).toEqual(['100%', '>99%', '<1%', '0%', '91%', '–']);
});

describe('likelihood', () => {
  test.each([
    [0.02, 0.04, 'almost no chance'],
    [0.05, 0.199, 'very unlikely'],
    [0.2, 0.449, 'unlikely'],
    [0.45, 0.549, 'roughly even'],
    [0.55, 0.799, 'likely'],
    [0.8, 0.949, 'very likely'],
    [0.95, 0.99, 'almost certain'],
    [0.38, 0.71, null],
  ])('%f to %f is %s', (low, high, word) => {
    expect(likelihood(around(low, high))).toBe(word);
  });

  test('the scale reaches neither end', () => {
    expect(likelihoodWords(around(0, 0))).toBe('off the scale');
    expect(likelihoodWords(around(1, 1))).toBe('off the scale');
    expect(likelihoodWords(around(NaN, NaN))).toBe('off the scale');
    expect(likelihoodWords(around(0.001, 0.03))).toBe('almost no chance, or less');
    expect(likelihoodWords(around(0.97, 0.999))).toBe('almost certain, or more');
    expect(likelihoodWords(around(0.001, 0.3))).toBe('almost no chance to unlikely: the ranges cannot tell');
    expect(likelihoodWords(around(0.38, 0.71))).toBe('unlikely to likely: the ranges cannot tell');
  });

  test('the word stands in the bracket with its number', () => {
    expect(likelihoodSentence(around(0.6, 0.68))).toBe('64 in 100 (60–68 across the ranges; likely)');
    expect(likelihoodSentence(around(0.3, 0.3))).toBe('30 in 100 (unlikely)');
    expect(likelihoodSentence(around(0.38, 0.71))).toBe('55 in 100 (40–70 across the ranges)');
    expect(likelihoodSentence(around(0, 0))).toBe('0 in 100');
  });
});

test('things are counted in words', () => {
  expect([count(1, 'guess', 'guesses'), count(0, 'guess', 'guesses'), count(1234, 'world')]).toEqual(['1 guess', '0 guesses', '1,234 worlds']);
});
