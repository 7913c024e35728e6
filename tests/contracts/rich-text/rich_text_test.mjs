// What a page shows of hostile HTML, judged by DOMPurify in Chromium: nothing of it may be what DOMPurify would remove.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { launch } from '../../journeys/lib/browser.mjs';

const purify = path.join(path.dirname(createRequire(import.meta.url).resolve('dompurify')), 'purify.min.js');
const corpus = readFileSync(new URL('hostile.txt', import.meta.url), 'utf8').split('\n').filter(Boolean);
const seed = Number(process.env.ETABLI_TEST_SEED ?? Date.now() % 1e9);
const MIXES = 400;

/// mulberry32: the same seed, the same mixes.
function randomOf(state) {
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) % bound;
  };
}

/// Pieces of samples cut anywhere and put together: what no author thought of.
function mixes() {
  const random = randomOf(seed);
  const piece = () => {
    const sample = corpus[random(corpus.length)];
    const from = random(sample.length);
    return sample.slice(from, from + 1 + random(60));
  };
  return Array.from({ length: MIXES }, () => Array.from({ length: 2 + random(5) }, piece).join(''));
}

function shown(samples) {
  const program = process.argv[2] ?? 'build/release/tests/contracts/rich-text/rich_text_contract';
  return JSON.parse(execFileSync(program, { input: JSON.stringify(samples), maxBuffer: 1 << 26 }));
}

/// In the page: what is wrong with showing `page` for `sample`, or nothing.
function judge({ sample, page, isMix }) {
  const read = (html) => new DOMParser().parseFromString(html, 'text/html').body;
  const words = (element) => element.textContent.normalize('NFC').replace(/\s+/g, '');
  const links = (element) => [...element.querySelectorAll('a[href]')].map((a) => a.href.baseVal ?? a.href); // an address in a drawing is an object
  const same = (address) => (address.startsWith('tel:') ? 'tel:' : decodeURI(address).toLowerCase());
  const ours = read(page);
  const theirs = DOMPurify.sanitize(page, { ADD_ATTR: ['target'], RETURN_DOM: true });
  if (ours.innerHTML !== theirs.innerHTML) return `DOMPurify would leave ${theirs.innerHTML}`;
  // For readers of XML it also drops an element in which a comment stands beside a written « < »: words, and ours are escaped.
  const kept = DOMPurify.sanitize(sample, { RETURN_DOM: true, SAFE_FOR_XML: !isMix }) ?? read('');
  const all = words(kept);
  let at = 0;
  for (const sign of words(ours)) {
    at = all.indexOf(sign, at) + 1;
    if (at === 0) return `words of ${kept.innerHTML} only`;
  }
  const known = new Set(links(kept).map(same));
  const stray = links(ours).find((address) => !known.has(same(address)));
  if (stray) return `DOMPurify keeps no link to ${stray}`;
  document.body.innerHTML = page;
  return window.hits ? 'a script ran' : '';
}

let passed = 0;
let failed = 0;
async function test(sentence, prove) {
  try {
    await prove();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.error(`FAILED: ${sentence}\n${error.message}`);
  }
}

const browser = await launch();
try {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><title>x</title><script>hits = 0; hit = () => { hits += 1; }</script>');
  await page.addScriptTag({ path: purify });

  await test('the judge refuses what it must', async () => {
    for (const bad of ['<img src="x" onerror="hit()">', '<a href="javascript:hit()">x</a>', '<p onclick="hit()">x</p>', '<p>stray</p>'])
      assert.notEqual(await page.evaluate(judge, { sample: '', page: bad }), '', bad);
    await page.evaluate(() => { document.body.innerHTML = '<img src="x:" onerror="hit()">'; });
    await page.waitForFunction(() => hits > 0, undefined, { timeout: 5000 });
    await page.evaluate(() => { hits = 0; });
  });
  const samples = [...corpus, ...mixes()];
  const pages = shown(samples);
  await test(`what is shown of ${corpus.length} hostile texts and ${MIXES} mixes of them (seed ${seed}) is what DOMPurify keeps`, async () => {
    const verdicts = await page.evaluate(`(() => { const judge = ${judge}; return ${JSON.stringify(samples.map((sample, i) => ({ sample, page: pages[i], isMix: i >= corpus.length })))}.map(judge); })()`);
    const faults = verdicts.map((verdict, i) => verdict && `${samples[i]}\n  shown: ${pages[i]}\n  ${verdict}`).filter(Boolean);
    assert.deepEqual(faults, []);
  });
  await test('plain words around them stay', async () => {
    const kept = shown(corpus.map((sample) => `<p>début</p>${sample}`));
    assert.deepEqual(kept.filter((html) => !html.startsWith('<p>début</p>')), []);
  });
} finally {
  await browser.close();
}
console.log(`seed ${seed}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
