// JRN-50, JRN-51. A sheet lives: published, commented at several levels, cancelled, restored, deleted.
// PRG-001 PRG-002 PRG-003 PRG-008 PRG-010 PRG-011 PRG-012 PRG-013 PRG-014 PRG-020 PRG-021 PRG-022 PRG-023 IDN-004 IDN-006
import assert from 'node:assert/strict';
import { auroreEnters, builderEnters, loeizaEnters, yannigEnters } from './lib/yard.mjs';
import { photo } from './lib/photo.mjs';

export const post = (person, words) => person.page.locator('article.card').filter({ hasText: words });
const comment = (person, words) => person.page.locator('.comment').filter({ hasText: words }).first();

/// Writes a publication; with scripts the editor has taken the field.
export async function publishes(employee, sheet, { html, words, photos = [], mark }) {
  await employee.open(`${sheet}/publications/nouvelle`);
  const editor = employee.page.locator('#post-form [contenteditable=true]');
  if (employee.variant.javaScript) await editor.waitFor();
  if (html && (await editor.count())) {
    await editor.click();
    await employee.page.keyboard.press('Control+b');
    await employee.page.keyboard.type(words);
  } else await employee.fill(/^Texte/, words);
  if (photos.length) await employee.page.locator('#post-form input[type=file]').first().setInputFiles(photos);
  if (mark) await employee.choose('Étape du chantier', mark);
  if (html) await employee.see('publication-nouvelle');
  await employee.press('Publier');
  await employee.reads('Publication envoyée au client');
}

/// Unfolds the answer under a publication or a comment, and sends it.
export async function says(person, place, { open, label, words }) {
  const summary = await person.find(place.locator('summary', { hasText: open }));
  if (!(await summary.evaluate((one) => one.parentElement.open))) await summary.click(); // it stays open after an answer
  await (await person.find(place.getByLabel(label))).fill(words);
  await (await person.find(place.getByRole('button', { name: 'Envoyer', exact: true }))).click();
  await person.reads(words);
  await person.reads('Commentaire envoyé');
}
const comments = (person, under, words) => says(person, post(person, under), { open: 'Commenter', label: /^Votre commentaire/, words });
const replies = (person, under, words) => says(person, comment(person, under), { open: 'Répondre', label: /^Votre réponse/, words });

async function entersByIdentifier(employee, slug) {
  await employee.open(`/e/${slug}/fiches`);
  await employee.see('fiches-equipe');
  await employee.readsNot('Extension bois'); // no list for who is no administrator, and none opened yet
  await employee.fill('Identifiant du chantier', 'CH-999');
  await employee.press('Ouvrir la fiche');
  await employee.reads(/Aucune fiche d’avancement pour ce chantier/);
  await employee.see('fiche-inconnue');
  await employee.fill('Identifiant du chantier', 'ch 118');
  await employee.press('Ouvrir la fiche');
  await employee.reads('Extension bois');
}

async function clientFindsHerSheets(aurore) {
  await aurore.follow(/^Mes chantiers/);
  await aurore.reads('Extension bois');
  await aurore.reads('Toiture');
  await aurore.see('mes-fiches');
  await aurore.page.getByRole('link', { name: /Extension bois/ }).filter({ visible: true }).first().click();
  await aurore.reads(/publié le/);
}

async function theyAnswerEachOther({ aurore, employee }, words) {
  await comments(aurore, words, 'Très joli, et la fenêtre ?');
  await employee.page.reload();
  await replies(employee, 'Très joli, et la fenêtre ?', 'Elle arrive jeudi.');
  await aurore.page.reload();
  await replies(aurore, 'Elle arrive jeudi.', 'Parfait, je serai là.');
  await aurore.reads('3 commentaires');
  await aurore.see('fiche-client');
}

// PRG-013, PRG-023: any employee; greyed with words, for the client too.
async function cancelsAndRestores(other, aurore, words) {
  await (await other.find(post(other, words).locator('summary', { hasText: 'Annuler la publication' }))).click();
  await other.press('Marquer comme annulée');
  await other.reads('Publication annulée');
  await other.reads(/^Annulée le/);
  await aurore.page.reload();
  await aurore.reads(/^Annulée le/);
  await aurore.reads('Elle arrive jeudi.');
  await aurore.see('fiche-annulee');
  await other.press('Rétablir');
  await other.reads('Publication rétablie');
  await aurore.page.reload();
  await aurore.readsNot(/^Annulée le/);
}

// PRG-022: her own, with what answers it; nobody else's, whoever one is.
async function deletesHerComment({ aurore, other, owner }, sheet) {
  await other.open(sheet);
  await owner.open(sheet);
  for (const person of [other, owner]) {
    await person.reads('Très joli, et la fenêtre ?');
    assert.equal(await comment(person, 'Très joli').getByRole('button', { name: /^Supprimer/ }).count(), 0);
  }
  await (await aurore.find(comment(aurore, 'Très joli').getByRole('button', { name: 'Supprimer (réponses : 2)' }))).click();
  const question = aurore.page.locator('dialog#confirm', { hasText: '2 réponses disparaîtront' });
  await question.locator('button[value=yes]').click();
  await aurore.reads('Commentaire supprimé');
  await aurore.readsNot('Parfait, je serai là.');
}

async function deletesWithComments({ aurore, other, owner }, words, sheet) {
  for (const said of ['Un', 'Deux', 'Trois', 'Quatre']) await comments(aurore, words, `${said}, bien reçu.`);
  await other.open(sheet);
  await (await other.find(post(other, words).getByRole('link', { name: 'Supprimer' }))).click();
  await other.reads(/4 commentaires disparaîtront avec elle/);
  await other.see('publication-supprimer');
  await other.press('Supprimer la publication');
  await other.reads('Publication supprimée');
  await other.readsNot(words);
  await aurore.page.reload();
  await aurore.readsNot('Quatre, bien reçu.');
  await owner.open(`${sheet.split('/fiches')[0]}/reglages/journal`); // AUD-001
  await owner.reads(/a supprimé .*publication|a supprimé une publication/);
}

export default {
  title: 'the life of a sheet',
  variants: ['desktop', 'tablet', 'phone', 'PostgreSQL phone'],
  begins: 'yard morning',
  async run(scene) {
    const { slug } = scene;
    const sheet = `/e/${slug}/fiches/CH-118`;
    const words = 'La charpente est levée, la couverture commence lundi.';
    const other = await yannigEnters(scene);
    await entersByIdentifier(other, slug);
    const employee = await loeizaEnters(scene);
    await publishes(employee, sheet, { html: true, words, photos: [photo('charpente.png'), photo('liteaux.png')] });
    await employee.reads(/publié le/);
    await employee.see('fiche-equipe');
    const aurore = await auroreEnters(scene);
    await clientFindsHerSheets(aurore);
    await theyAnswerEachOther({ aurore, employee }, words);
    const owner = await builderEnters(scene);
    await other.open(sheet);
    await cancelsAndRestores(other, aurore, words);
    await deletesHerComment({ aurore, other, owner }, sheet);
    await deletesWithComments({ aurore, other, owner }, words, sheet);
  },
};
