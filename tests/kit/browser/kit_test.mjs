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

const judged = fs.readdirSync(pages).filter((name) => name !== 'refused.html').sort()
  .flatMap((file) => looks.map((look) => ({ file, ...look })));
const lanes = 2; // a page waits for its fonts and its colours while another is examined
await Promise.all(Array.from({ length: lanes }, async () => {
  for (let next = judged.shift(); next; next = judged.shift()) {
    const { file, theme, ...look } = next;
    await test(`${file} at ${look.viewport.width} ${theme} is accessible and fits`, () => on(file, async (page) => {
      await page.evaluate((chosen) => { document.documentElement.dataset.theme = chosen; }, theme);
      await page.evaluate(async () => { // colours move; a list of animations reads the new styles first
        await Promise.allSettled(document.getAnimations().filter((moves) => moves instanceof CSSTransition).map((moves) => moves.finished));
      });
      assert.deepEqual(await violations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page scrolls sideways');
    }, look));
  }
}));

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

const writing = (use, options) => on('publication.html', async (page) => {
  await page.waitForSelector('#f-text-box [contenteditable=true]');
  await use(page);
}, options);
const paste = (page, box, html) => page.evaluate(([id, text]) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', text);
  document.querySelector(`${id} [data-surface]`).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}, [box, html]);

await test('the editor writes bold, sizes, lists and links into the field that is sent', () => writing(async (page) => { // PRG-011
  assert.equal(await page.inputValue('#f-note'), '<p>Pose du <strong>carrelage</strong></p>');
  await page.click('#f-text-box [data-surface]');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Attention');
  await page.keyboard.press('Control+b');
  await page.selectOption('#f-text-box select', 'huge');
  await page.keyboard.type(' au seuil');
  await page.keyboard.press('Enter');
  await page.selectOption('#f-text-box select', '');
  await page.click('#f-text-box [data-do=bulletList]');
  await page.click('#f-text-box [data-do=link]');
  await page.keyboard.type('carreleur.example/sol');
  await page.keyboard.press('Enter');
  const written = '<p><strong>Attention</strong><span class="size-huge"> au seuil</span></p>'
    + '<ul><li><p><a href="https://carreleur.example/sol">carreleur.example/sol</a></p></li></ul>';
  assert.equal(await page.inputValue('#f-text'), written);
  assert.match(await page.textContent('#f-text-count'), /^40 \/ 20.000 caractères$/);
  await page.click('main form [type=submit]');
  await arrived(page);
  assert.match(sent(), /name="text_format"\r\n\r\nhtml/);
}));

await test('what is pasted from Word or a web page keeps its words, lists and weight, and nothing else', () => writing(async (page) => {
  await page.click('#f-text-box [data-surface]');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await paste(page, '#f-text-box', `<style>p{color:red}</style><h2>Sol</h2><p class=MsoNormal style="margin:0" onclick="x()">Un <b>gras</b><o:p></o:p></p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Puce</p><p>&nbsp;</p>
    <p><b style="font-weight:normal">pas gras, <span style="font-weight:700">gras</span></b><img src="https://pisteur.example/p.gif"></p>`);
  assert.equal(await page.inputValue('#f-text'), '<p><strong>Sol</strong></p><p>Un <strong>gras</strong></p><ul><li><p>Puce</p></li></ul>'
    + '<p>pas gras, <strong>gras</strong></p>');
}));

await test('a page that reads itself again leaves what is being written', () => writing(async (page) => {
  await page.click('#f-text-box [data-surface]');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Fini.');
  const before = await page.inputValue('#f-text');
  const guarded = await page.evaluate(() => {
    const box = document.querySelector('#f-text-box');
    const event = new CustomEvent('turbo:before-morph-element', { bubbles: true, cancelable: true, detail: { newElement: box.cloneNode(true) } });
    return !box.dispatchEvent(event);
  });
  assert.ok(guarded, 'the box would be replaced');
  await page.keyboard.type(' Bien.');
  assert.equal(await page.inputValue('#f-text'), before.replace('Fini.', 'Fini. Bien.'));
}));

