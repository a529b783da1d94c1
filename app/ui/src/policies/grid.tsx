// A table whose cells may hold pictures, with its numbers to take away.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { download, standAlone, toCsv, type TableData } from '../parts/save';

export interface GridProps {
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly { readonly name: ComponentChildren; readonly number?: boolean }[];
  readonly rows: readonly { readonly key: string; readonly marked?: boolean; readonly cells: readonly ComponentChildren[] }[];
  /** The same, unrounded. */
  readonly csv: TableData;
  readonly note?: ComponentChildren;
  /** False where no cell holds a picture. */
  readonly drawn?: boolean;
}

export function Grid({ name, caption, columns, rows, csv, note, drawn = true }: GridProps) {
  const table = useRef<HTMLDivElement>(null);
  const save = (): void => {
    const strips = [...(table.current?.querySelectorAll('tbody tr') ?? [])].flatMap((row) => {
      const svg = row.querySelector('svg');
      return svg ? [{ name: row.querySelector('th')?.firstChild?.textContent ?? '', svg }] : [];
    });
    download(`${name}.svg`, 'image/svg+xml', stacked(strips));
  };
  return (
    <>
      <div class="scroll" ref={table} tabIndex={0} role="region" aria-label={caption}>
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
        {drawn && (
          <button type="button" onClick={save} aria-label={`Download the pictures as SVG: ${name}`}>
            SVG
          </button>
        )}
        {note && <span class="sources">{note}</span>}
      </div>
    </>
  );
}

const LINE = 28;
const NAMES = 260;

/** Strips under each other, each behind its name. */
export function stacked(strips: readonly { readonly name: string; readonly svg: SVGSVGElement }[]): string {
  const lines = strips.map(({ name, svg }, k) => {
    const text = name.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return (
      `<text x="0" y="${k * LINE + 17}" font-size="13" font-family="sans-serif">${text}</text>` +
      `<g transform="translate(${NAMES} ${k * LINE})">${standAlone(svg)}</g>`
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 ${strips.length * LINE}">${lines.join('')}</svg>\n`;
}
