// Debian's Chromium, without anything that calls out, and pages that judge themselves.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const patience = 10_000; // ms for an element to appear

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

/// One person at one machine: own cookies. Collects everything the browser complains about.
export async function newPerson(browser, { server, variant, viewport, theme = 'light' }) {
  const context = await browser.newContext({
    baseURL: server.base,
    viewport,
    javaScriptEnabled: variant.javaScript,
    colorScheme: theme,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    hasTouch: viewport.width < 500,
    bypassCSP: false,
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { context, page, complaints };
}

/// axe-core on the page as it is; throws naming each rule and element. Needs JavaScript, so a page of a
/// variant without it is judged in its JavaScript twin.
export async function mustBeAccessible(page, name) {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axeSource });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] })
      .then((r) => JSON.stringify(r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' — ' + n.failureSummary).join(' | '))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  const violations = JSON.parse(result.value);
  if (violations.length) throw new Error(`axe on ${name}:\n  ${violations.join('\n  ')}`);
}

export async function mustNotOverflow(page, name) {
  const extra = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (extra > 0) throw new Error(`${name} is ${extra} px too wide`);
}