// A JPEG of 4 000 × 3 000 pixels lying on its side, with the time and a place, as a telephone makes it.
async function sideways(page) {
  const plain = Buffer.from(await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 });
    const blob = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', 1); });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }));
  const entry = (tag, type, count, value) => { const bytes = Buffer.alloc(12); bytes.writeUInt16LE(tag); bytes.writeUInt16LE(type, 2); bytes.writeUInt32LE(count, 4); bytes.writeUInt32LE(value, 8); return bytes; };
  const number = (value, bytes) => { const out = Buffer.alloc(bytes); out.writeUIntLE(value, 0, bytes); return out; };
  const tiff = Buffer.concat([Buffer.from('II*\0'), number(8, 4), number(3, 2), entry(0x112, 3, 1, 6), entry(0x8769, 4, 1, 50), entry(0x8825, 4, 1, 88),
    number(0, 4), number(1, 2), entry(0x9003, 2, 20, 68), number(0, 4), Buffer.from('2026:11:20 09:15:42\0'), number(1, 2), entry(1, 2, 2, 78), number(0, 4)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(tiff.length + 8);
  return Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, Buffer.from('Exif\0\0'), tiff, plain.subarray(2)]);
}

await test('photos are made smaller and upright, keep when they were taken, and go ahead of the form with their words', () => writing(async (page) => { // PRG-011, PRG-016, FIL-002, FIL-004
  const buffer = await sideways(page);
  const photo = (name) => ({ name, mimeType: 'image/jpeg', buffer });
  await page.setInputFiles('#f-photos', [photo('a.jpg'), { name: 'devis.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') }, photo('b.jpg'), photo('c.jpg'), photo('d.jpg')]);
  await page.waitForSelector('.photo-row >> nth=3 >> text=Envoyée');
  assert.equal((await page.textContent('#f-photos-box [data-said]')).replace(/\s/g, ' '), '« devis.pdf » n’est pas une photo.« d.jpg » n’est pas ajoutée : 4 photos au plus.');
  const [first] = site.uploads;
  assert.ok(first.length < buffer.length && first.includes('2026:11:20 09:15:42'), 'the taking time is lost');
  const { width, height } = await page.evaluate(async (bytes) => createImageBitmap(new Blob([new Uint8Array(bytes)])).then(({ width, height }) => ({ width, height })), [...first]);
  assert.deepEqual({ width, height }, { width: 1920, height: 2560 });
  assert.ok(!first.includes(Buffer.from([0x88, 0x25])), 'the place is still there');
  const id = await page.getAttribute('.photo-row >> nth=1 >> input[name=uploads]', 'value');
  await page.fill('.photo-row >> nth=1 >> [aria-label=Légende]', 'La dalle');
  await page.click('.photo-row >> nth=2 >> [data-remove]');
  await page.click('main form [type=submit]');
  await arrived(page);
  assert.match(sent(), new RegExp(`name="caption_${id}"\\r\\n\\r\\nLa dalle\\r\\n`));
  assert.equal(sent().match(/name="uploads"/g).length, 3); // the one held, two sent ahead
}));

await test('what cannot be sent ahead goes with the form', () => writing(async (page) => {
  const buffer = await sideways(page);
  await page.evaluate(() => { Object.defineProperty(navigator, 'onLine', { value: false }); });
  await page.setInputFiles('#f-photos', [{ name: 'a.jpg', mimeType: 'image/jpeg', buffer }]);
  await page.waitForSelector('.photo-row >> nth=1 >> text=Partira avec le reste');
  await page.fill('.photo-row >> nth=1 >> [aria-label=Légende]', 'Sans réseau');
  await page.click('main form [type=submit]');
  await arrived(page);
  assert.match(sent(), /name="photos"; filename="a.jpg"[\s\S]*name="captions"\r\n\r\nSans réseau/);
}));

await test('a photo opens full screen, the arrows turn, Escape comes back to where one was', () => writing(async (page) => { // PRG-016
  await page.click('.photos a >> nth=0');
  assert.equal(await page.textContent('.lightbox-bar span'), '1 / 3');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.textContent('.lightbox-words'), 'Le seuil');
  assert.ok(await page.isVisible('.lightbox svg.drawing'));
  await page.click('.lightbox [aria-label=Annotations]');
  assert.equal(await page.isVisible('.lightbox svg.drawing'), false);
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await page.locator('.lightbox').waitFor({ state: 'detached' }); // a dialog tells its closing a moment later
  assert.equal(await page.evaluate(() => document.activeElement.closest('li').id), 'photo_2');
}));

await test('without JavaScript a plain text is sent', () => on('publication.html', async (page) => {
  await page.fill('#f-text', 'Dalle coulée');
  await page.click('main form [type=submit]');
  await arrived(page);
  assert.match(sent(), /name="text"\r\n\r\nDalle coulée\r\n[\s\S]*name="text_format"\r\n\r\nplain/);
}, { javaScriptEnabled: false }));

await browser.close();
site.close();
fs.rmSync(pages, { recursive: true });
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
