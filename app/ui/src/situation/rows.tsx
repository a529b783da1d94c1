// What may change: the rows of the board with their levels; a click on a level says who can bring it there.
import type { LevelOf, RowOf, Situation } from '../answers';
import { Figure } from '../parts/figure';
import { capital, titleOf } from '../parts/pick';
import { go, view } from '../state';

export function Rows({ situation, chosen }: { readonly situation: Situation; readonly chosen: string | null }) {
  const rows = situation.rows.filter((row) => row.kind === 'board');
  const others = situation.rows.filter((row) => row.kind !== 'board');
  const mine = chosen === null ? [] : rows.filter((row) => row.levels.some((level) => canMove(level, chosen)));
  const finding =
    chosen === null
      ? `${rows.length} rows can change, each standing on one of its levels.`
      : `${capital(titleOf('actors', chosen))} can move ${mine.length} of ${rows.length} rows${mine.length > 0 ? `: ${mine.map((row) => row.id).join(', ')}` : ''}.`;
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">What may change</h2>
      <Figure
        name="situation-rows"
        finding={finding}
        drawn={false}
        sources="▣ marks where a row stands at the start. A click on a level says who can bring it there."
        table={{
          columns: ['Row', 'Level', 'Start', 'Who can bring it there', 'Chance'],
          rows: situation.rows.flatMap((row) =>
            row.levels.map((level) => [row.id, level.level, level.level === row.start ? 'yes' : '', level.moves.map((one) => one.move).join(', '), level.chance.map((one) => one.event).join(', ')]),
          ),
        }}
      >
        {rows.map((row) => (
          <RowLine key={row.id} row={row} chosen={chosen} />
        ))}
        {others.length > 0 && (
          <details>
            <summary>Negotiations, and promises remembered</summary>
            {others.map((row) => (
              <RowLine key={row.id} row={row} chosen={chosen} />
            ))}
          </details>
        )}
      </Figure>
    </section>
  );
}

const canMove = (level: LevelOf, actor: string): boolean => level.moves.some((one) => one.actor === actor);

function RowLine({ row, chosen }: { readonly row: RowOf; readonly chosen: string | null }) {
  const [openRow, openLevel] = (view.value.more['level'] ?? '').split(' ');
  const open = openRow === row.id ? row.levels.find((level) => level.level === openLevel) : undefined;
  function toggle(level: LevelOf): void {
    const { level: _, ...rest } = view.peek().more;
    go({ more: open === level ? rest : { ...rest, level: `${row.id} ${level.level}` } }, 'replace');
  }
  return (
    <div class="row-line">
      <p class="row-name">
        <strong>{row.id}</strong> {row.title.toLowerCase() !== row.id.replaceAll('-', ' ') && <span class="quiet">{row.title}</span>}
      </p>
      <div class={`levels${row.ordered ? ' ordered' : ''}`}>
        {row.levels.map((level) => (
          <button
            key={level.level}
            type="button"
            class={`${level.level === row.start ? 'start' : ''}${chosen !== null && canMove(level, chosen) ? ' movable' : ''}`}
            aria-expanded={open === level}
            onClick={() => toggle(level)}
          >
            {level.level === row.start && <span aria-hidden="true">▣ </span>}
            {level.level}
            {level.level === row.start && <span class="unseen"> (start)</span>}
          </button>
        ))}
      </div>
      {open && <LevelPanel row={row} level={open} chosen={chosen} />}
    </div>
  );
}

function LevelPanel({ row, level, chosen }: { readonly row: RowOf; readonly level: LevelOf; readonly chosen: string | null }) {
  const moves = [...level.moves].sort((a, b) => Number(b.actor === chosen) - Number(a.actor === chosen));
  return (
    <div class="panel level-panel" role="status">
      <p>
        Who can bring {row.id} to <strong>{level.level}</strong>:
      </p>
      {moves.length + level.chance.length === 0 && <p>Nobody, and chance does not either.</p>}
      <ul>
        {moves.map((one) => (
          <li key={one.move} class={one.actor === chosen ? 'mine' : undefined}>
            <strong>{capital(titleOf('actors', one.actor))}</strong>: {titleOf('moves', one.move)} <span class="quiet">while {one.while}</span>
          </li>
        ))}
        {level.chance.map((one) => (
          <li key={one.event}>
            <strong>Chance</strong>: {one.title} <span class="quiet">while {one.while}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
