// What is looked at, and how an address says it. Whatever a page shows follows from its address.

/** One value in place of the file's own, in the file's own words: `azerbaijan looks ahead` = `6 months`. */
export interface Setting {
  readonly path: string;
  readonly value: string;
}

export interface View {
  /** The scenario; null on the Library. */
  readonly id: string | null;
  /** `''` is the Board. */
  readonly page: string;
  readonly policy: string;
  /** Later ones win; a path stands here once. */
  readonly sets: readonly Setting[];
  readonly outcome: string | null;
  /** A second policy to compare with. */
  readonly with: string | null;
  readonly worlds: number | null;
  /** What one page alone needs, such as the state that is looked at; kept in the order of its names. */
  readonly more: Readonly<Record<string, string>>;
}

export const AS_IS = 'as-is';

export const LIBRARY: View = {
  id: null,
  page: '',
  policy: AS_IS,
  sets: [],
  outcome: null,
  with: null,
  worlds: null,
  more: {},
};

const KNOWN = new Set(['policy', 'set', 'outcome', 'with', 'worlds']);

/** The view of an address; what makes no sense in it is left out. */
export function parseView(pathname: string, search: string): View {
  const parts = pathname.split('/').filter((part) => part !== '');
  const query = new URLSearchParams(search);
  const more: [string, string][] = [];
  query.forEach((value, name) => {
    if (!KNOWN.has(name)) more.push([name, value]);
  });
  const inScenario = parts[0] === 's' && parts[1] !== undefined;
  let sets: readonly Setting[] = [];
  for (const text of query.getAll('set')) {
    const cut = text.indexOf('=');
    if (cut > 0) sets = withSetting(sets, text.slice(0, cut), text.slice(cut + 1));
  }
  return {
    id: inScenario ? decoded(parts[1] ?? '') : null,
    page: (inScenario ? parts.slice(2) : parts).map(decoded).join('/'),
    policy: query.get('policy') || AS_IS,
    sets,
    outcome: query.get('outcome') || null,
    with: query.get('with') || null,
    worlds: wholeNumber(query.get('worlds')),
    more: Object.fromEntries(inOrder(more)),
  };
}

function inOrder(more: readonly [string, string][]): readonly [string, string][] {
  return [...more].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}

/** What every request for a view carries: its policy and its settings. */
export function viewQuery(view: View): URLSearchParams {
  const query = new URLSearchParams();
  if (view.policy !== AS_IS) query.append('policy', view.policy);
  for (const { path, value } of view.sets) query.append('set', `${path}=${value}`);
  return query;
}

/** The address of a view, with all defaults left out. */
export function viewUrl(view: View, suffix = ''): string {
  const query = viewQuery(view);
  if (view.outcome) query.append('outcome', view.outcome);
  if (view.with) query.append('with', view.with);
  if (view.worlds !== null) query.append('worlds', String(view.worlds));
  for (const [name, value] of inOrder(Object.entries(view.more))) query.append(name, value);
  const page = view.page
    .split('/')
    .filter((part) => part !== '')
    .map((part) => '/' + encodeURIComponent(part))
    .join('');
  const path = view.id === null ? page || '/' : `/s/${encodeURIComponent(view.id)}${page}`;
  const text = query.toString();
  return path + suffix + (text ? '?' + text : '');
}

/** The same settings with one more, or with another value in its place. */
export function withSetting(sets: readonly Setting[], path: string, value: string | null): readonly Setting[] {
  if (value === null) return sets.filter((setting) => setting.path !== path);
  return sets.some((setting) => setting.path === path)
    ? sets.map((setting) => (setting.path === path ? { path, value } : setting))
    : [...sets, { path, value }];
}

export function settingOf(sets: readonly Setting[], path: string): string | null {
  return sets.find((setting) => setting.path === path)?.value ?? null;
}

/** The command that tells the same in a terminal. */
export function viewCommand(view: View): string {
  const verb = COMMANDS[view.page] ?? 'solve';
  const words = ['casus', verb, ...(view.id === null ? [] : [view.id])];
  if (verb === 'open') return words.join(' ');
  if (view.policy !== AS_IS) words.push('--policy', view.policy);
  for (const { path, value } of view.sets) words.push('--set', `${path}=${value}`);
  if (view.worlds !== null && verb !== 'solve' && verb !== 'why') words.push('--worlds', String(view.worlds));
  return words.map(quoted).join(' ');
}

const COMMANDS: Readonly<Record<string, string>> = {
  '': 'solve',
  situation: 'explain',
  paths: 'why',
  policies: 'compare',
  claims: 'test',
  matters: 'matters',
  edit: 'check',
  report: 'report',
};

function quoted(word: string): string {
  return /^[\w@%+:,./=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
