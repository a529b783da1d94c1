// What moves the outcome most, and behind it everything else that can be set.
import { useState } from 'preact/hooks';
import type { Judgement, Movers } from '../contract';
import { alone, isFirst, sameWords } from '../same';
import { judgements, sheet } from '../state';
import { Assumption } from './assumption';

const TOP = 3;

export interface AssumptionsProps {
  readonly movers: Movers;
  readonly letter: string;
  readonly onMove: (path: string, value: string | null) => void;
  readonly onLeave: () => void;
}

export function Assumptions({ movers, letter, onMove, onLeave }: AssumptionsProps) {
  const byPath = new Map(movers.movers.map((mover) => [mover.path, mover]));
  const all = judgements.value;
  const top = movers.movers
    .map((mover) => all.get(mover.path))
    .filter((judgement) => judgement?.settable === true)
    .slice(0, TOP) as readonly Judgement[];
  const rest = [...all.values()].filter((judgement) => judgement.settable && !top.includes(judgement) && (isFirst(judgement) || byPath.has(judgement.path)));
  // Where a policy tells alike actors apart, each moves the outcome by a number of its own.
  const own = ({ path, same }: Judgement): boolean => same?.paths.some((other) => other !== path && byPath.has(other)) ?? false;
  const one = (judgement: Judgement) => (
    <Assumption key={judgement.path} judgement={own(judgement) ? alone(judgement) : judgement} mover={byPath.get(judgement.path)} letter={letter} onMove={onMove} onLeave={onLeave} />
  );
  return (
    <>
      {top.map(one)}
      {rest.length > 0 && <More rest={rest} draw={one} />}
    </>
  );
}

/** What is shown unasked: the strongest stand above, and a page of sliders is no list to read. */
const FEW = 20;

function More({ rest, draw }: { readonly rest: readonly Judgement[]; readonly draw: (judgement: Judgement) => preact.JSX.Element }) {
  const [open, setOpen] = useState(false);
  const [filter, setFilter] = useState('');
  const [all, setAll] = useState(false);
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rest.filter((judgement) => {
    const text = `${judgement.title} ${sameWords(judgement)} ${judgement.path} ${judgement.source?.id ?? ''} ${judgement.guess ? 'guess' : ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <details class="more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>More assumptions ({rest.length})</summary>
      {open && (
        <>
          <label>
            Show only those with
            <input type="search" value={filter} placeholder="russia, guess, costs …" onInput={(event) => setFilter(event.currentTarget.value)} />
          </label>
          <p class="unseen" role="status">
            {found.length} of {rest.length}
          </p>
          {found.length === 0 && <p>None has these words in its name or path.</p>}
          {groupsOf(all ? found : found.slice(0, FEW)).map(([group, list]) => (
            <section key={group}>
              <h3>{groupTitle(group)}</h3>
              {list.map(draw)}
            </section>
          ))}
          {!all && found.length > FEW && (
            <button type="button" onClick={() => setAll(true)}>
              Show {found.length - FEW} more
            </button>
          )}
        </>
      )}
    </details>
  );
}

function groupsOf(list: readonly Judgement[]): readonly (readonly [string, readonly Judgement[]])[] {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of list) {
    const group = groups.get(judgement.group);
    if (group) group.push(judgement);
    else groups.set(judgement.group, [judgement]);
  }
  return [...groups];
}

function groupTitle(group: string): string {
  const actor = sheet.value?.actors.find((one) => one.id === group);
  return actor?.title ?? group.charAt(0).toUpperCase() + group.slice(1);
}
