// A progress sheet as its readers use it: publications, and what is said under them.
import assert from 'node:assert/strict';

export const post = (person, words) => person.page.locator('article.card').filter({ hasText: words });
export const comment = (person, words) => person.page.locator('.comment').filter({ hasText: words }).first();

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

/// Unfolds the answer under a publication or a comment.
export async function answerBox(person, place, { open, label }) {
  const summary = await person.find(place.locator('summary', { hasText: open }));
  if (!(await summary.evaluate((one) => one.parentElement.open))) await summary.click(); // it stays open after an answer
  return person.find(place.getByLabel(label));
}

async function says(person, place, { words, ...where }) {
  const box = await answerBox(person, place, where);
  await box.fill(words);
  await (await person.find(box.locator('xpath=ancestor::form').getByRole('button', { name: 'Envoyer', exact: true }))).click(); // an answer above may be open too
  await person.reads('Commentaire envoyé');
  await person.reads(words);
  assert.equal(await place.getByLabel(where.label).first().inputValue(), '', 'what was sent is still in the box');
}
export const comments = (person, under, words) => says(person, post(person, under), { open: 'Commenter', label: /^Votre commentaire/, words });
export const replies = (person, under, words) => says(person, comment(person, under), { open: 'Répondre', label: /^Votre réponse/, words });
