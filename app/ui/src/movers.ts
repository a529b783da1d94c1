// What moves an outcome under a policy, asked once: the Board and the drawer tell the same.
import { getMovers } from './api';
import type { Movers } from './contract';
import { sheet } from './state';
import type { View } from './view';

const known = new Map<string, Movers>();
const MOST = 32;

/** Without any setting, lest the sliders change places under the hand that moves them. */
export async function moversOf(view: View, outcome: string, stop: AbortSignal): Promise<Movers> {
  // The hash, for another text of the file is another scenario.
  const key = JSON.stringify([view.id, sheet.peek()?.hash, view.policy, outcome]);
  const before = known.get(key);
  if (before) return before;
  const found = await getMovers({ ...view, sets: [] }, outcome, stop);
  if (known.size >= MOST) known.clear();
  known.set(key, found);
  return found;
}

/** For tests, which ask different servers. */
export function forgetMovers(): void {
  known.clear();
}
