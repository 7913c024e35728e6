// Runs the journeys in a real browser against real servers, and ends with « N passed, N failed ».
//
//   node tests/journeys/run.mjs [words] [--shots DIR]
//
// Each journey runs on SQLite at three sizes with JavaScript, once without, once by keyboard where it
// says so, and once on PostgreSQL. ETABLI_TEST_BINARY and ETABLI_TEST_POSTGRES come from bin/test.
import { readdirSync } from 'node:fs';
import { launch } from './lib/browser.mjs';
import { startServer } from './lib/server.mjs';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const shots = process.argv.includes('--shots') ? process.argv[process.argv.indexOf('--shots') + 1] : null;
const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.journey.mjs')).sort();

const sizes = { desktop: { width: 1440, height: 900 }, tablet: { width: 1024, height: 768 }, phone: { width: 390, height: 844 } };
const variants = [
  { name: 'desktop', engine: 'sqlite', size: 'desktop', javaScript: true },
  { name: 'tablet', engine: 'sqlite', size: 'tablet', javaScript: true },
  { name: 'phone', engine: 'sqlite', size: 'phone', javaScript: true },
  { name: 'without JavaScript', engine: 'sqlite', size: 'desktop', javaScript: false },
  { name: 'phone without JavaScript', engine: 'sqlite', size: 'phone', javaScript: false },
  { name: 'PostgreSQL', engine: 'postgres', size: 'desktop', javaScript: true },
];

let passed = 0;
let failed = 0;
const browser = await launch();
try {
  for (const file of files) {
    const { default: journey } = await import(new URL(file, folder));
    for (const variant of [...variants, ...(journey.keyboard ? [{ ...variants[0], name: 'keyboard alone', keyboard: true }] : [])]) {
      const title = `${journey.title} · ${variant.name}`;
      if (words.length && !words.every((word) => title.toLowerCase().includes(word.toLowerCase()))) continue;
      const started = Date.now();
      const server = await startServer(variant.engine);
      try {
        await journey.run({ browser, server, variant, viewport: sizes[variant.size], shots });
        passed += 1;
        console.log(`ok    ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      } catch (error) {
        failed += 1;
        console.log(`FAIL  ${title}\n${error.stack ?? error}\n${server.lastLines()}`);
      } finally {
        await server.stop();
      }
    }
  }
} finally {
  await browser.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
