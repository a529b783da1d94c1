// Bundles the pages into dist/: one entry, a chunk for each page that is loaded when it is first opened, one
// style sheet. Names hold a hash of what is inside, so that a browser may keep files for ever; `index.html`
// alone keeps its name, and `manifest.json` lists the rest.
import { context, build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

// Where the server hands out what lies in dist/.
const SERVED_UNDER = '/ui/';
const OUT = 'dist';

const options = {
  entryPoints: { app: 'src/main.tsx', style: 'src/style/style.css' },
  outdir: OUT,
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  target: ['es2022', 'chrome120', 'firefox121', 'safari17.5'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** The page and the list of files, written last: whoever finds them finds all they name. */
async function finish(metafile) {
  const entry = {};
  const files = [];
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const name = basename(path);
    files.push({ name, bytes: output.bytes, of: output.entryPoint ?? null });
    if (output.entryPoint === options.entryPoints.app) entry.script = name;
    if (output.entryPoint === options.entryPoints.style) entry.style = name;
  }
  const icon = await readFile('src/icon.svg');
  const iconName = `icon-${createHash('sha256').update(icon).digest('hex').slice(0, 8).toUpperCase()}.svg`;
  await writeFile(`${OUT}/${iconName}`, icon);
  files.push({ name: iconName, bytes: icon.length, of: 'src/icon.svg' });
  const page = (await readFile('src/index.html', 'utf8'))
    .replace('{script}', SERVED_UNDER + entry.script)
    .replace('{style}', SERVED_UNDER + entry.style)
    .replace('{icon}', SERVED_UNDER + iconName);
  await writeFile(`${OUT}/index.html`, page);
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  await writeFile(`${OUT}/manifest.json`, JSON.stringify({ ...entry, icon: iconName, files }, null, 1) + '\n');
}

const finishing = {
  name: 'finish',
  setup(of) {
    of.onEnd(async (result) => {
      if (result.metafile && result.errors.length === 0) await finish(result.metafile);
    });
  },
};

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
if (process.argv.includes('--watch')) {
  await (await context({ ...options, sourcemap: 'inline', plugins: [finishing] })).watch();
} else {
  await build({ ...options, plugins: [finishing] });
}
