// The component kit in a real browser: kit_test.mjs KIT_PAGES. Every page at three sizes and both
// themes, then what the controllers do, then the same without JavaScript.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launch, open, violations } from './browser.mjs';
import { serve } from './site.mjs';

const looks = [
  { viewport: { width: 1440, height: 900 }, theme: 'light' },
  { viewport: { width: 1024, height: 768 }, theme: 'dark' },
  { viewport: { width: 390, height: 844 }, theme: 'light', hasTouch: true, isMobile: true },
  { viewport: { width: 390, height: 844 }, theme: 'system', colorScheme: 'dark', hasTouch: true, isMobile: true },
];

const pages = fs.mkdtempSync(path.join(os.tmpdir(), 'kit-'));
execFileSync(process.argv[2], [pages]);
fs.writeFileSync(path.join(pages, 'refused.html'), '<!doctype html><html lang="fr"><title>x</title><p style="color:red">x<script>1</script>');
const site = await serve(pages);
const browser = await launch();
const counts = { passed: 0, failed: 0 };

async function test(sentence, prove) {
  try {
    await prove();
    counts.passed += 1;
  } catch (error) {
    counts.failed += 1;
    console.error(`FAILED: ${sentence}\n${error.message}`);
  }
}

async function on(file, use, options) {
  const { page, complaints, close } = await open(browser, `${site.url}/${file}`, options);
  try {
    await use(page);
    assert.deepEqual(complaints, []);
  } finally {
    await close();
  }
}

const sent = () => site.posted.at(-1) ?? '';
const arrived = (page) => page.waitForURL('**after', { timeout: 5000 });

await test('the policy refuses inline style and script (canary)', async () => {
  const { complaints, close } = await open(browser, `${site.url}/refused.html`);
  await close();
  assert.ok(complaints.some((said) => said.includes('Content Security Policy')), 'nothing was refused');
});

for (const file of fs.readdirSync(pages).filter((name) => name !== 'refused.html').sort()) {
  for (const { theme, ...look } of looks) {
    await test(`${file} at ${look.viewport.width} ${theme} is accessible and fits`, () => on(file, async (page) => {
      await page.evaluate((chosen) => { document.documentElement.dataset.theme = chosen; }, theme);
      await page.waitForTimeout(200); // colours move for 120 ms
      assert.deepEqual(await violations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page scrolls sideways');
    }, look));
  }
}

await test('« Système » follows the machine, and paper is white', () => on('list.html', async (page) => {
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--surface').trim());
  const light = await background();
  await page.evaluate(() => { document.documentElement.dataset.theme = 'system'; });
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.notEqual(await background(), light);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  assert.equal(await background(), light);
}));

await test('a refused form has the cursor in its first wrong field', () => on('states.html', async (page) => {
  assert.equal(await page.evaluate(() => document.activeElement.id), 'f-siret');
}));

await test('choosing a theme shows it at once and sends it', () => on('states.html', async (page) => {
  await page.click('[popovertarget=person-menu]');
  await page.click('#person-menu button[value=dark]');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await arrived(page);
  assert.equal(sent(), '/theme theme=dark');
}));

await test('the password can be shown', () => on('states.html', async (page) => {
  await page.click('[data-reveal-target=button]');
  assert.equal(await page.getAttribute('#f-password', 'type'), 'text');
}));

await test('a confirmation that is cancelled sends nothing, one that is given sends', () => on('states.html', async (page) => {
  const send = 'main form button.btn-primary[type=submit]:not([aria-busy])';
  const before = site.posted.length;
  await page.evaluate(() => { document.querySelector('main form').dataset.turboConfirm = '?'; });
  await page.click(send);
  await page.click('#confirm button[value=no]');
  await page.waitForTimeout(200);
  assert.equal(site.posted.length, before);
  await page.click(send);
  await page.click('#confirm button[value=yes]');
  await arrived(page);
  assert.equal(site.posted.length, before + 1);
}));

await test('J and K move in a list, and single letters are off inside fields', () => on('list.html', async (page) => {
  const cursor = () => page.evaluate(() => [...document.querySelectorAll('tbody tr')].findIndex((row) => row.hasAttribute('data-cursor')));
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
  assert.equal(await cursor(), 1);
  await page.evaluate(() => document.querySelector('main').append(document.createElement('textarea')));
  await page.focus('textarea');
  await page.keyboard.press('j');
  assert.equal(await cursor(), 1);
}));

await test("Turbo's progress bar has its style under the policy", () => on('list.html', async (page) => {
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: '/thread.html?slow', id: 'slow', textContent: 'x' });
    document.querySelector('main').append(link);
  });
  await page.click('#slow');
  await page.waitForSelector('.turbo-progress-bar', { state: 'attached', timeout: 3000 });
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.turbo-progress-bar')).height), '3px');
}));

await test('an unsent reply is not left without asking, a sent one is', () => on('thread.html', async (page) => {
  await page.fill('textarea', 'Bonjour\n\n\n\n\nà demain');
  assert.ok((await page.locator('textarea').boundingBox()).height > 100, 'the box did not grow');
  let asked = 0;
  page.on('dialog', (dialog) => { asked += 1; dialog.dismiss(); });
  await page.click('a.nav >> nth=0');
  await page.waitForTimeout(200);
  assert.equal(asked, 1);
  assert.match(page.url(), /thread/);
  await page.focus('textarea');
  await page.keyboard.press('Control+Enter');
  await arrived(page);
  assert.match(sent(), /body=Bonjour/);
  assert.equal(asked, 1);
}));

await test('a pasted code fills the six boxes and is sent', () => on('second_factor.html', async (page) => {
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '12 34 56');
    document.querySelector('#f-code').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await arrived(page);
  assert.match(sent(), /code=1&code=2&code=3&code=4&code=5&code=6/);
}));

await test('a toast leaves after six seconds, not while it is looked at', () => on('states.html', async (page) => {
  await page.hover('.toast');
  await page.waitForTimeout(6500);
  assert.equal(await page.locator('.toast').count(), 1);
  await page.mouse.move(5, 5);
  await page.waitForSelector('.toast', { state: 'detached', timeout: 8000 });
}));

await test('menus and forms work without JavaScript', () => on('states.html', async (page) => {
  await page.click('[popovertarget=person-menu]');
  await page.click('#person-menu button[value=light]');
  await arrived(page);
  assert.equal(sent(), '/theme theme=light');
  assert.equal(await page.isVisible('[data-reveal-target=button]'), false);
}, { javaScriptEnabled: false }));

await browser.close();
site.close();
fs.rmSync(pages, { recursive: true });
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
