// Handing what is on the page to the reader: files and the clipboard.

/** A cell of a table, exact: what is shown may be rounded. */
export type Cell = string | number;

export interface TableData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** As CSV (RFC 4180): UTF-8, comma, `\n`, a line of names, numbers unrounded. */
export function toCsv({ columns, rows }: TableData): string {
  return [columns, ...rows].map((row) => row.map(quoted).join(',') + '\n').join('');
}

/** What a spreadsheet would take for a formula gets an apostrophe in front. */
function quoted(cell: Cell): string {
  const text = String(cell);
  const safe = typeof cell === 'string' && /^[-=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const DRAWN = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'color', 'font-family'];

/** A drawing that looks the same without the page's style sheet. */
export function standAlone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const before = [svg, ...svg.querySelectorAll('*')];
  const after = [copy, ...copy.querySelectorAll('*')];
  before.forEach((element, k) => {
    const style = getComputedStyle(element);
    for (const name of DRAWN) {
      const value = style.getPropertyValue(name);
      if (value) after[k]?.setAttribute(name, value);
    }
  });
  copy.querySelectorAll('.ring').forEach((ring) => ring.remove());
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}

export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Whether the clipboard took it: it may be forbidden. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
