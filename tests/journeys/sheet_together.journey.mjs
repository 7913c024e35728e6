// JRN-52. A client and two of the team on one sheet at once: nothing jumps, no draft is lost, both texts are shown.
// PRG-005 PRG-007 PRG-025 PLT-057
import assert from 'node:assert/strict';
import { hears, isLive } from './lib/live.mjs';
import { answerBox, comment, comments, post, publishes } from './lib/sheet.mjs';
import { auroreEnters, builderEnters, loeizaEnters, yannigEnters } from './lib/yard.mjs';

const levee = 'La charpente est levée.';
const couverture = 'La couverture commence lundi.';

/// Where the field stands in the window, px.
const place = (field) => field.evaluate((box) => Math.round(box.getBoundingClientRect().top));

async function appearsBesideHerDraft(aurore, other, sheet) {
  const box = await answerBox(aurore, post(aurore, levee), { open: 'Commenter', label: /^Votre commentaire/ });
  await box.fill('Je me demandais si la');
  await isLive(aurore);
  await box.evaluate((field) => field.setSelectionRange(2, 2));
  const before = await place(box);
  await publishes(other, sheet, { words: couverture });
  await hears(aurore, couverture);
  assert.equal(await box.inputValue(), 'Je me demandais si la');
  assert.deepEqual(await box.evaluate((field) => [field === document.activeElement, field.selectionStart]), [true, 2]);
  assert.equal(await place(box), before);
  await box.fill('Je me demandais si la fenêtre est arrivée.');
  await (await aurore.find(post(aurore, levee).getByRole('button', { name: 'Envoyer', exact: true }))).click();
  await aurore.reads('Commentaire envoyé');
}

async function opensTheEdition(person, sheet) {
  await person.open(sheet);
  await (await person.find(post(person, levee).getByRole('link', { name: 'Modifier' }))).click();
  await person.page.locator('#post-form [contenteditable=true]').waitFor();
}

async function writesOver(person, words) {
  await person.page.locator('#post-form [contenteditable=true]').click();
  await person.page.keyboard.press('Control+a');
  await person.page.keyboard.type(words);
  await person.press('Enregistrer');
}

/// PRG-007: the second who saves has both before his eyes, and decides.
async function bothTextsAreShown(owner, employee, sheet) {
  await opensTheEdition(owner, sheet);
  await opensTheEdition(employee, sheet);
  await writesOver(owner, `${levee} Elle est contrôlée.`);
  await owner.reads('Publication modifiée');
  await writesOver(employee, `${levee} Les liteaux suivent.`);
  await employee.reads(/Quelqu’un a modifié cette publication entre-temps/);
  assert.match(await employee.page.locator('section[aria-labelledby=saved-text]').innerText(), /Elle est contrôlée/);
  assert.match(await employee.page.locator('#post-form [contenteditable=true]').innerText(), /Les liteaux suivent/);
  await employee.see('publication-deux-textes');
  await writesOver(employee, `${levee} Contrôlée, les liteaux suivent.`);
  await employee.reads('Publication modifiée');
  await employee.reads(/les liteaux suivent/);
}

/// PRG-025: told why, and the words are there to be copied.
async function answersWhatIsBeingDeleted(aurore, employee, sheet) {
  await comments(aurore, levee, 'Et la gouttière ?');
  await employee.open(sheet);
  const box = await answerBox(employee, comment(employee, 'Et la gouttière ?'), { open: 'Répondre', label: /^Votre réponse/ });
  await box.fill('Elle est en zinc, comme prévu.');
  await (await aurore.find(comment(aurore, 'Et la gouttière ?').getByRole('button', { name: 'Supprimer', exact: true }))).click();
  await aurore.page.locator('dialog#confirm button[value=yes]').click();
  await aurore.reads('Commentaire supprimé');
  await employee.page.waitForTimeout(1_000); // the news has come: what is being written is left alone
  assert.equal(await box.inputValue(), 'Elle est en zinc, comme prévu.');
  await (await employee.find(comment(employee, 'Et la gouttière ?').getByRole('button', { name: 'Envoyer', exact: true }))).click();
  await employee.reads(/vient d’être supprimé. Votre texte est gardé/);
  await employee.reads('Elle est en zinc, comme prévu.');
  await employee.see('reponse-gardee');
}

export default {
  title: 'together on a sheet',
  variants: ['phone', 'desktop', 'PostgreSQL phone'],
  begins: 'yard morning',
  async run(scene) {
    const sheet = `/e/${scene.slug}/fiches/CH-118`;
    const [employee, other, owner, aurore] = await Promise.all([loeizaEnters, yannigEnters, builderEnters, auroreEnters].map((enter) => enter(scene)));
    await publishes(employee, sheet, { words: levee });
    await aurore.open(sheet.replace('/e/', '/p/'));
    await appearsBesideHerDraft(aurore, other, sheet);
    await bothTextsAreShown(owner, employee, sheet);
    await answersWhatIsBeingDeleted(aurore, employee, sheet);
  },
};
