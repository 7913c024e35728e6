// At the end of a day a builder reads what waits: one invoice lacks a price and one client an address, the others are marked
// as read and leave together, however often the button is pressed. An employee does not come in.
// JRN-05 INV-030
import assert from 'node:assert/strict';
import { addWorkshop, completesProfile, drafts } from './lib/invoice.mjs';
import { aurore, builderEnters, loeizaEnters } from './lib/yard.mjs';

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
  assert.equal(await owner.page.locator('[name=pick]:checked').count(), 3);
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

/// Both presses reach the server: the second one as another tab does that still shows the page.
async function sendsTwice(owner) {
  const other = await owner.anotherTab();
  await other.open(owner.path());
  await Promise.all([owner, other].map((person) => person.press('Émettre et envoyer la sélection')));
  await isDone(owner, '3 sur 3 envoyées');
  for (const number of ['0001', '0002', '0003']) await owner.reads(new RegExp(`FACT-\\d{4}-${number}`));
  await owner.see('factures-envoyees');
  await other.page.close();
}

async function isLeftBehind(owner, slug) {
  await owner.open(place(slug));
  await owner.reads('Sans prix');
  await owner.reads('Terrasse de la villa');
  await owner.reads('Ce client n’a pas d’adresse de courriel.');
  await owner.readsNot('Charpente du hangar');
  await owner.open(`/e/${slug}/factures`);
  await owner.readsNot(/FACT-\d{4}-0004/);
}

/// One letter about each, and none about what stayed.
async function wereWrittenTo(owner, slug) {
  await owner.open(`/e/${slug}/reglages/boite-d-envoi`);
  const letters = owner.page.getByRole('link').filter({ hasText: /FACT-\d{4}-/ });
  for (const number of ['0001', '0002', '0003']) assert.equal(await letters.filter({ hasText: number }).count(), 1, number);
  assert.equal(await letters.count(), 3);
}

async function isKeptOut(scene) {
  const employee = await loeizaEnters(scene);
  const answer = await employee.page.goto(place(scene.slug));
  assert.equal(answer.status(), 403);
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
    await drafts(owner, scene.slug, { title: 'Portail du hangar', lines: [['Pose du portail', '300']] });
    await drafts(owner, scene.slug, { title: 'Sans prix', lines: [] });
    await drafts(owner, scene.slug, { title: 'Terrasse de la villa', client: aurore.name, lines: [['Pose des lames', '400']] });
    await settles(owner, scene.slug, first);
    await reads(owner, scene.slug);
    await marksAsRead(owner);
    await sendsTwice(owner);
    await isLeftBehind(owner, scene.slug);
    await wereWrittenTo(owner, scene.slug);
    await isKeptOut(scene);
  },
};
