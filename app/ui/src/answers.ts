// The documents that pages show: those of the commands' --json (docs/reference/json.md), with sentences beside them.
import type { Band } from './words';

/** A band whose numbers are null where nothing was measured. */
export interface Measured {
  readonly median: number | null;
  readonly p5: number | null;
  readonly p95: number | null;
}

export const bandOf = (band: Measured | null | undefined): Band => ({
  median: band?.median ?? NaN,
  p5: band?.p5 ?? NaN,
  p95: band?.p95 ?? NaN,
});

export interface LaneRow {
  readonly row: string;
  readonly kind: 'board' | 'table' | 'memory';
  readonly levels: readonly string[];
  /** `[time][level]` */
  readonly share: readonly (readonly number[])[];
}

export interface LanesOf {
  readonly times: readonly number[];
  readonly rows: readonly LaneRow[];
}

export interface StoryStep {
  readonly t: number;
  readonly early: number;
  readonly late: number;
  readonly by: string;
  readonly what: string;
  readonly changes: readonly { readonly row: string; readonly from: string; readonly to: string }[];
  readonly agreement: string | null;
  readonly told: string;
}

export interface Storyline {
  readonly share: number;
  readonly exactly: number;
  readonly steps: readonly StoryStep[];
  readonly told: string;
}

export interface Pivot {
  readonly actor: string;
  readonly move: string;
  readonly weight: number | null;
  readonly title: string;
  readonly told: string;
}

export interface DecisionOption {
  readonly move: string;
  readonly odds: number;
  readonly value: number;
  readonly advantage: number;
}

export interface Decision {
  readonly actor: string;
  readonly chosen: string;
  readonly against: string;
  readonly difference: number;
  readonly close: boolean;
  readonly split: readonly { readonly interest: string; readonly kind: string; readonly points: number }[];
  readonly options: readonly DecisionOption[];
  readonly flips: { readonly judgement: string } | null;
  readonly title: string;
  readonly where: string;
  readonly often: string;
  readonly worth: string;
  readonly turned: string;
}

export interface Conduct {
  readonly actor: string;
  readonly price: number | null;
  readonly made: number | null;
  readonly disadvantaged: number | null;
  readonly clear: number | null;
}

export interface Paths {
  readonly title: string;
  readonly unit: string;
  readonly horizon: number;
  readonly residual: number | null;
  readonly outcome: string;
  readonly odds: number;
  readonly runs: number;
  readonly storylines: readonly Storyline[];
  readonly other: number | null;
  readonly lanes: LanesOf | null;
  readonly pivotal: readonly Pivot[];
  readonly decisions: readonly Decision[];
  /** Null while it is being worked out. */
  readonly error: { readonly conduct: readonly Conduct[] } | null;
  readonly told: { readonly finding: readonly string[]; readonly error: readonly string[]; readonly undoings: readonly string[] };
}

/** What `compare` and `test` say of themselves. */
export interface Studied {
  readonly unit: string;
  readonly horizon: number;
  readonly worlds: number;
  readonly solved: number;
  readonly failed: number;
  readonly guesses: number;
  readonly judgements: number;
  readonly failures: readonly { readonly world: number | 'middle'; readonly variant: string; readonly reason: string }[];
  readonly secondOpinion: { readonly several: number; readonly middle: boolean; readonly sample: number };
}

export interface Merit {
  readonly judge: string;
  readonly bestInShare: number | null;
  readonly worstRegret: number | null;
}

type Bands = Readonly<Record<string, Measured>>;

export interface Side {
  readonly id: string;
  readonly title: string;
  readonly outcomes: Bands;
  readonly scores: Bands;
  readonly merits: readonly Merit[];
  readonly plansHeld: Bands;
  readonly rethink: Bands;
  readonly scoresPlansHeld: Bands;
  readonly scoresRethink: Bands;
  readonly agreements: Readonly<Record<string, { readonly signed: Measured; readonly stillFighting: Measured; readonly recurs: Measured }>>;
}

export type Shared = Readonly<Record<string, Measured & { readonly more: number | null }>>;

export interface Difference {
  readonly policy: string;
  readonly against: string;
  readonly outcomes: Shared;
  readonly scores: Shared;
}

