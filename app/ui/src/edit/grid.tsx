// The rows as a grid that the keyboard walks: arrows, Enter to edit and to be done, Esc to take back, any letter to
// write anew. One cell at a time takes part in the page's tab order, so Tab leads past the grid.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Judgement } from '../contract';
import { isField, type Field } from './range';
import { cellText, COLUMNS, HEADINGS, type Column } from './table';

export interface GridProps {
  readonly rows: readonly Judgement[];
  readonly by: Column | null;
  readonly down: boolean;
  readonly locked: boolean;
  readonly onSort: (column: Column) => void;
  /** null when it is taken; else what is wrong with it, in a sentence. */
  readonly onCell: (judgement: Judgement, field: Field, text: string) => Promise<string | null>;
  readonly onPaste: (text: string, row: number, column: Column) => void;
}

interface Editing {
  readonly path: string;
  readonly column: Column;
  readonly text: string;
}

const PAGE = 10;

export function Grid({ rows, by, down, locked, onSort, onCell, onPaste }: GridProps) {
  const [at, setAt] = useState({ row: 0, column: 1 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const follow = useRef(false);
  const row = Math.min(at.row, Math.max(0, rows.length - 1));

  // The focus goes where the walk leads, and back from a box that closes.
  useLayoutEffect(() => {
    if (!follow.current || editing) return;
    follow.current = false;
    table.current?.querySelector<HTMLElement>('td[tabindex="0"], th[scope="row"][tabindex="0"]')?.focus();
  }, [at, editing]);

  function walk(byRows: number, byColumns: number): void {
    follow.current = true;
    setAt({
      row: Math.min(rows.length - 1, Math.max(0, row + byRows)),
      column: Math.min(COLUMNS.length - 1, Math.max(0, at.column + byColumns)),
    });
  }

  function isOpen(judgement: Judgement | undefined, column: Column | undefined): judgement is Judgement {
    return !locked && judgement?.settable === true && column !== undefined && isField(column);
  }

  function edit(text: string | null): void {
    const judgement = rows[row];
    const column = COLUMNS[at.column];
    if (!isOpen(judgement, column) || column === undefined) return;
    setWrong(null);
    setEditing({ path: judgement.path, column, text: text ?? cellText(judgement, column) });
  }

  async function finish(then: () => void): Promise<void> {
    const judgement = rows.find((one) => one.path === editing?.path);
    if (!editing || !judgement || !isField(editing.column)) return;
    if (editing.text.trim() === cellText(judgement, editing.column)) {
      close(then);
      return;
    }
    const refused = await onCell(judgement, editing.column, editing.text);
    if (refused === null) close(then);
    else setWrong(refused);
  }

  function close(then: () => void): void {
    follow.current = true;
    setEditing(null);
    setWrong(null);
    then();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (editing) return;
    const ends = event.ctrlKey || event.metaKey;
    const step: Readonly<Record<string, () => void>> = {
      ArrowUp: () => walk(-1, 0),
      ArrowDown: () => walk(1, 0),
      ArrowLeft: () => walk(0, -1),
      ArrowRight: () => walk(0, 1),
      PageUp: () => walk(-PAGE, 0),
      PageDown: () => walk(PAGE, 0),
      Home: () => walk(ends ? -rows.length : 0, -COLUMNS.length),
      End: () => walk(ends ? rows.length : 0, COLUMNS.length),
      Enter: () => edit(null),
      F2: () => edit(null),
      Delete: () => void empty(),
      Backspace: () => void empty(),
    };
    const known = event.altKey ? undefined : step[event.key];
    if (known && (!ends || event.key === 'Home' || event.key === 'End')) {
      event.preventDefault();
      known();
    } else if (event.key.length === 1 && !ends && !event.altKey && !(event.key === '?' || event.key === 'i') && isOpen(rows[row], COLUMNS[at.column])) {
      event.preventDefault();
      edit(event.key);
    }
  }

  /** What may go without saying can be taken away; ends of a range cannot. */
  async function empty(): Promise<void> {
    const judgement = rows[row];
    const column = COLUMNS[at.column];
    if (!isOpen(judgement, column) || column === undefined || !isField(column)) return;
    if (cellText(judgement, column) !== '') setWrong(await onCell(judgement, column, ''));
  }

  return (
    <>
      <div id="grid-wrong" role="alert">
        {wrong && <p class="trouble">{wrong}</p>}
      </div>
      <div class="scroll grid">
        <table
          ref={table}
          role="grid"
          aria-label="All judgements"
          aria-rowcount={rows.length + 1}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const text = event.clipboardData?.getData('text/plain') ?? '';
            if (editing || text === '') return;
            event.preventDefault();
            onPaste(text, row, COLUMNS[at.column] ?? 'low');
          }}
          onCopy={(event) => {
            const judgement = rows[row];
            if (editing || !judgement || String(getSelection()) !== '') return;
            event.preventDefault();
            event.clipboardData?.setData('text/plain', cellText(judgement, COLUMNS[at.column] ?? 'low'));
          }}
        >
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" aria-sort={by === column ? (down ? 'descending' : 'ascending') : 'none'}>
                  <button type="button" class="sort" onClick={() => onSort(column)}>
                    {HEADINGS[column]}
                    <span aria-hidden="true">{by === column ? (down ? ' ▾' : ' ▴') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((judgement, r) => (
              <tr key={judgement.path} class={judgement.guess ? 'guess' : undefined} data-path={judgement.path} aria-rowindex={r + 2}>
                {COLUMNS.map((column, c) => {
                  const open = isOpen(judgement, column);
                  const mine = editing?.path === judgement.path && editing.column === column;
                  const shared = {
                    key: column,
                    class: column === 'low' || column === 'high' || column === 'around' ? 'number' : undefined,
                    tabIndex: mine ? -1 : r === row && c === at.column ? 0 : -1,
                    'aria-readonly': open ? undefined : true,
                    onFocus: () => (r !== row || c !== at.column) && setAt({ row: r, column: c }),
                    onDblClick: () => {
                      setAt({ row: r, column: c });
                      if (open) setEditing({ path: judgement.path, column, text: cellText(judgement, column) });
                    },
                  };
                  if (column === 'title') {
                    return (
                      <th scope="row" {...shared} title={judgement.path}>
                        {cellText(judgement, 'title')}
                        <code>{judgement.path}</code>
                      </th>
                    );
                  }
                  return (
                    <td role="gridcell" {...shared}>
                      {mine ? (
                        <CellBox
                          text={editing.text}
                          label={`${HEADINGS[column]}: ${judgement.title}`}
                          wrong={wrong !== null}
                          onText={(text) => setEditing({ ...editing, text })}
                          onDone={(byRows, byColumns) => void finish(() => walk(byRows, byColumns))}
                          onBack={() => close(() => undefined)}
                        />
                      ) : (
                        cellText(judgement, column)
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface BoxProps {
  readonly text: string;
  readonly label: string;
  readonly wrong: boolean;
  readonly onText: (text: string) => void;
  /** Done, and where to go on. */
  readonly onDone: (byRows: number, byColumns: number) => void;
  readonly onBack: () => void;
}

function CellBox({ text, label, wrong, onText, onDone, onBack }: BoxProps) {
  const box = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  // At once, not when the page is next painted: what is typed before that would go to the cell beneath, and nowhere.
  useLayoutEffect(() => {
    const element = box.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  return (
    <input
      type="text"
      ref={box}
      aria-label={label}
      aria-invalid={wrong}
      aria-describedby="grid-wrong"
      value={text}
      onInput={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') onDone(event.shiftKey ? -1 : 1, 0);
        else if (event.key === 'Tab') onDone(0, event.shiftKey ? -1 : 1);
        else if (event.key === 'Escape') {
          left.current = true;
          onBack();
        } else return;
        event.preventDefault();
      }}
      onBlur={() => {
        if (!left.current) onDone(0, 0);
      }}
    />
  );
}
