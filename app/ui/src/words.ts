// Odds as people read them, by the same rules as the program's own texts: to a point, below 3 and above 97 to a
// tenth of one; to 5 points where the worlds are more than 10 apart; 0 and 100 only where the model leaves no
// other way. The tests hold the values of the program's own tests.

const TAIL = 0.0295;
const LEAST = 0.0005;
const WIDE = 0.1;
const HALF_STEP = 0.025;

/** The median world, and the middle 90% of worlds. */
export interface Band {
  readonly median: number;
  readonly p5: number;
  readonly p95: number;
}

/** Half up on the decimals of the number itself, which is how the program rounds; `toFixed` rounds its doubles. */
function fixed(value: number, decimals: number): string {
  const text = Math.abs(value) < 1e-6 ? '0' : String(value);
  const [whole = '0', part = ''] = text.split('.');
  if (text.includes('e') || part.length <= decimals) return value.toFixed(decimals);
  const up = (part[decimals] ?? '0') >= '5';
  const kept = BigInt(whole.replace('-', '') + part.slice(0, decimals)) + (up ? 1n : 0n);
  const digits = kept.toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return (value < 0 ? '-' : '') + digits.slice(0, cut) + (decimals > 0 ? '.' + digits.slice(cut) : '');
}

/** `43`, `1.4`, `<0.1`, `>99.9`; `0` and `100` are exact, `?` where there is no number. */
export function in100(odds: number): string {
  if (Number.isNaN(odds)) return '?';
  if (odds <= 0) return '0';
  if (odds >= 1) return '100';
  if (odds < LEAST) return '<0.1';
  if (odds > 1 - LEAST) return '>99.9';
  return fixed(odds * 100, isTail(odds) ? 1 : 0);
}

function isTail(odds: number): boolean {
  return odds < TAIL || odds > 1 - TAIL;
}

/** Odds with their band: `45 (35–60)`. */
export function oddsBand(band: Band): string {
  if (Number.isNaN(band.median)) return '?';
  const wide = band.p95 - band.p5 > WIDE;
  const [median, low, high] = [band.median, band.p5, band.p95].map((odds) => stepped(odds, wide));
  return low === high && low === median ? `${median}` : `${median} (${low}–${high})`;
}

/** The band alone: `35–60`. */
export function bandOnly(band: Band): string {
  const wide = band.p95 - band.p5 > WIDE;
  return `${stepped(band.p5, wide)}–${stepped(band.p95, wide)}`;
}

function stepped(odds: number, wide: boolean): string {
  if (!wide || odds <= 0 || odds >= 1) return in100(odds);
  if (odds < HALF_STEP) return '<5';
  return odds > 1 - HALF_STEP ? '>95' : String(5 * Math.round(odds * 20));
}

/** For a sentence: `45 in 100 (35–60 across the ranges)`. */
export function bandSentence(band: Band): string {
  const odds = oddsBand(band);
  const bracket = odds.indexOf(' (');
  return bracket < 0 ? `${odds} in 100` : `${odds.slice(0, bracket)} in 100${odds.slice(bracket, -1)} across the ranges)`;
}

/** A difference of odds, in points: `+4`, `−0.3`, `0`. */
export function points(difference: number): string {
  return Number.isNaN(difference) ? '?' : signed(difference * 100, Math.abs(difference) < 0.03 ? 0.1 : 1);
}

/** `+5`, `−0.4`, `0`, rounded to a multiple of `step`. */
export function signed(value: number, step: number): string {
  const rounded = halfEven(value / step) * step;
  const decimals = step >= 1 ? 0 : Math.round(-Math.log10(step));
  const digits = Math.abs(rounded).toFixed(decimals);
  return /^[0.]+$/.test(digits) ? '0' : (rounded < 0 ? '−' : '+') + digits;
}

function halfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
}

/** A difference of odds with its band: `−10 (−15 to −5)`. */
export function pointsBand(band: Band): string {
  if (Number.isNaN(band.median)) return '?';
  const width = band.p95 - band.p5;
  const step = width > WIDE ? 5 : Math.abs(band.median) < 0.03 && width < 0.03 ? 0.1 : 1;
  return spread(band, 100, step);
}

/** A number in its own unit with its band, to three digits of its larger end: `4.2 (3.1–6.0)`. */
export function numberBand(band: Band): string {
  if (Number.isNaN(band.median)) return '?';
  const places = decimalsOf(band);
  const [median, low, high] = [band.median, band.p5, band.p95].map((v) => fixed(v, places).replace('-', '−'));
  return low === high && low === median ? `${median}` : `${median} (${low}${band.p5 < 0 ? ' to ' : '–'}${high})`;
}

/** A difference of such numbers: `+1.2 (+0.3 to +2.0)`. */
export function changeBand(band: Band): string {
  return Number.isNaN(band.median) ? '?' : spread(band, 1, 10 ** -decimalsOf(band));
}

function spread(band: Band, unit: number, step: number): string {
  const [median, low, high] = [band.median, band.p5, band.p95].map((v) => signed(v * unit, step));
  return low === high && low === median ? `${median}` : `${median} (${low} to ${high})`;
}

function decimalsOf(band: Band): number {
  const largest = Math.max(Math.abs(band.p5), Math.abs(band.p95));
  if (!(largest > 0) || largest >= 100) return 0;
  return Math.min(6, Math.max(0, Math.trunc(1 - Math.floor(Math.log10(largest)))));
}

/** A share of worlds in per cent: `91%`; `0%` and `100%` only where it is none or all. */
export function share(of: number): string {
  if (Number.isNaN(of)) return '–';
  if (of > 0 && of < 0.005) return '<1%';
  return of < 1 && of > 0.995 ? '>99%' : `${Math.round(of * 100)}%`;
}

/** `1 actor`, `3 actors`. */
export function count(of: number, one: string, many = one + 's'): string {
  return `${of.toLocaleString('en-GB')} ${of === 1 ? one : many}`;
}
