// JRN-50. What is wrong is drawn on its photo: with the mouse, or without pointing; the client sees it, in large too.
// PRG-016 PRJ-016
import assert from 'node:assert/strict';
import { auroreEnters, loeizaEnters, yannigEnters } from './lib/yard.mjs';
import { photo } from './lib/photo.mjs';
import { publishes } from './lib/sheet.mjs';

const shapes = (person) => person.page.locator('[data-rows] li').allInnerTexts();

/// The photo is prepared by a job: its page says so until it is there.
async function opensTheTool(person, sheet) {
  const link = person.page.getByRole('link', { name: 'Dessiner' });
  for (let tries = 0; tries < 20 && !(await link.count()); tries += 1) {
    await person.page.waitForTimeout(500);
    await person.open(sheet);
  }
  await person.follow('Dessiner');
  await person.reads('Dessiner sur la photo');
}

async function drags(person, [fromX, fromY], [toX, toY]) {
  await person.page.locator('[data-board]').scrollIntoViewIfNeeded();
  const { x, y, width, height } = await person.page.locator('[data-board]').boundingBox();
  const at = (left, top) => [x + left * width, y + top * height];
  await person.page.mouse.move(...at(fromX, fromY));
  await person.page.mouse.down();
  await person.page.mouse.move(...at((fromX + toX) / 2, fromY), { steps: 5 });
  await person.page.mouse.move(...at(toX, toY), { steps: 5 });
  await person.page.mouse.up();
}

async function drawsByHand(person) {
  await person.page.locator('[data-tools]:not([hidden])').waitFor();
  await drags(person, [0.2, 0.2], [0.5, 0.5]);
  await person.press('Cercle');
  await drags(person, [0.5, 0.4], [0.8, 0.7]);
  await person.press('Trait à main levée');
  await drags(person, [0.1, 0.8], [0.4, 0.9]);
  await person.press('Texte');
  const { x, y, width, height } = await person.page.locator('[data-board]').boundingBox();
  await person.page.mouse.click(x + width * 0.1, y + height * 0.5);
  await person.fill('Que faut-il écrire ?', 'Joint à reprendre');
  await person.press('Écrire');
  await person.reads('Ajouté : « Joint à reprendre », à gauche');
  await person.see('photo-dessiner');
  await person.page.keyboard.press('Control+z');
  assert.equal((await shapes(person)).length, 3);
  await person.page.getByRole('button', { name: /^Retirer : Trait/ }).click();
}

/// The page that answers a refused drawing is drawn on like the first, and « back » loses nothing.
async function drawsOnAfterRefusal(person, sheet) {
  const board = person.page.locator('[data-board]');
  await person.page.locator('[data-tools]:not([hidden])').waitFor();
  assert.equal(await board.evaluate(({ style }) => style.touchAction), 'pinch-zoom');
  const before = (await shapes(person)).length;
  await drags(person, [0.2, 0.2], [0.5, 0.5]);
  assert.equal((await shapes(person)).length, before + 1);
  await person.page.goBack();
  await opensTheTool(person, sheet);
  await person.page.locator('[data-rows] li').nth(before).waitFor();
  await person.press('Enregistrer');
  await person.reads('Dessin enregistré');
}

async function addsWithoutPointing(person) {
  await person.unfold('Ajouter sans dessiner');
  await person.choose('Quoi', 'Flèche');
  await person.choose('Où, sur la photo', 'en bas à droite');
  await person.fill('Texte à écrire', 'Joint à reprendre');
  await person.press('Ajouter');
}

export default {
  title: 'drawing on a photo',
  variants: ['desktop', 'tablet', 'phone', 'without JavaScript', 'PostgreSQL phone'],
  begins: 'yard morning',
  async run(scene) {
    const sheet = `/e/${scene.slug}/fiches/CH-118`;
    const employee = await loeizaEnters(scene);
    await publishes(employee, sheet, { words: 'Le seuil est posé.', photos: [photo('seuil.png')] });
    const other = await yannigEnters(scene);
    await opensTheTool(other, sheet);
    await opensTheTool(employee, sheet);
    if (employee.variant.javaScript) await drawsByHand(employee);
    await addsWithoutPointing(employee);
    await employee.reads('« Joint à reprendre », en bas à droite');
    await employee.press('Enregistrer');
    await employee.reads('Dessin enregistré');
    await employee.see('fiche-dessin');
    await addsWithoutPointing(other);
    if (other.variant.javaScript) await other.press('Enregistrer');
    await other.reads(/Quelqu’un a enregistré un autre dessin/);
    await other.see('photo-dessin-entre-temps');
    if (other.variant.javaScript) await drawsOnAfterRefusal(other, sheet);
    const aurore = await auroreEnters(scene);
    await aurore.open(`/p/${scene.slug}/fiches/CH-118`);
    await aurore.page.locator('svg.drawing', { hasText: 'Joint à' }).waitFor();
    await aurore.readsNot('Dessiner');
    if (!aurore.variant.javaScript) return;
    await aurore.page.locator('a[data-photo]').first().click();
    await aurore.page.locator('dialog[open] svg.drawing').waitFor();
    await aurore.page.getByRole('button', { name: 'Annotations' }).click();
    await aurore.page.locator('dialog[open] svg.drawing').waitFor({ state: 'hidden' });
  },
};
