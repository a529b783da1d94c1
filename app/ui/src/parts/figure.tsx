// A picture with all that belongs to one: what it shows in a sentence, the same as a table, where it comes from,
// and the drawing and its numbers to take away.
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { download, standAlone, toCsv, type TableData } from './save';

export interface FigureProps {
  /** What the picture shows, in one sentence. */
  readonly finding: string;
  readonly table: TableData;
  /** How a cell is shown; as it is, where nothing is said. */
  readonly show?: (cell: string | number, column: number) => string;
  readonly sources: ComponentChildren;
  /** What its files are called, without an ending. */
  readonly name: string;
  readonly busy?: boolean;
  /** False where nothing is drawn that could be taken away as SVG. */
  readonly drawn?: boolean;
  readonly children: ComponentChildren;
}

export function Figure({ finding, table, show, sources, name, busy, drawn = true, children }: FigureProps) {
  const [asTable, setAsTable] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const tableId = useId();

  function saveSvg(): void {
    const svg = picture.current?.querySelector('svg');
    if (svg) download(`${name}.svg`, 'image/svg+xml', standAlone(svg));
  }

  return (
    <figure aria-busy={busy ? 'true' : undefined}>
      <figcaption>{finding}</figcaption>
      <div class="picture" ref={picture}>
        {children}
      </div>
      {asTable && <DataTable id={tableId} caption={finding} table={table} {...(show ? { show } : {})} />}
      <div class="tools">
        <button type="button" aria-expanded={asTable} aria-controls={tableId} onClick={() => setAsTable(!asTable)}>
          Table
        </button>
        {drawn && (
          <button type="button" onClick={saveSvg} aria-label={`Download the picture as SVG: ${name}`}>
            SVG
          </button>
        )}
        <button
          type="button"
          onClick={() => download(`${name}.csv`, 'text/csv;charset=utf-8', toCsv(table))}
          aria-label={`Download the numbers as CSV: ${name}`}
        >
          CSV
        </button>
        <div class="sources">{sources}</div>
      </div>
    </figure>
  );
}

interface DataTableProps {
  readonly id?: string;
  readonly caption: string;
  readonly table: TableData;
  readonly show?: (cell: string | number, column: number) => string;
}

export function DataTable({ id, caption, table, show = String }: DataTableProps) {
  const isNumber = table.columns.map((_, k) => table.rows.every((row) => typeof row[k] === 'number'));
  return (
    <div class="scroll" id={id} tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column, k) => (
              <th key={k} scope="col" class={isNumber[k] ? 'number' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, k) =>
                k === 0 ? (
                  <th key={k} scope="row">
                    {show(cell, k)}
                  </th>
                ) : (
                  <td key={k} class={isNumber[k] ? 'number' : undefined}>
                    {show(cell, k)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
