// At the end of a day a builder reads what waits: one invoice lacks a price and stays, the others are marked as
// read and leave together.
// INV-030
import assert from 'node:assert/strict';
import { addWorkshop, completesProfile, drafts } from './lib/invoice.mjs';
import { builderEnters } from './lib/yard.mjs';

const place = (slug) => `/e/${slug}/factures-en-attente`;

async function settles(owner, slug, invoice) {
  await owner.open(`${invoice}/emission`);
  await owner.fill('SIREN du client', '404 833 048');
  await owner.press('Enregistrer ces numéros');
  await owner.follow('Compléter');
  await completesProfile(owner);
  await owner.open(`/e/${slug}/reglages/factures`);
  await owner.fill('IBAN', 'FR76 3000 6000 0112 3456 7890 189');
  await owner.fill('Titulaire du compte', 'Charpentes du Trégor SARL');
  await owner.press('Enregistrer');
}

/// The page says where each lack is mended.
async function reads(owner, slug) {
  await owner.open(place(slug));
  await owner.reads('Ajoutez au moins une ligne avec son prix.');
  await owner.reads('Charpente du hangar');
  await owner.see('factures-en-attente');
  assert.equal(await owner.page.locator('[name=pick]:checked').count(), 2);
  const paper = await owner.context.request.get(await owner.page.getByRole('link', { name: 'Aperçu' }).first().getAttribute('href'));
  assert.equal(paper.headers()['content-type'], 'application/pdf');
}

async function marksAsRead(owner) {
  await owner.press('Valider la sélection');
  await owner.reads('Factures validées');
  await owner.see('factures-en-attente-validees');
}

/// Live where there is JavaScript, by « Actualiser » elsewhere.
async function isDone(owner, words) {
  for (let tries = 0; tries < 30; tries += 1) {
    if ((await owner.page.locator('main').innerText()).includes(words)) return;
    await owner.page.waitForTimeout(300);
    if (!owner.scene.variant.javaScript) await owner.page.reload();
  }
  await owner.reads(words);
}

async function sends(owner) {
  await owner.press('Émettre et envoyer la sélection');
  await isDone(owner, '2 sur 2 envoyées');
  await owner.reads(/FACT-\d{4}-0002/);
  await owner.see('factures-envoyees');
  await owner.follow('Revenir aux factures en attente');
  await owner.reads('Sans prix');
  await owner.readsNot('Charpente du hangar');
}

export default {
  title: 'invoices that wait leave together',
  variants: ['desktop', 'phone', 'PostgreSQL', 'without JavaScript'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    await addWorkshop(owner, scene.slug);
    const first = await drafts(owner, scene.slug, { title: 'Charpente du hangar', lines: [['Pose de la charpente', '500']] });
    await drafts(owner, scene.slug, { title: 'Bardage du hangar', lines: [['Pose de la charpente', '500']] });
    await drafts(owner, scene.slug, { title: 'Sans prix', lines: [] });
    await settles(owner, scene.slug, first);
    await reads(owner, scene.slug);
    await marksAsRead(owner);
    await sends(owner);
  },
};
