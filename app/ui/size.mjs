// Prints what each file weighs gzipped, and fails where the pages without the editor weigh more than they may.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 120_000;
const { files } = JSON.parse(readFileSync('dist/manifest.json', 'utf8'));

let total = 0;
for (const { name, of } of files) {
  const bytes = gzipSync(readFileSync(`dist/${name}`), { level: 9 }).length;
  const editor = name.startsWith('editor');
  if (!editor) total += bytes;
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${name}${of ? '  ' + of : ''}${editor ? '  (editor, not counted)' : ''}`);
}
console.log(`${(total / 1000).toFixed(1).padStart(7)} kB  all but the editor, of ${LIMIT / 1000} kB`);
if (total > LIMIT) {
  console.error('The pages are too heavy: load what is seldom needed in a chunk of its own.');
  process.exit(1);
}
