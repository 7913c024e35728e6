// Builds web/dist: every asset under a name that carries the hash of its content, with .br and .gz
// twins where compression pays, manifest.json (plain name → built name), csp.json (hash of the one
// style Turbo injects) and files.txt (what CMake embeds). Same sources, same bytes.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { sha256, turboStyleHash } from './csp.mjs';
import { iconSprite } from './icons.mjs';
import { licences } from './licences.mjs';
import { buildScripts } from './scripts.mjs';
import { buildSheet, buildStyles } from './styles.mjs';

const web = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const project = path.dirname(web);
const dist = path.join(web, 'dist');
const first_load_max = 60 * 1024; // gzip bytes of app.js + app.css (docs: UI budgets)

const written = new Map(); // built file name → bytes
const manifest = {};

function emit(name, content) {
  const bytes = Buffer.from(content);
  const { name: stem, ext } = path.parse(name);
  const built = `${stem}.${sha256(bytes, 'hex').slice(0, 16)}${ext}`;
  manifest[name] = built;
  written.set(built, bytes);
  if (ext === '.woff2' || ext === '.webp') return built;
  written.set(`${built}.br`, zlib.brotliCompressSync(bytes, {
    params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }));
  written.set(`${built}.gz`, zlib.gzipSync(bytes, { level: 9 }));
  return built;
}

function save() {
  fs.mkdirSync(dist, { recursive: true });
  const text = (value) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  written.set('manifest.json', text(Object.fromEntries(Object.entries(manifest).sort())));
  written.set('csp.json', text({ turbo_style: turboStyleHash(web) }));
  const names = [...written.keys()].sort();
  written.set('files.txt', Buffer.from(names.map((name) => `${path.join(dist, name)}\n`).join('')));
  for (const old of fs.readdirSync(dist)) if (!written.has(old)) fs.rmSync(path.join(dist, old));
  for (const [name, bytes] of written) {
    const file = path.join(dist, name);
    if (!fs.existsSync(file) || !fs.readFileSync(file).equals(bytes)) fs.writeFileSync(file, bytes);
  }
}

function report() {
  const kib = (bytes) => `${(bytes / 1024).toFixed(1)} kB`.padStart(9);
  for (const [name, built] of Object.entries(manifest).sort()) {
    const packed = written.get(`${built}.gz`);
    console.log(`${name.padEnd(12)}${kib(written.get(built).length)}${packed ? `  gzip${kib(packed.length)}` : ''}`);
  }
  const first = ['app.js', 'app.css'].reduce((sum, name) => sum + written.get(`${manifest[name]}.gz`).length, 0);
  console.log(`first load  ${kib(first)}  of${kib(first_load_max)}`);
  if (first > first_load_max) throw new Error('app.js + app.css exceed the first-load budget');
}

const font = emit('inter.woff2', fs.readFileSync(
  path.join(web, 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')));
emit('app.css', (await buildStyles(web)).replace('inter.woff2', font));
emit('sale_document.css', buildSheet(web, 'sale_document.css'));
await buildScripts(web, emit);
emit('sprite.svg', iconSprite(project, path.join(web, 'node_modules/lucide-static/icons')));
for (const name of ['favicon.svg', 'logo.svg']) emit(name, fs.readFileSync(path.join(web, 'images', name), 'utf8').trim());
const pictures = path.join(project, 'modules/help/images');
for (const name of fs.existsSync(pictures) ? fs.readdirSync(pictures).sort() : [])
  if (name.endsWith('.webp')) emit(`aide-${name}`, fs.readFileSync(path.join(pictures, name)));
emit('licences.txt', licences(path.join(web, 'node_modules')));
save();
report();
