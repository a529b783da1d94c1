// All numbers at once: filtered, sorted, changed in place, taken over from a spreadsheet and handed back to one.
import { useState } from 'preact/hooks';
import { isAbort } from '../api';
import type { Judgement } from '../contract';
import { problemWords } from '../parts/trouble';
import { Say } from '../parts/say';
import { isFirst } from '../same';
import { go, sheet as opened, view } from '../state';
import { CopyButton } from '../strip';
import { count } from '../words';
import type { Draft } from './draft';
import { Grid } from './grid';
import { cellsOf, editOf, editWords, type Field } from './range';
import { COLUMNS, fromTsv, pasted, shownRows, toTsv, type Column, type Filter } from './table';

const OTHERS: Readonly<Record<string, string>> = { everybody: 'Everybody', chance: 'Chance', commitments: 'Commitments', agreements: 'Agreements' };

/** The filter stands in the address, so that a copied link shows the same rows. */
function filterOf(more: Readonly<Record<string, string>>): Filter {
  const by = COLUMNS.find((column) => column === more['by']?.replace(/^-/, '')) ?? null;
  return { find: more['find'] ?? '', guesses: more['guesses'] === 'only', group: more['group'] ?? '', by, down: more['by']?.startsWith('-') ?? false };
}

function show(filter: Filter): void {
  const { find, guesses, group, by, ...rest } = view.peek().more;
  void [find, guesses, group, by];
  go(
    {
      more: {
        ...rest,
        ...(filter.find ? { find: filter.find } : {}),
        ...(filter.guesses ? { guesses: 'only' } : {}),
        ...(filter.group ? { group: filter.group } : {}),
        ...(filter.by ? { by: (filter.down ? '-' : '') + filter.by } : {}),
      },
    },
    'replace',
  );
}

export function SheetTab({ draft, locked }: { readonly draft: Draft; readonly locked: boolean }) {
  const [told, setTold] = useState<readonly string[]>([]);
  const [done, setDone] = useState('');
  const judgements = draft.sheet.value?.judgements ?? [];
  const filter = filterOf(view.value.more);
  const rows = shownRows(judgements, filter);
  const all = judgements.filter(isFirst).length;
  const groups = [...new Set(judgements.map(({ group }) => group))];
  const actors = new Map((draft.sheet.value ?? opened.value)?.actors.map(({ id, title }) => [id, title]) ?? []);

  async function cell(judgement: Judgement, field: Field, text: string): Promise<string | null> {
    const reading = editOf(judgement, { ...cellsOf(judgement), [field]: text.trim() });
    if (reading.wrong !== null) return reading.wrong;
    if (reading.edit === null) return null;
    try {
      const problems = await draft.values(editWords(judgement, reading.edit), [reading.edit]);
      return problems[0] ? problemWords(problems[0]) : null;
    } catch (error) {
      return isAbort(error) ? null : error instanceof Error ? error.message : String(error);
    }
  }

  async function paste(text: string, row: number, column: Column): Promise<void> {
    setDone('');
    if (locked) return;
    const { edits, wrong } = pasted(fromTsv(text), judgements, rows, row, column);
    if (wrong.length > 0 || edits.length === 0) {
      setTold(wrong.length > 0 ? wrong : ['There is nothing new in what was pasted.']);
      return;
    }
    try {
      const problems = await draft.values(`${count(edits.length, 'judgement')} pasted`, edits);
      setTold(problems.map(problemWords));
      if (problems.length === 0) setDone(`${count(edits.length, 'judgement')} changed.`);
    } catch (error) {
      if (!isAbort(error)) setTold([error instanceof Error ? error.message : String(error)]);
    }
  }

  return (
    <section class="sheet" aria-label="Sheet">
      <div class="filters">
        <label>
          Find <input type="search" value={filter.find} onInput={(event) => show({ ...filter, find: event.currentTarget.value })} />
        </label>
        <label>
          Of{' '}
          <select value={filter.group} onChange={(event) => show({ ...filter, group: event.currentTarget.value })}>
            <option value="">all</option>
            {groups.map((group) => (
              <option key={group} value={group}>
                {actors.get(group) ?? OTHERS[group] ?? group}
              </option>
            ))}
          </select>
        </label>
        <label class="check">
          <input type="checkbox" checked={filter.guesses} onChange={(event) => show({ ...filter, guesses: event.currentTarget.checked })} /> Guesses only
        </label>
        <CopyButton words="Copy for a spreadsheet" text={() => toTsv(rows)} />
        <span class="quiet" role="status">
          {rows.length === all ? count(rows.length, 'row') : `${rows.length} of ${count(all, 'row')}`}
          {done && ` · ${done}`}
        </span>
      </div>
      {told.length > 0 && (
        <div class="trouble" role="alert">
          <p>Nothing of what was pasted was taken.</p>
          <ul>
            {told.slice(0, 10).map((one, k) => (
              <li key={k}>
                <Say words={one} />
              </li>
            ))}
            {told.length > 10 && <li>and {told.length - 10} more</li>}
          </ul>
        </div>
      )}
      <Grid
        rows={rows}
        by={filter.by}
        down={filter.down}
        locked={locked}
        onSort={(column) => show(filter.by !== column ? { ...filter, by: column, down: false } : filter.down ? { ...filter, by: null, down: false } : { ...filter, down: true })}
        onCell={cell}
        onPaste={(text, row, column) => void paste(text, row, column)}
      />
      <p class="quiet how">
        Arrows walk, Enter or a digit edits, Esc takes back, Delete empties. Copied cells of a spreadsheet are pasted from the cell that is chosen on, or by their
        paths where the first column has these.
      </p>
    </section>
  );
}
