// Numbers of actors that are alike are one number with several paths: it is shown once, at the first of them.
import type { Judgement } from './contract';
import type { Setting } from './view';

export function isFirst({ path, same }: Judgement): boolean {
  return !same || same.paths[0] === path;
}

/** Whether it belongs to this group, for whichever of the actors that have it. */
export function belongs({ group, same }: Judgement, to: string): boolean {
  return group === to || (same?.actors.includes(to) ?? false);
}

/** ` (same for Iran and Iraq)`, or nothing. */
export function sameWords({ same }: Judgement): string {
  return same ? ` (${same.words})` : '';
}

/** The same as a number of one actor, where a policy tells them apart. */
export function alone(judgement: Judgement): Judgement {
  const { same, ...rest } = judgement;
  void same;
  return rest;
}

/** What it is set to, by whichever of its paths; of several the last one holds. */
export function settingFor(sets: readonly Setting[], { path, same }: Judgement): Setting | null {
  const paths = same?.paths ?? [path];
  return sets.filter((setting) => paths.includes(setting.path)).at(-1) ?? null;
}
