// Names of scenarios, which are names of folders on every system.

export const NAME_RULE = 'Small letters, digits and hyphens, as my-crisis; at most 60.';

export const isName = (text: string): boolean => /^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/.test(text.trim());

/** Words as a name: `The Valley, 2025` is `the-valley-2025`. */
export function nameFrom(words: string): string {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, 60).replace(/-+$/, '');
}
