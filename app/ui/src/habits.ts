// What somebody chose once and should not have to choose again: the theme, and that they know how to drag. Kept in
// the browser over a reload; of scenarios nothing is kept here.

const PREFIX = 'casus-habit:';

/** null where nothing was kept, or the browser does not tell. */
export function habit(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function keepHabit(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Full, or forbidden: it lives as long as the page.
  }
}