/** A score's name, its words in the file and what it counts. */
export interface MeasureOf {
  readonly title: string;
  readonly says: string;
  readonly unit: string;
  readonly odds: boolean;
}

/** A number for each world, null where there is none; the same worlds in the same order of every policy. */
export interface EachWorld {
  readonly outcomes: Readonly<Record<string, readonly (number | null)[]>>;
  readonly scores: Readonly<Record<string, readonly (number | null)[]>>;
}

export interface Policies extends Studied {
  /** Worlds in which every policy is solved. */
  readonly compared: number;
  readonly titles: Readonly<Record<string, string>>;
  readonly policies: readonly Side[];
  readonly differences: readonly Difference[];
  readonly recursWithin: number | null;
  readonly measures: Readonly<Record<string, MeasureOf>>;
  readonly each: Readonly<Record<string, EachWorld>>;
}

export const VERDICTS = ['holds', 'fails', 'depends', 'assumed', 'untestable'] as const;
export type VerdictWord = (typeof VERDICTS)[number];

export interface Verdict {
  readonly id: string;
  readonly says: string;
  readonly at: string;
  readonly severity: string;
  readonly test: string;
  readonly verdict: VerdictWord;
  readonly share: number | null;
  readonly worlds: number;
  readonly failed: number;
  readonly splitsOn: string | null;
  readonly equilibria: number;
  readonly otherwise: number;
  readonly found: string;
  readonly notes: readonly string[];
  readonly line: number;
}

export interface Claims extends Studied {
  readonly counts: Readonly<Record<VerdictWord, number>>;
  readonly claims: readonly Verdict[];
}

export interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

export interface Bar {
  readonly judgements: readonly string[];
  readonly low: number;
  readonly high: number;
  /** Solved again at its ends; null where only the slope is known. */
  readonly exact: Ends | null;
}

export interface Index {
  readonly judgement: string;
  readonly judgements: readonly string[];
  readonly first: number | null;
  readonly total: number | null;
  readonly share: number | null;
  readonly learning: number | null;
}

export interface Matters {
  /** Its id, where it is one. */
  readonly outcome: string | null;
  readonly unit: string;
  readonly odds: number | null;
  readonly tornado: readonly Bar[];
  readonly worlds: number;
  readonly failed: number;
  readonly guessShare: number | null;
  readonly guessWeight: number | null;
  readonly explained: number | null;
  readonly indices: readonly Index[];
  readonly warnings: readonly string[];
  readonly told: { readonly title: string; readonly unit: string; readonly most: string; readonly notes: readonly string[] };
}

export interface Stroke {
  readonly move: string;
  readonly points: number;
}

/** What one actor can do for and to another. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly helps: Stroke | null;
  readonly harms: Stroke | null;
  readonly opens: readonly { readonly move: string; readonly opens: string }[];
}

export interface Interest {
  readonly kind: 'want' | 'fear' | 'commitment';
  readonly label: string;
  readonly when: string;
  readonly judgement: string;
  readonly low: number;
  readonly high: number;
  readonly each: string;
}

export interface Pledge {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly to: string | null;
  readonly covers: readonly string[];
  readonly due: string;
  readonly keptBy: string;
  readonly judgement: string;
  readonly low: number;
  readonly high: number;
  readonly dormant: boolean;
}

export interface PlaceOf {
  readonly id: string;
  readonly title: string;
  readonly claimedBy: readonly string[];
  readonly rows: readonly string[];
}

export interface LevelOf {
  readonly level: string;
  readonly moves: readonly { readonly move: string; readonly actor: string; readonly while: string }[];
  readonly chance: readonly { readonly event: string; readonly title: string; readonly while: string }[];
}

export interface RowOf {
  readonly id: string;
  readonly title: string;
  readonly kind: 'board' | 'table' | 'memory';
  readonly start: string;
  readonly ordered: boolean;
  readonly place: string | null;
  readonly levels: readonly LevelOf[];
}

export interface Situation {
  /** How the weight of a tie is made. */
  readonly weight: string;
  readonly actors: readonly { readonly id: string; readonly title: string; readonly interests: readonly Interest[] }[];
  readonly ties: readonly Tie[];
  readonly commitments: readonly Pledge[];
  readonly places: readonly PlaceOf[];
  readonly rows: readonly RowOf[];
}
