// JRN-53. A worksite ends, its sheet leaves on paper, and six months later the work goes on, on the same sheet.
// PRG-006 PRG-015 PRG-032
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { movableClock, moveClock, removeClock } from './lib/clock.mjs';
import { comments, post, publishes, replies } from './lib/sheet.mjs';
import { auroreEnters, loeizaEnters, yannigEnters } from './lib/yard.mjs';

const posed = 'Les fenêtres sont posées.';
const undone = 'Le bardage est fini.';
const over = 'Chantier rendu, merci de votre confiance.';
const again = 'Nous revenons pour la terrasse.';

async function cancels(other, sheet, words) {
  await other.open(sheet);
  await (await other.find(post(other, words).locator('summary', { hasText: 'Annuler la publication' }))).click();
  await other.press('Marquer comme annulée');
  await other.reads('Publication annulée');
}

/// The words of the paper, in reading order.
async function paperOf(person) {
  const link = await person.find(person.page.getByRole('link', { name: 'Télécharger en PDF' }));
  const [download] = await Promise.all([person.page.waitForEvent('download'), link.click()]);
  return execFileSync('pdftotext', ['-layout', await download.path(), '-'], { encoding: 'utf8' });
}

function saysAll(paper) {
  const order = ['Fiche d’avancement CH-118', 'Aurore Penhoat', 'Extension bois', posed, 'Merci, elles ferment bien ?', 'Oui, toutes.', undone, over];
  const places = order.map((words) => paper.indexOf(words));
  assert.ok(places.every((place, at) => place >= 0 && (at === 0 || at < 3 || place > places[at - 1])), `${order[places.indexOf(-1)] ?? 'the order'}:\n${paper}`);
  assert.match(paper, /Annulée le /);
  assert.match(paper, /page 1 sur \d/);
  const indent = (words) => /^ */.exec(paper.split('\n').find((line) => line.includes(words)))[0].length;
  assert.ok(indent('Oui, toutes.') > indent('Merci, elles ferment bien ?'), 'the reply is not indented');
}

export default {
  title: 'the end of a worksite',
  variants: ['phone', 'PostgreSQL phone'],
  begins: 'yard morning',
  get environment() { return movableClock(); },
  async run(scene) {
    const sheet = `/e/${scene.slug}/fiches/CH-118`;
    const [employee, other, aurore] = await Promise.all([loeizaEnters, yannigEnters, auroreEnters].map((enter) => enter(scene)));
    await publishes(employee, sheet, { words: posed });
    await publishes(employee, sheet, { words: undone });
    await aurore.open(sheet.replace('/e/', '/p/'));
    await comments(aurore, posed, 'Merci, elles ferment bien ?');
    await employee.open(sheet);
    await replies(employee, 'Merci, elles ferment bien ?', 'Oui, toutes.');
    await cancels(other, sheet, undone);
    await publishes(employee, sheet, { words: over, mark: 'Chantier terminé' });
    await aurore.open(sheet.replace('/e/', '/p/'));
    assert.match(await aurore.page.locator('#fiche').innerText(), /Chantier terminé/);
    await aurore.see('fiche-terminee');
    saysAll(await paperOf(aurore));
    moveClock(scene, '+183d');
    const later = await loeizaEnters(scene);
    await publishes(later, sheet, { words: again, mark: 'Reprise du chantier' });
    const client = await auroreEnters(scene);
    await client.open(sheet.replace('/e/', '/p/'));
    assert.match(await client.page.locator('#fiche').innerText(), /Reprise du chantier/);
    for (const words of [posed, over, again]) await client.reads(words);
    await comments(client, again, 'Avec plaisir, la clé est chez le voisin.');
    removeClock(scene);
  },
};
