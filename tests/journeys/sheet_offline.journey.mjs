// A telephone loses its network on a worksite: the sheet stays readable, what is written waits in sight and leaves once.
// PRG-017 PLT-073 PLT-075
import assert from 'node:assert/strict';
import { answerBox, post, publishes } from './lib/sheet.mjs';
import { isLive } from './lib/live.mjs';
import { auroreEnters, loeizaEnters } from './lib/yard.mjs';

const levee = 'La charpente est levée.';
const without = 'Écrite sans réseau, depuis le toit.';
const said = 'Bien reçu, depuis le train.';
const put_by_max = 15_000; // ms

/// The page is among what the device keeps.
async function isPutBy(person) {
  const isKept = () => person.page.evaluate(async () => Boolean(await caches.match(location.href, { ignoreVary: true })));
  for (const until = Date.now() + put_by_max; !(await isKept());) {
    assert.ok(Date.now() < until, `${person.path()} is not kept`);
    await person.page.waitForTimeout(100);
  }
}

async function commentsWithoutNetwork(aurore) {
  await isPutBy(aurore);
  await aurore.context.setOffline(true);
  await aurore.page.reload();
  await aurore.reads(levee);
  const place = post(aurore, levee);
  const box = await answerBox(aurore, place, { open: 'Commenter', label: /^Votre commentaire/ });
  await box.fill(said);
  await (await aurore.find(place.getByRole('button', { name: 'Envoyer', exact: true }))).click();
  await aurore.page.locator('[data-offline-pending]').getByText(said).waitFor();
  await aurore.page.waitForFunction((field) => field.value === '', await box.elementHandle());
  await aurore.see('commentaire-en-attente');
}

async function publishesWithoutNetwork(employee, sheet) {
  await employee.open(`${sheet}/publications/nouvelle`);
  await isPutBy(employee);
  await employee.context.setOffline(true);
  await employee.page.reload();
  const editor = employee.page.locator('#post-form [contenteditable=true]');
  if (await editor.count()) {
    await editor.click();
    await employee.page.keyboard.type(without);
  } else await employee.fill(/^Texte/, without);
  await employee.press('Publier');
  await employee.page.locator('[data-offline-pending]').getByText(without).waitFor();
}

async function leavesOnce(person, scene, { words, table }) {
  await person.context.setOffline(false);
  await person.page.locator('[data-offline-pending]').getByText(words).waitFor({ state: 'detached', timeout: 20_000 });
  assert.deepEqual(scene.server.ask(`SELECT count(*) FROM ${table} WHERE body LIKE '%${words}%'`), ['1']);
}

export default {
  title: 'a sheet without network',
  variants: ['phone', 'PostgreSQL phone'],
  begins: 'yard morning',
  async run(scene) {
    const sheet = `/e/${scene.slug}/fiches/CH-118`;
    const [employee, aurore] = await Promise.all([loeizaEnters, auroreEnters].map((enter) => enter(scene)));
    await publishes(employee, sheet, { words: levee });
    await aurore.open(sheet.replace('/e/', '/p/'));
    await isLive(aurore);
    await commentsWithoutNetwork(aurore);
    await publishesWithoutNetwork(employee, sheet);
    await leavesOnce(aurore, scene, { words: said, table: 'progress_comment' });
    await leavesOnce(employee, scene, { words: without, table: 'progress_post' });
    await aurore.open(sheet.replace('/e/', '/p/'));
    for (const words of [levee, without, said]) await aurore.reads(words);
  },
};
