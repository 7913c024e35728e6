// JRN-32: photos and videos of a request, judged by content and open to who takes part in it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newPerson } from './lib/browser.mjs';
import { describeProblem, malo_kervella, ouest, password, signIn } from './lib/business.mjs';
import { ownerEnters } from './lib/desk.mjs';
import { linkFrom } from './lib/mailbox.mjs';

/// Made here: nothing large is kept in the project.
function makeFiles(folder) {
  const make = (name, ...options) => {
    execFileSync('ffmpeg', ['-loglevel', 'error', '-y', '-f', 'lavfi', '-i', ...options, join(folder, name)]);
    return join(folder, name);
  };
  const program = join(folder, 'facture.pdf');
  writeFileSync(program, Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'));
  return {
    program,
    logo: make('logo.png', 'color=teal:size=400x400', '-frames:v', '1'),
    photo: make('camera.jpg', 'testsrc2=size=3000x2000', '-frames:v', '1'),
    // noise does not compress: above 5 MB it goes in pieces
    large: make('neige.mp4', 'nullsrc=size=640x360:rate=25,geq=random(1)*255:128:128', '-t', '1.5', '-pix_fmt', 'yuv420p', '-crf', '10'),
    twelve: make('douze.mp4', 'testsrc2=size=320x180:rate=25', '-t', '12', '-pix_fmt', 'yuv420p'),
    nine: make('neuf.mp4', 'testsrc2=size=320x180:rate=25', '-t', '9', '-pix_fmt', 'yuv420p'),
  };
}

async function attach(person, ...paths) {
  await person.page.locator('input[type=file]').first().setInputFiles(paths);
}

/// The page again until the preparation is over: by itself with JavaScript, by hand without.
async function readsSoon(person, words) {
  for (let tries = 0; tries < 20; tries += 1) {
    if (await person.page.getByText(words).filter({ visible: true }).count()) return;
    await person.page.waitForTimeout(500);
    if (!person.variant.javaScript) await person.page.reload();
  }
  await person.reads(words);
}

async function waitForPictures(person, count) {
  const pictures = person.page.locator('.msg img, .msg video');
  for (let tries = 0; tries < 30 && (await pictures.count()) < count; tries += 1) {
    await person.page.waitForTimeout(400);
    await person.page.reload();
  }
  assert.equal(await pictures.count(), count);
}

/// PLT-081: a logo on the pages of both sides, whoever is signed in.
async function sendLogo(owner, logo) {
  await owner.open(`/e/${owner.path().split('/')[2]}/reglages`);
  await owner.follow(/^Logo/);
  await attach(owner, logo);
  await owner.press('Envoyer le logo');
  const picture = owner.page.locator('main img').first();
  for (let tries = 0; tries < 20 && !(await picture.count()); tries += 1) {
    await owner.page.waitForTimeout(300);
    await owner.page.reload();
  }
  assert.equal(await picture.getAttribute('alt'), ouest.business);
  await owner.see('logo');
}

async function otherClient(scene, slug) {
  const rose = await newPerson(scene, 'other client');
  await rose.open(`/p/${slug}/inscription`);
  await rose.fill('Votre nom', 'Rose Autret');
  await rose.fill('Adresse e-mail', 'rose@camping-des-sables.example');
  await rose.fill('Mot de passe', password);
  await rose.tick('J’accepte les conditions d’utilisation');
  await rose.tick('J’ai lu la politique de confidentialité et je l’accepte');
  await rose.tick('J’accepte que mes données soient traitées pour fournir le service');
  await rose.press('Créer mon compte');
  await rose.reads('Consultez vos courriels');
  await rose.open(await linkFrom(rose, { box: '/boite-d-envoi', address: 'rose@camping-des-sables.example', subject: 'Confirmez' }));
  await rose.press('Confirmer mon adresse');
  await rose.reads('Aucun site ne vous est encore attribué');
  return rose;
}

/// TKT-014, PLT-004: the address alone opens nothing, however it is asked for.
async function isNobodyElses(scene, slug, address) {
  const rose = await otherClient(scene, slug);
  const anyone = { maxRedirects: 0 };
  for (const [method, headers] of [['GET', {}], ['HEAD', {}], ['GET', { Range: 'bytes=0-99' }], ['GET', { 'If-None-Match': '*' }]]) {
    const answer = await rose.context.request.fetch(address, { ...anyone, method, headers });
    assert.equal(answer.status(), 404, `${method} ${JSON.stringify(headers)}`);
  }
  const visitor = await scene.browser.newContext({ baseURL: scene.server.base });
  assert.equal((await visitor.request.get(address, anyone)).status(), 303);
  await visitor.close();
}

export default {
  title: 'files of a request',
  begins: 'first morning',
  async run(scene) {
    const folder = mkdtempSync(join(tmpdir(), 'etabli-journey-'));
    try {
      const files = makeFiles(folder);
      const { slug } = scene;
      const owner = await ownerEnters(scene);
      await sendLogo(owner, files.logo);
      const malo = await newPerson(scene, 'client');
      await malo.open(`/p/${slug}/connexion`);
      assert.equal(await malo.page.locator('header img, main img').first().getAttribute('alt'), ouest.business);
      await signIn(malo, malo_kervella);
      await malo.reads(/^Bonjour Malo/);
      await describeProblem(malo);

      await attach(malo, files.photo, files.program);
      await malo.fill('Votre message', 'La caméra, et la facture');
      await malo.press('Envoyer');
      await malo.reads('c’est un programme'); // by content, whatever its name
      await waitForPictures(malo, 1);
      await malo.see('demande-photo');

      await attach(malo, files.twelve);
      await malo.fill('Votre message', 'Une vidéo de la panne');
      await malo.press('Envoyer');
      await readsSoon(malo, '12 s, maximum 10 s'); // FIL-003
      await attach(malo, files.nine);
      await malo.press('Envoyer'); // a file is a message
      await malo.reads('Fichier joint');
      await waitForPictures(malo, 2);

      await attach(malo, files.large);
      if (malo.variant.javaScript) await malo.page.locator('input[type=hidden][name=uploads]').waitFor({ state: 'attached' }); // FIL-004
      await malo.fill('Votre message', 'L’écran de neige');
      await malo.press('Envoyer');
      await waitForPictures(malo, 3);

      const picture = await malo.page.locator('.msg img').first().getAttribute('src');
      const shown = await malo.context.request.get(picture);
      assert.equal(shown.headers()['content-type'], 'image/webp');
      await isNobodyElses(scene, slug, picture);
      await isNobodyElsesOriginal(malo, picture);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/// FIL-002: what a client gets holds no metadata, even by the address of the file itself.
async function isNobodyElsesOriginal(malo, picture) {
  const whole = await malo.context.request.get(picture.replace(/\/thumbnail$/, ''));
  assert.equal(whole.headers()['content-type'], 'image/webp');
  assert.ok(!(await whole.body()).includes('Exif'));
}
