// The name of a policy, with what can be done about it: look at it, or hold another against it.
import type { Policies, Side } from '../answers';
import { Link } from '../parts/link';
import { sheet, view } from '../state';
import { AS_IS } from '../view';

export function titleOfSide(side: Pick<Side, 'id' | 'title'>): string {
  if (side.title !== side.id) return side.title;
  return sheet.value?.policies.find((policy) => policy.id === side.id)?.title ?? (side.id === AS_IS ? 'As it is' : side.id);
}

/** The two that are held against each other: the one that is looked at, or the first of all, and another. */
export function pairOf(policies: Policies): readonly [Side, Side] | null {
  const sides = policies.policies;
  const byId = (id: string | null): Side | undefined => sides.find((side) => side.id === id);
  const base = byId(view.value.policy) ?? sides[0];
  const other = byId(view.value.with) ?? sides.find((side) => side.id !== base?.id);
  return base && other && base !== other ? [other, base] : null;
}

export function SideName({ side }: { readonly side: Side }) {
  const { policy, with: held } = view.value;
  const base = side.id === policy;
  return (
    <>
      {titleOfSide(side)}
      {!base && (
        <Link to={{ with: held === side.id ? null : side.id }} class="pin" current={held === side.id}>
          <span aria-hidden="true">{held === side.id ? '◉ ' : '○ '}</span>
          {held === side.id ? 'held against' : 'hold against'}
          <span class="unseen">: {titleOfSide(side)}</span>
        </Link>
      )}
    </>
  );
}
