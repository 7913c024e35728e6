// Runs the journeys in a real browser against real servers, and ends with « N passed, N failed ».
//
//   node tests/journeys/run.mjs [words] [--every-size] [--shots DIR] [--pictures DIR]
//
// --shots photographs every page for docs/screenshots.md, --pictures those of the help (modules/help/images).
// A journey has eight variants, and one by keyboard where it says so; or those it names. Each day it is walked at its
// sizes on SQLite, at the first it names on PostgreSQL, and at the first without JavaScript; with --every-size, or when the
// words name a variant, all of them (docs/decisions/0015). WALKS_UNTIL, in seconds since 1970, is when the gate
// needs its machine for something else: no walk is begun after it, and those not begun are named. It begins on an empty server or, as its `begins` says, on the first morning of a
// desk (lib/desk.mjs). axe examines each page once per size. ETABLI_TEST_BINARY and ETABLI_TEST_POSTGRES come
// from bin/test.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { writeAlbum } from './lib/album.mjs';
import { launch } from './lib/browser.mjs';
import { clearMornings, firstMorning } from './lib/desk.mjs';
import { clearYards, yardMorning } from './lib/yard.mjs';
import { blankStart, clearBlanks, startServer } from './lib/server.mjs';

const { values: { shots, pictures, 'every-size': everySize }, positionals: words } = parseArgs({
  options: { shots: { type: 'string' }, pictures: { type: 'string' }, 'every-size': { type: 'boolean' } },
  allowPositionals: true,
});
const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.journey.mjs')).sort();

const sizes = { desktop: { width: 1440, height: 900 }, tablet: { width: 1024, height: 768 }, phone: { width: 390, height: 844 } };
const variants = [
  { name: 'desktop', engine: 'sqlite', size: 'desktop', javaScript: true, judged: true, photographed: true },
  { name: 'tablet', engine: 'sqlite', size: 'tablet', javaScript: true, judged: true, photographed: true },
  { name: 'phone', engine: 'sqlite', size: 'phone', javaScript: true, judged: true, photographed: true },
  { name: 'without JavaScript', engine: 'sqlite', size: 'desktop', javaScript: false },
  { name: 'phone without JavaScript', engine: 'sqlite', size: 'phone', javaScript: false },
  { name: 'PostgreSQL', engine: 'postgres', size: 'desktop', javaScript: true },
  { name: 'PostgreSQL tablet', engine: 'postgres', size: 'tablet', javaScript: true },
  { name: 'PostgreSQL phone', engine: 'postgres', size: 'phone', javaScript: true },
];

const failures = fileURLToPath(new URL('../../build/logs/journeys/', import.meta.url));

/// What everybody had before their eyes when the journey stopped, and the last lines of the server: in files, so that
/// the log of a gate, which shows its end only, shows what failed.
async function keepTraces(title, contexts, server) {
  const name = `${failures}${title.replaceAll(/[^a-z]+/gi, '-')}`;
  mkdirSync(failures, { recursive: true });
  writeFileSync(`${name}.log`, server?.lastLines() ?? '');
  const pages = contexts.flatMap((context) => context.pages());
  for (const [at, page] of pages.entries()) await page.screenshot({ path: `${name}-${at + 1}.png`, timeout: 3000 }).catch(() => {});
}

const beginnings = { 'first morning': firstMorning, 'yard morning': yardMorning };
const lanes = 2; // journeys at a time: each waits for its server and its pages most of the time

let passed = 0;
const failed = []; // said again at the end, where the log of a gate is read first

async function walk(browser, journey, variant) {
  const title = `${journey.title} · ${variant.name}`;
  const started = Date.now();
  const contexts = [];
  const faults = [];
  let server;
  try {
    const morning = await (journey.begins ? beginnings[journey.begins](browser, variant.engine) : blankStart(variant.engine));
    server = await startServer(variant.engine, journey.environment, morning);
    await journey.run({ browser, server, slug: morning.slug, client: morning.client, variant, viewport: sizes[variant.size], shots, pictures, contexts, faults });
    if (faults.length) throw new Error(faults.join('\n'));
    passed += 1;
    console.log(`ok    ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed.push(`${title}: ${String([...faults, error.message ?? error].join(' ')).slice(0, 600)}`);
    await keepTraces(title, contexts, server);
    console.log(`FAIL  ${title}\n${[...faults, error.stack ?? error].join('\n')}`);
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
    await server?.stop();
  }
}

/// Those a journey names, in its order, or all.
function variantsOf(journey) {
  const all = [...variants, ...(journey.keyboard ? [{ ...variants[0], name: 'keyboard alone', keyboard: true }] : [])];
  if (!journey.variants) return all;
  return journey.variants.map((name) => all.find((variant) => variant.name === name));
}

/// What a size more on the second engine, or without JavaScript, could still show is looked for before a release.
function everyDay(variant, at, named) {
  const isOfItsKind = (other) => other.engine === variant.engine && other.javaScript === variant.javaScript;
  const isFirst = named.findIndex(isOfItsKind) === at;
  return everySize || isFirst || (variant.engine === 'sqlite' && variant.javaScript);
}

// In this order every journey is seen once before any is seen twice.
const rounds = ['desktop', 'PostgreSQL', 'phone', 'PostgreSQL phone', 'without JavaScript', 'tablet'];
const roundOf = ({ name }) => (rounds.includes(name) ? rounds.indexOf(name) : rounds.length);

const walks = [];
for (const file of files) {
  const { default: journey } = await import(new URL(file, folder));
  const named = variantsOf(journey);
  const isNamed = named.some(({ name }) => words.join(' ').toLowerCase().includes(name.toLowerCase()));
  for (const variant of named.filter((one, at) => isNamed || everyDay(one, at, named))) {
    const title = `${journey.title} · ${variant.name}`.toLowerCase();
    if (words.every((word) => title.includes(word.toLowerCase()))) walks.push({ journey, variant });
  }
}
const seen = new Map(); // journey → how many of its walks come before
for (const one of walks.sort((a, b) => roundOf(a.variant) - roundOf(b.variant))) {
  one.round = seen.get(one.journey) ?? 0;
  seen.set(one.journey, one.round + 1);
}
walks.sort((a, b) => a.round - b.round);

const until = Number(process.env.WALKS_UNTIL ?? Infinity) * 1000;
const browser = await launch();
try {
  // Each lane walks once however late it is: a gate without any walk has seen no browser.
  const lane = async () => { do { const next = walks.shift(); if (next) await walk(browser, next.journey, next.variant); } while (walks.length && Date.now() < until); };
  await Promise.all(Array.from({ length: lanes }, lane));
} finally {
  await clearMornings();
  await clearYards();
  await clearBlanks();
  await browser.close();
}
if (shots) writeAlbum(resolve(shots));
for (const { journey, variant } of walks) console.log(`not begun in time: ${journey.title} · ${variant.name}`);
for (const what of failed) console.log(`FAIL  ${what}`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length === 0 && (passed > 0 || words.length > 0) ? 0 : 1);
