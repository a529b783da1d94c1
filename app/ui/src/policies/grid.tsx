// A table whose cells may hold pictures, with its numbers to take away.
import type { ComponentChildren } from 'preact';
import { download, toCsv, type TableData } from '../parts/save';

export interface GridProps {
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly { readonly name: ComponentChildren; readonly number?: boolean }[];
  readonly rows: readonly { readonly key: string; readonly marked?: boolean; readonly cells: readonly ComponentChildren[] }[];
  /** The same, unrounded. */
  readonly csv: TableData;
  readonly note?: ComponentChildren;
}

export function Grid({ name, caption, columns, rows, csv, note }: GridProps) {
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
        <table class="grid">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, k) => (
                <th key={k} scope="col" class={column.number ? 'number' : undefined}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} class={row.marked ? 'marked' : undefined}>
                {row.cells.map((cell, k) =>
                  k === 0 ? (
                    <th key={k} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={k} class={columns[k]?.number ? 'number' : undefined}>
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="tools">
        <button type="button" onClick={() => download(`${name}.csv`, 'text/csv;charset=utf-8', toCsv(csv))} aria-label={`Download the numbers as CSV: ${name}`}>
          CSV
        </button>
        {note && <span class="sources">{note}</span>}
      </div>
    </>
  );
}
