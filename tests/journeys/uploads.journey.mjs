// FIL-004: files dropped, pasted, taken back, cancelled; a cut in the middle of a large one.
import assert from 'node:assert/strict';
import { newPerson } from './lib/browser.mjs';
import { signIn } from './lib/business.mjs';

const large_bytes = 12_000_000; // three pieces
const cut_ms = 800;

/// As the hand would: what is dropped or pasted is made in the page.
function give(person, how, name, bytes) {
  return person.page.evaluate(([kind, file, size]) => {
    const carried = new DataTransfer();
    carried.items.add(new File(['a'.repeat(size)], file, { type: 'text/plain' }));
    const form = document.querySelector('main form:has(input[type=file])');
    const options = { bubbles: true, cancelable: true };
    if (kind === 'paste') return form.querySelector('textarea').dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: carried }));
    form.dispatchEvent(new DragEvent('dragover', { ...options, dataTransfer: carried }));
    if (!form.hasAttribute('data-drop')) throw new Error('the form does not welcome a file');
    return form.dispatchEvent(new DragEvent('drop', { ...options, dataTransfer: carried }));
  }, [how, name, bytes]);
}

const chosen = ({ page }) => page.locator('input[type=file]').first().evaluate((field) => [...field.files].map(({ name }) => name));
const arrived = ({ page }) => page.locator('input[type=hidden][name=uploads]');

async function dropAndPaste(malo) {
  await give(malo, 'drop', 'plan.txt', 100);
  await malo.reads('plan.txt');
  await give(malo, 'paste', 'capture.txt', 100);
  await malo.reads('capture.txt');
  assert.deepEqual(await chosen(malo), ['plan.txt', 'capture.txt']);
  await malo.press('Retirer plan.txt');
  assert.deepEqual(await chosen(malo), ['capture.txt']);
}

/// The second piece meets a network that is gone; the upload goes on where it stopped.
async function isCutAndGoesOn(malo) {
  const offsets = [];
  let cut;
  await malo.page.route(/\/envois\/\d+$/, async (route) => {
    const offset = route.request().headers()['upload-offset'];
    if (offset !== undefined) offsets.push(Number(offset));
    if (offsets.length === 2 && !cut) {
      await malo.context.setOffline(true);
      cut = malo.page.waitForTimeout(cut_ms).then(() => malo.context.setOffline(false));
    }
    await route.continue();
  });
  await give(malo, 'drop', 'journal.txt', large_bytes);
  await malo.page.locator('progress').first().waitFor();
  await arrived(malo).waitFor({ state: 'attached', timeout: 10_000 });
  await cut;
  await malo.page.unroute(/\/envois\/\d+$/);
  const piece = offsets.find((offset) => offset > 0);
  assert.ok(offsets.filter((offset) => offset === piece).length >= 2, `cut at ${piece}: ${offsets}`);
  assert.equal(offsets.filter((offset) => offset === 0).length, 1, 'what arrived is not sent again');
}

async function isCancelled(malo) {
  let go;
  const held = new Promise((done) => { go = done; });
  const begun = malo.page.waitForResponse((answer) => answer.url().endsWith('/envois'));
  await malo.page.route(/\/envois\/\d+$/, async (route) => { await held; await route.continue().catch(() => {}); });
  await give(malo, 'drop', 'erreur.txt', large_bytes);
  const address = (await begun).headers()['location'];
  await malo.press('Annuler l’envoi de erreur.txt');
  assert.equal(await malo.page.getByText('erreur.txt').count(), 0);
  go();
  await malo.page.unroute(/\/envois\/\d+$/);
  for (let tries = 0; tries < 20 && (await malo.context.request.get(address)).ok(); tries += 1) await malo.page.waitForTimeout(100);
  assert.equal((await malo.context.request.get(address)).status(), 404);
  assert.equal(await arrived(malo).count(), 1);
}

/// A wrong field costs no file: neither the small one of the field nor the large one that went ahead.
async function isRefusedAndKept(malo) {
  await malo.fill('Que se passe-t-il ?', 'Voir les fichiers joints, s’il vous plaît.');
  await malo.press('Envoyer ma demande');
  await malo.page.locator('[aria-invalid=true]').first().waitFor();
  await malo.reads('Déjà reçus');
  assert.deepEqual(await chosen(malo), []);
  assert.equal(await arrived(malo).count(), 0);
  assert.equal(await malo.page.getByRole('checkbox', { name: /capture|journal/, checked: true }).count(), 2);
  await malo.see('nouvelle-demande-refusee');
}

export default {
  title: 'uploads',
  variants: ['desktop', 'PostgreSQL phone'],
  async run(scene) {
    const [{ slug, accounts }] = JSON.parse(scene.server.command('demo', '--json')).workspaces;
    const { email: address, password: secret } = accounts.find(({ role }) => role === 'client');
    const malo = await newPerson(scene, 'client');
    await malo.open(`/p/${slug}/connexion`);
    await signIn(malo, { address, secret });
    await malo.reads(/^Bonjour/);
    await malo.open(`/p/${slug}/demandes/nouvelle`);
    const site = malo.page.locator('select[name=project]');
    await site.selectOption({ index: (await site.locator('option').count()) - 1 });
    await dropAndPaste(malo);
    await isCutAndGoesOn(malo);
    await isCancelled(malo);
    await isRefusedAndKept(malo);
    await malo.fill('Titre', 'Deux fichiers');
    await malo.press('Envoyer ma demande');
    await malo.reads('Votre demande est arrivée');
    await malo.reads('capture.txt');
    await malo.reads('journal.txt');
  },
};
