// Debian's Chromium, without anything that calls out, and pages that judge themselves. Journeys walk in its shell
// without windows, which costs half (docs/decisions/0008); what the shell cannot do asks for the whole browser.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { Person } from './person.mjs';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const installed = {
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
};

export function launch() {
  return chromium.launch({ ...installed, executablePath: process.env.CHROMIUM_SHELL ?? '/usr/bin/chromium-headless-shell' });
}

/// A browser that keeps what it is given, as on somebody's own machine: only such a one installs a page.
export function launchOwn(scene) {
  return chromium.launchPersistentContext('', { ...installed, executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', baseURL: scene.server.base, viewport: scene.viewport });
}

/// One person at one machine: own cookies. Collects everything the browser complains about.
export async function newPerson(scene, who) {
  const { browser, server, variant, viewport } = scene;
  const context = await browser.newContext({
    baseURL: server.base,
    viewport,
    javaScriptEnabled: variant.javaScript,
    reducedMotion: 'reduce',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    hasTouch: viewport.width < 500,
  });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => {
    const isPage = ['document', 'fetch', 'xhr'].includes(response.request().resourceType());
    if (response.status() >= (isPage ? 500 : 400)) complaints.push(`${response.status()} ${response.url()}`);
  });
  scene.contexts.push(context);
  return new Person(who, { scene, context, page, variant, complaints });
}

const colours = ['color-contrast', 'link-in-text-block']; // all that a theme changes

/// What axe-core finds on the page as it is, in each theme, through the debugger, so that the page's own policy stays
/// as strict as it is. Colours change at once while it looks. A page without JavaScript is judged in its twin, which has
/// the same bytes.
export async function violations(page) {
  const session = await page.context().newCDPSession(page);
  const evaluate = (expression) => session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  await evaluate(`${axeSource};
    globalThis.stillness = new CSSStyleSheet();
    stillness.replaceSync('*, ::before, ::after { transition: none !important }');
    document.adoptedStyleSheets.push(stillness); 0`);
  const found = [];
  for (const [theme, runOnly] of [['light', rules], ['dark', colours]]) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const { result } = await evaluate(`new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)))
      .then(() => axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] })).then((found) =>
        JSON.stringify(found.violations.map(({ id, nodes }) => id + ' at ' + nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + node.html.slice(0, 60)).join(', '))))`);
    found.push(...JSON.parse(result.value).map((violation) => `${theme}: ${violation}`));
  }
  await evaluate('document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== stillness); 0');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await session.detach();
  return found;
}

/// How far the page scrolls sideways, px.
export function widthOver(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
