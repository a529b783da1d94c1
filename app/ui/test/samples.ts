// A small scenario as the server tells it.
import type { Board, Judgement, Sheet } from '../src/contract';

export const OUTCOMES = [
  { id: 'north', title: 'North prevails', letter: 'A' },
  { id: 'truce', title: 'A truce', letter: 'B' },
  { id: 'war', title: 'Still at war', letter: 'C' },
] as const;

export function sampleJudgement(news: Partial<Judgement> = {}): Judgement {
  return {
    path: 'north wants line',
    title: 'What the line is worth to North',
    unit: 'points',
    low: 4,
    high: 7,
    around: null,
    middle: 5.5,
    text: '4 to 7 points per article p5',
    guess: false,
    source: { id: 'article', title: 'An article', where: 'p5' },
    why: 'It said so.',
    line: 41,
    settable: true,
    group: 'north',
    ...news,
  };
}

export const SHEET: Sheet = {
  id: 'x',
  title: 'A small crisis',
  question: 'How may it stand?',
  file: 'somewhere/x/scenario.yaml',
  hash: 'abc',
  asOf: '2020-10-12',
  clock: { unit: 'week', horizon: 26 },
  actors: [{ id: 'north', title: 'North' }, { id: 'south', title: 'South' }],
  places: [],
  rows: [],
  outcomes: OUTCOMES,
  scores: [],
  policies: [{ id: 'as-is', title: 'As things stand' }, { id: 'monitors', title: 'With monitors' }],
  commitments: [],
  moves: [],
  chance: [],
  judgements: [
    sampleJudgement(),
    sampleJudgement({ path: 'truce lapses', title: 'A truce lapses', text: '10% to 25% each week per guess', low: 0.1, high: 0.25, middle: 0.175, guess: true, source: null, group: 'chance' }),
    sampleJudgement({ path: 'south acts', title: 'How often South acts', text: 'every 1 to 3 weeks per guess', low: 1, high: 3, middle: 2, guess: true, source: null, group: 'south' }),
    sampleJudgement({ path: 'south fears line', title: 'What the line is worth to South', group: 'south' }),
  ],
  sources: [{ id: 'article', title: 'An article', year: 2020, grade: 'B2' }],
  claims: [],
};

export function sampleDots(counts: readonly number[]): string {
  return counts.map((n, k) => 'ABC'.charAt(k).repeat(n)).join('');
}

export function sampleBoard(news: Partial<Board> = {}): Board {
  const odds = [0.46, 0.3, 0.24];
  return {
    scenario: 'x',
    version: '0',
    hash: 'abc',
    view: { policy: 'as-is', set: [] },
    serial: 0,
    stage: 'rethought',
    solved: true,
    why: null,
    residual: 1e-10,
    elsewhere: null,
    horizon: { t: 26, words: 'After 26 weeks' },
    outcomes: OUTCOMES.map((outcome, k) => ({ ...outcome, odds: odds[k] ?? 0 })),
    base: odds,
    held: null,
    dots: sampleDots([46, 30, 24]),
    over: [{ t: 0, outcomes: [0, 0, 1] }, { t: 26, outcomes: odds }],
    sentence: 'North prevails in 46 of 100 such futures.',
    because: ['It wants to.'],
    seconds: 0.1,
    warnings: [],
    ...news,
  };
}
