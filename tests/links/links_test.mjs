// Somebody of each role of each demonstration business follows every link that a page shows him: each leads somewhere he may go,
// and each page fits a telephone. Of addresses that differ by a number or a value alone, the first two are followed.
//   node tests/links/links_test.mjs [PICTURES]     (a folder for those that do not fit)
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../journeys/lib/browser.mjs';
import { startServer } from '../journeys/lib/server.mjs';

const alike_max = 2; // addresses of one shape that are followed
const pages_max = 600; // of one person
const lanes = 4; // requests at a time
const phone = { width: 390, height: 844 };
const quiet_max = 120_000; // ms until the papers of the year are drawn
const browserName = 'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36';
const pictures = process.argv[2];
const counts = { passed: 0, failed: 0 };

function judge(fault) {
  counts[fault ? 'failed' : 'passed'] += 1;
  if (fault) console.log(`FAILED: ${fault}`);
}

/// The address without what makes it one of many.
function shapeOf(address) {
  const { pathname, searchParams } = new URL(address);
  const end = [...searchParams.keys()].sort().join('&');
  return `${pathname.replace(/\/[A-Z]{2,4}-\d+(?=\/|$)/g, '/#').replace(/\d{2,}/g, '#')}?${end}`;
}

/// The addresses of a page that this server answers.
function linksOf(html, address) {
  const found = [...html.matchAll(/<a\b[^>]*\shref="([^"#]+)/g)].map(([, link]) => new URL(link.replaceAll('&amp;', '&'), address));
  return found.filter((link) => link.origin === new URL(address).origin).map((link) => link.href);
}

async function signIn(server, door, { email, password }) {
  const page = await fetch(server.base + door, { redirect: 'manual', headers: { 'user-agent': browserName } });
  const jar = new Map();
  const keep = (response) => response.headers.getSetCookie().forEach((cookie) => jar.set(cookie.split('=')[0], cookie.slice(cookie.indexOf('=') + 1).split(';')[0]));
  const kept = () => [...jar].filter(([, value]) => value).map(([name, value]) => `${name}=${value}`).join('; ');
  keep(page);
  const fields = [...(await page.text()).matchAll(/<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
  const answer = await fetch(server.base + door, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: kept(), 'user-agent': browserName, 'content-type': 'application/x-www-form-urlencoded', origin: server.base },
    body: new URLSearchParams([...fields, ['identifier', email], ['password', password]]),
  });
  if (answer.status !== 303) throw new Error(`${email} does not get in: ${answer.status}`);
  keep(answer);
  return kept();
}

/// Calls `see(address, from)` for the beginning and every address that what it returns names, each shape `alike_max` times.
async function follow(first, see) {
  const waiting = [{ address: first, from: '' }];
  const seen = new Set([first]);
  const shapes = new Map();
  let count = 0;
  const step = async ({ address, from }) => {
    const shape = shapeOf(address);
    if ((shapes.get(shape) ?? 0) >= alike_max) return;
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    count += 1;
    for (const next of await see(address, from))
      if (!seen.has(next)) {
        seen.add(next);
        waiting.push({ address: next, from: address });
      }
  };
  while (waiting.length && count < pages_max) await Promise.all(waiting.splice(0, lanes).map(step));
  return count;
}

/// What somebody who holds the cookie finds; the pages among it.
async function walk(server, who, cookie, first) {
  const pages = [];
  const refused = [];
  const waiting = [];
  const count = await follow(server.base + first, async (address, from) => {
    const answer = await fetch(address, { headers: { cookie }, redirect: 'manual', signal: AbortSignal.timeout(20_000) });
    const body = await answer.text();
    if (answer.status === 409) waiting.push({ address, from }); // a paper that waits to be drawn says so
    else if (answer.status >= 400) refused.push(`${who}: ${answer.status} for ${address.slice(server.base.length)}, on ${from.slice(server.base.length)}`);
    if (answer.status >= 300 && answer.status < 400) return linksOf(`<a href="${answer.headers.get('location')}">`, address);
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) return [];
    if (!answer.ok) return [];
    pages.push(address);
    return linksOf(body, address);
  });
  return { pages, refused, count, waiting };
}

/// How much wider than a telephone the page is, in its pixels.
const excess = () => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function fit(browser, server, cookie, pages, judged) {
  const context = await browser.newContext({ baseURL: server.base, viewport: phone, locale: 'fr-FR', reducedMotion: 'reduce' });
  await context.setExtraHTTPHeaders({ cookie });
  const page = await context.newPage();
  for (const address of pages) {
    const shape = shapeOf(address).replace(/^\/([ep])\/[^/?]+/, '$1');
    if (judged.has(shape)) continue;
    judged.add(shape);
    await page.goto(address, { waitUntil: 'load' });
    const more = await page.evaluate(excess);
    if (more && pictures) await page.screenshot({ path: join(pictures, `${judged.size}.png`) });
    judge(more > 0 && `${address.slice(server.base.length)} is ${more} px wider than a telephone${pictures ? ` (${judged.size}.png)` : ''}`);
  }
  await context.close();
}

/// Until what the demonstration left to do is done.
async function quiet(server) {
  const until = Date.now() + quiet_max;
  while (Number(server.ask(`SELECT count(*) FROM job WHERE state IN ('ready', 'running') AND run_at <= ${Date.now()}000`)[0])) {
    if (Date.now() > until) throw new Error('the server has still something to do');
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
}

const server = await startServer('sqlite');
const browser = await launch();
if (pictures) mkdirSync(pictures, { recursive: true });
try {
  const { workspaces } = JSON.parse(server.command('demo', '--json'));
  const judged = new Set();
  const late = [];
  for (const { slug, accounts } of workspaces) {
    const roles = new Map(accounts.map((account) => [account.role, account]).reverse());
    for (const [role, account] of roles) {
      const isClient = role === 'client';
      const cookie = await signIn(server, isClient ? `/p/${slug}/connexion` : '/connexion', account);
      const who = `${role} of ${slug}`;
      const { pages, refused, count, waiting } = await walk(server, who, cookie, isClient ? `/p/${slug}/accueil` : `/e/${slug}/journee`);
      judge(count < 10 && `${who} found ${count} pages only`);
      judge(count >= pages_max && `${who} was not shown everything: more than ${pages_max} pages`);
      for (const fault of refused) judge(fault);
      counts.passed += count - refused.length - waiting.length;
      for (const { address, from } of waiting) late.push({ address, cookie, who, from });
      await fit(browser, server, cookie, pages, judged);
    }
  }
  await quiet(server);
  for (const { address, cookie, who, from } of late) {
    const { status } = await fetch(address, { headers: { cookie } });
    judge(status !== 200 && `${who}: ${status} for ${address.slice(server.base.length)}, on ${from.slice(server.base.length)}`);
  }
  // A link that leads nowhere is noticed, and so is a page too wide.
  const { slug, accounts } = workspaces[0];
  const cookie = await signIn(server, '/connexion', accounts[0]);
  judge((await walk(server, 'canary', cookie, `/e/${slug}/nulle-part`)).refused.length !== 1 && 'a dead link went unnoticed');
  const page = await browser.newPage({ viewport: phone });
  await page.setContent('<p style="width: 600px">Trop large</p>');
  judge((await page.evaluate(excess)) === 0 && 'a page too wide went unnoticed');
} finally {
  await browser.close();
  await server.stop();
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
