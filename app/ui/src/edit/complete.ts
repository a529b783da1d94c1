// What may be written at a place of a scenario: keys by the JSON Schema, and the names that the scenario has.
import type { Sheet } from '../contract';

export interface Suggestion {
  readonly label: string;
  readonly detail?: string;
  readonly info?: string;
  readonly apply?: string;
  readonly type: 'property' | 'variable';
}

export interface Suggestions {
  /** Where the word begins that they would replace. */
  readonly from: number;
  readonly options: readonly Suggestion[];
}

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const MOST_DEEP = 8;

export function suggest(text: string, at: number, schema: unknown, sheet: Sheet | null): Suggestions | null {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(lineStart, at);
  if (/(^|\s)#/.test(before)) return null;
  const word = /[\w-]*$/.exec(before)?.[0] ?? '';
  const from = at - word.length;
  // A key stands alone at the start of its line, or after a bracket or comma in one.
  const key = /^\s*[\w -]*$/.test(before) ? before.trimStart() : null;
  if (key !== null) {
    const names = keysAt(schema, pathAt(text, lineStart, before.length - before.trimStart().length));
    if (names.length > 0) return { from: at - key.length, options: names };
  }
  const options = namesOf(sheet);
  return options.length > 0 ? { from, options } : null;
}

/** The keys under which a line of this indent stands, outermost first. */
export function pathAt(text: string, lineStart: number, indent: number): string[] {
  const path: string[] = [];
  let depth = indent;
  const lines = text.slice(0, lineStart).split('\n').reverse();
  for (const line of lines) {
    if (depth === 0) break;
    const match = /^(\s*)(?:- )?("[^"]*"|'[^']*'|[^\s#"'][^:#]*?)\s*:(?:\s|$)/.exec(line);
    if (!match) continue;
    const own = match[1]?.length ?? 0;
    if (own >= depth) continue;
    path.unshift((match[2] ?? '').replace(/^["']|["']$/g, ''));
    depth = own;
  }
  return path;
}

/** The keys that the schema knows under a path. */
export function keysAt(schema: unknown, path: readonly string[]): Suggestion[] {
  if (!isNode(schema)) return [];
  let here = variants(schema, schema, 0);
  for (const name of path) here = here.flatMap((node) => under(schema, node, name));
  const found = new Map<string, Suggestion>();
  for (const node of here) {
    const properties = isNode(node['properties']) ? node['properties'] : {};
    for (const [name, value] of Object.entries(properties)) {
      const info = isNode(value) && typeof value['description'] === 'string' ? value['description'] : undefined;
      if (!found.has(name)) found.set(name, { label: name, apply: `${name}: `, type: 'property', ...(info === undefined ? {} : { info }) });
    }
  }
  return [...found.values()];
}

/** A node, and all that it refers to or lets one choose from. */
function variants(root: Node, node: unknown, depth: number): Node[] {
  if (!isNode(node) || depth > MOST_DEEP) return [];
  const reference = node['$ref'];
  const more = typeof reference === 'string' ? [resolved(root, reference)] : [];
  for (const list of ['anyOf', 'oneOf', 'allOf']) {
    const choices: unknown = node[list];
    if (Array.isArray(choices)) more.push(...(choices as unknown[]));
  }
  return [node, ...more.flatMap((one) => variants(root, one, depth + 1))];
}

function resolved(root: Node, reference: string): unknown {
  if (!reference.startsWith('#/')) return null;
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((node, part) => (isNode(node) ? node[part.replaceAll('~1', '/').replaceAll('~0', '~')] : null), root);
}

function under(root: Node, node: Node, name: string): Node[] {
  const properties = node['properties'];
  if (isNode(properties) && name in properties) return variants(root, properties[name], 0);
  const patterns = node['patternProperties'];
  if (isNode(patterns)) {
    const fitting = Object.entries(patterns).filter(([pattern]) => fits(pattern, name));
    if (fitting.length > 0) return fitting.flatMap(([, value]) => variants(root, value, 0));
  }
  return variants(root, node['additionalProperties'], 0);
}

function fits(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}

function namesOf(sheet: Sheet | null): Suggestion[] {
  if (!sheet) return [];
  const named = (list: readonly { readonly id: string; readonly title: string }[], detail: string): Suggestion[] =>
    list.map(({ id, title }) => ({ label: id, detail, info: title, type: 'variable' as const }));
  const all = [
    ...named(sheet.actors, 'actor'),
    ...named(sheet.places, 'place'),
    ...named(sheet.rows, 'row'),
    ...sheet.rows.flatMap((row) => row.levels.map((level) => ({ label: level, detail: `level of ${row.id}`, type: 'variable' as const }))),
    ...named(sheet.moves, 'move'),
    ...named(sheet.chance, 'chance'),
    ...named(sheet.commitments, 'commitment'),
    ...named(sheet.outcomes, 'outcome'),
    ...named(sheet.scores, 'score'),
    ...named(sheet.policies, 'policy'),
    ...named(sheet.sources, 'source'),
    ...sheet.judgements.filter((judgement) => judgement.settable).map((judgement) => ({ label: judgement.path, detail: 'path', info: judgement.title, type: 'variable' as const })),
  ];
  return [...new Map(all.map((one) => [one.label, one])).values()];
}
