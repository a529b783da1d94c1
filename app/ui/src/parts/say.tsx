// Sentences of the program, in which `…` marks words of the file.

export function Say({ words }: { readonly words: string }) {
  return <>{words.split('`').map((part, k) => (k % 2 === 1 ? <code key={k}>{part}</code> : part))}</>;
}
