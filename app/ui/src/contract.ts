// What the server says, as its OpenAPI document (org/casus/app/openapi.yaml) describes it.

export interface LibraryEntry {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly asOf: string | null;
  readonly file: string;
  readonly shipped: boolean;
  readonly actors: number;
  readonly judgements: number;
  readonly guesses: number;
  readonly outcomes: number;
  readonly tryThis?: readonly string[];
  /** Why it cannot be opened, in a sentence; null where it can. */
  readonly broken: string | null;
}

export interface Library {
  readonly version: string;
  readonly folder: string;
  readonly open: string | null;
  readonly scenarios: readonly LibraryEntry[];
}

export interface Named {
  readonly id: string;
  readonly title: string;
}

export interface Ref extends Named {
  readonly where?: string;
}

/** One number of the scenario. `low`, `high`, `around` and `middle` are as written, 30% being 0.30. */
export interface Judgement {
  readonly path: string;
  readonly title: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly around: number | null;
  readonly middle: number;
  /** How its numbers are written: `before`, each times `scale` with its `sign`, then `after`. */
  readonly words?: { readonly before: string; readonly sign: string; readonly after: string; readonly scale: number };
  /** As the file has it: `3 to 6 around 4 points per guess`. */
  readonly text: string;
  readonly guess: boolean;
  readonly source: Ref | null;
  readonly why: string | null;
  readonly line: number;
  readonly settable: boolean;
  /** The id of an actor, `chance`, and the like: what it is listed under. */
  readonly group: string;
  /** Who has this number too, being alike: set at one of these paths it is set for all. */
  readonly same?: { readonly paths: readonly string[]; readonly actors: readonly string[]; readonly words: string };
}

export interface Place extends Named {
  readonly claimedBy?: readonly string[];
}

export interface Row extends Named {
  readonly levels: readonly string[];
  readonly start: string;
  readonly place: string | null;
}

export interface Outcome extends Named {
  readonly letter: string;
}

export interface Score extends Named {
  readonly judge?: string;
}

export interface Commitment extends Named {
  readonly by: string;
  readonly to: readonly string[];
  readonly covers: readonly string[];
  readonly not: readonly string[];
  readonly text: string;
  readonly source: Ref | null;
}

export interface Move extends Named {
  readonly actor: string;
  readonly line: number;
}

export interface Happening extends Named {
  readonly line: number;
}

export interface Source extends Named {
  readonly year?: number;
  readonly url?: string;
  readonly grade?: string;
}

export interface Claim {
  readonly id: string;
  readonly says: string;
  readonly at: string | null;
  readonly line: number;
}

/** Everything about a scenario that no solving is needed for. */
export interface Sheet extends Named {
  readonly question: string;
  readonly file: string;
  readonly hash: string;
  readonly asOf: string | null;
  readonly clock: { readonly unit: string; readonly horizon: number };
  readonly actors: readonly Named[];
  readonly places: readonly Place[];
  readonly rows: readonly Row[];
  readonly outcomes: readonly Outcome[];
  readonly scores: readonly Score[];
  /** `as-is` comes first and is always there. */
  readonly policies: readonly Named[];
  readonly commitments: readonly Commitment[];
  readonly moves: readonly Move[];
  readonly chance: readonly Happening[];
  readonly judgements: readonly Judgement[];
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
}

/** How an answer was worked out: plans held, actors re-thinking to first order, re-thinking, solved from nothing. */
export type Stage = 'held' | 'about' | 'rethought' | 'confirmed';

/** Whether a stage ends at an equilibrium; the others are for the moment in which a hand moves. */
export const isSolved = (stage: Stage): boolean => stage === 'rethought' || stage === 'confirmed';

export interface OutcomeOdds extends Outcome {
  readonly odds: number;
}

export interface OddsAt {
  readonly t: number;
  readonly outcomes: readonly number[];
}

export interface Board {
  readonly scenario: string;
  readonly version: string;
  readonly hash: string;
  readonly view: { readonly policy: string; readonly set: readonly string[] };
  readonly serial: number;
  readonly stage: Stage;
  readonly solved: boolean;
  readonly why: string | null;
  readonly residual: number | null;
  readonly elsewhere: boolean | null;
  readonly horizon: { readonly t: number; readonly words: string };
  readonly outcomes: readonly OutcomeOdds[];
  /** The same odds of the policy without any `set`. */
  /** Hash of the file's text, to be held against the sheet's. */
  readonly file?: string;
  /** Odds of the scenario as it is; left out where the server is older. */
  readonly asIs?: readonly number[];
  readonly base: readonly number[];
  /** The odds with plans held; null without any `set`. */
  readonly held: readonly number[] | null;
  /** 100 letters; dot k has the same dice in every view. */
  readonly dots: string;
  readonly over: readonly OddsAt[] | null;
  readonly sentence: string;
  readonly because: readonly string[];
  readonly seconds: number;
  readonly warnings: readonly string[];
}

/** A judgement with what it moves: points in 100 over its range, signed, by the slope. */
export interface Mover {
  readonly path: string;
  readonly low: number;
  readonly high: number;
  readonly middle: number;
  readonly swing: number;
  readonly guess: boolean;
}

export interface Movers {
  readonly outcome: string;
  readonly movers: readonly Mover[];
}

export interface OutcomeBand {
  readonly id: string;
  readonly median: number;
  readonly p5: number;
  readonly p95: number;
}

export interface Bands {
  readonly worlds: number;
  readonly failed: number;
  readonly outcomes: readonly OutcomeBand[];
  readonly seconds: number;
}

export interface Progress {
  readonly words: string;
  readonly done: number;
  readonly all: number;
  readonly failed: number;
  readonly left: number | null;
}

/** What is wrong with a text, and where. Columns count characters, from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly found: string;
  readonly legal: string;
  readonly advice: string;
}

/** What an answer that is no answer says. */
export interface Refusal {
  readonly error: string;
  readonly advice?: readonly string[];
  readonly problems?: readonly Problem[];
}
