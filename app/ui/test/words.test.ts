import { describe, expect, test } from 'vitest';
import {
  bandSentence, changeBand, count, in100, numberBand, oddsBand, points, pointsBand, share, type Band,
} from '../src/words';

// The values are those of OddsTest and SpreadTest: page and terminal say the same.

const band = (p5: number, median: number, p95: number): Band => ({ p5, median, p95 });
const around = (low: number, high: number): Band => band(low, (low + high) / 2, high);

test.each([
  [0, '0'],
  [1e-9, '<0.1'],
  [0.0006, '0.1'],
  [0.0144, '1.4'],
  [0.029, '2.9'],
  [0.03, '3'],
  [0.434, '43'],
  [0.436, '44'],
  [0.97, '97'],
  [0.9764, '97.6'],
  [0.99951, '>99.9'],
  [1, '100'],
  [NaN, '?'],
])('%f reads %s', (odds, few) => {
  expect(in100(odds)).toBe(few);
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

test('things are counted in words', () => {
  expect([count(1, 'guess', 'guesses'), count(0, 'guess', 'guesses'), count(1234, 'world')]).toEqual(['1 guess', '0 guesses', '1,234 worlds']);
});
