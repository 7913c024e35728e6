// A builder gives his papers a look: a copy of a ready one, a foot of his own, a variable that does not exist, the
// preview, his choice for quotes; then a quote leaves in it.
// QUO-030 QUO-031 QUO-033 QUO-034 QUO-035
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { sends, writes } from './lib/quote.mjs';
import { builderEnters } from './lib/yard.mjs';

const foot = 'Charpentes depuis 1987, pour {nom_client}';

// Until the page shows the version that was saved.
async function saves(owner) {
  const version = '#template-form [name=version]';
  const before = await owner.page.locator(version).getAttribute('value');
  await owner.press('Enregistrer');
  await owner.page.waitForFunction(([at, old]) => document.querySelector(at)?.getAttribute('value') !== old, [version, before]);
}

async function changesTheFoot(owner) {
  await owner.fill('Nom du modèle', 'Le nôtre');
  await owner.fill('Texte du pied de page', 'Merci {prenom_du_chat}');
  await owner.press('Voir l’aperçu');
  await owner.reads(/prenom_du_chat.+variable connue/);
  await owner.press('Enregistrer');
  await owner.reads(/1.champ à corriger/);
  await owner.see('modele-refuse');
  const terms = owner.page.locator('[contenteditable]').first();
  await terms.fill('Payable à trente jours');
  await owner.fill('Texte du pied de page', 'Merci');
  await saves(owner);
  await terms.getByText('Payable à trente jours').waitFor(); // what is saved stays
  await owner.fill('Texte du pied de page', foot);
  await owner.press('Voir l’aperçu');
  await owner.page.locator('#preview img[src^="data:image/png"]').first().waitFor();
  await saves(owner);
  await owner.open(owner.path());
  await terms.getByText('Payable à trente jours').waitFor();
  await owner.see('modele');
}

/// What the client is sent, as words.
async function paperOf(owner, quote) {
  let answer = await owner.context.request.get(`${quote}/pdf`);
  for (let asked = 0; asked < 50 && answer.headers()['content-type'] !== 'application/pdf'; asked += 1) {
    await owner.page.waitForTimeout(200); // its paper is made right after
    answer = await owner.context.request.get(`${quote}/pdf`);
  }
  return execFileSync('pdftotext', ['-layout', '-', '-'], { encoding: 'utf8', input: await answer.body() });
}

export default {
  title: 'papers wear the look a builder chose',
  variants: ['desktop', 'phone', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    await owner.open(`/e/${scene.slug}/reglages/modeles`);
    await owner.see('modeles');
    await owner.page.locator('#copy-premium button').click();
    await owner.reads('Modèle créé');
    await changesTheFoot(owner);

    await owner.open(`/e/${scene.slug}/reglages/modeles`);
    await owner.choose('Devis', 'Le nôtre');
    await owner.press('Enregistrer ce choix');
    await owner.reads('Modèles choisis');
    await owner.reads('Choisi pour : Devis');

    await writes(owner, scene.slug);
    const words = await paperOf(owner, await sends(owner));
    assert.match(words, /Charpentes depuis 1987, pour Aurore Penhoat/);
    assert.doesNotMatch(words, /nom_client/);
  },
};
