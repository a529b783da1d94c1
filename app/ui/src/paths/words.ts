// How pathways are put in words where the server has not done so.
import type { StoryStep } from '../answers';

/** `5.7`, `16`: a time of a step, to a tenth while it is early. */
export function timeWords(t: number): string {
  return (t < 9.95 ? t.toFixed(1) : t.toFixed(0)).replace(/\.0$/, '');
}

/** `war to truce and line to districts`. */
export function changesOf(step: StoryStep): string {
  return step.changes.map((change) => `${change.row} to ${change.to}`).join(' and ');
}

/** Points with their sign: to a tenth from 1 on, below to two digits that matter. */
export function pointsOf(points: number): string {
  const size = Math.abs(points);
  if (size < 0.0005) return '0';
  const digits = size >= 0.995 ? 1 : size >= 0.0995 ? 2 : 3;
  return (points < 0 ? '−' : '+') + size.toFixed(digits);
}
