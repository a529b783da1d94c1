// Work that is not in a file yet, kept over a reload. Keyed by the scenario's hash: what was drafted on another
// text of the file does not fit this one. Beside them only habits are kept.

const PREFIX = 'casus-draft:';

function key(hash: string, name: string): string {
  return `${PREFIX}${hash}:${name}`;
}

/** null where there is none, or none that can be read. A browser may refuse to store, and drafts are no more then. */
export function readDraft<T>(hash: string, name: string, is: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key(hash, name)) ?? 'null');
    return is(value) ? value : null;
  } catch {
    return null;
  }
}

export function writeDraft(hash: string, name: string, value: unknown): void {
  try {
    localStorage.setItem(key(hash, name), JSON.stringify(value));
  } catch {
    // Full, or forbidden: the draft lives as long as the page.
  }
}

export function forgetDraft(hash: string, name: string): void {
  try {
    localStorage.removeItem(key(hash, name));
  } catch {
    // As above.
  }
}
