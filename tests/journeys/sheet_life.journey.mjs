// JRN-50, JRN-51. A sheet lives: published, commented at several levels, cancelled, restored, deleted.
// PRG-001 PRG-002 PRG-030 PRG-033 NTF-015 PRG-003 PRG-008 PRG-010 PRG-011 PRG-012 PRG-013 PRG-014 PRG-020 PRG-021 PRG-022 PRG-023 IDN-004 IDN-006
import assert from 'node:assert/strict';
import { auroreEnters, builderEnters, loeiza, loeizaEnters, yannigEnters } from './lib/yard.mjs';
import { photo } from './lib/photo.mjs';
import { movableClock, moveClock, removeClock } from './lib/clock.mjs';
import { openMail } from './lib/mailbox.mjs';
import { comment, comments, post, publishes, replies } from './lib/sheet.mjs';

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

/// PRG-030, PRG-031: who has left the sheet is written to, ten minutes after; what he read there is not told again.
async function theAuthorIsWrittenTo({ aurore, employee, owner }, words) {
  const { slug } = owner.scene;
  await employee.open(`/e/${slug}/journee`);
  await comments(aurore, words, 'Un, bien reçu.');
  moveClock(owner.scene, '+11m');
  const box = await owner.anotherTab();
  await openMail(box, { box: `/e/${slug}/reglages/boite-d-envoi`, address: loeiza.address, subject: 'Aurore Penhoat a écrit un commentaire' });
  await box.page.close();
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
  for (const said of ['Deux', 'Trois', 'Quatre']) await comments(aurore, words, `${said}, bien reçu.`);
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
  get environment() { return movableClock(); },
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
    await theAuthorIsWrittenTo({ aurore, employee, owner }, words);
    await other.open(sheet);
    await cancelsAndRestores(other, aurore, words);
    await deletesHerComment({ aurore, other, owner }, sheet);
    await deletesWithComments({ aurore, other, owner }, words, sheet);
    removeClock(scene);
  },
};
