// JRN-54. A client keeps her own telephone right, reads her contract, and sees no one else’s worksite.
// CRM-050 CRM-051 PTL-002 PTL-003 PRG-034 PLT-004
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { addSheet, auroreEnters, builderEnters } from './lib/yard.mjs';

const contract = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

async function sharesTheContract(owner, client) {
  await owner.open(client);
  await owner.follow('Tous les documents');
  await owner.page.locator('input[type=file]').first().setInputFiles({ name: 'contrat-signe.pdf', mimeType: 'application/pdf', buffer: contract });
  await owner.tick(/^Partagé/);
  await owner.press('Ajouter');
  await owner.reads('contrat-signe.pdf');
}

async function readsHerContract(aurore) {
  await aurore.open(`/p/${aurore.scene.slug}`);
  await aurore.reads('contrat-signe.pdf');
  const link = await aurore.find(aurore.page.getByRole('link', { name: /contrat-signe\.pdf/ }));
  const [download] = await Promise.all([aurore.page.waitForEvent('download'), link.click()]);
  assert.deepEqual(readFileSync(await download.path()), contract);
}

/// CRM-051: what she may change is in the form, what she may not is only read.
async function changesHerTelephone(aurore) {
  await aurore.follow(/^Mes infos/);
  await aurore.reads('Aurore Penhoat');
  await aurore.see('mes-informations');
  await aurore.follow('Modifier');
  await aurore.reads('Modifier mes informations');
  assert.equal(await aurore.page.locator('main').getByLabel(/^(Nom|Prénom)/).count(), 0, 'her name is a field');
  await aurore.fill('Téléphone', '06 98 00 00 77');
  await aurore.see('mes-informations-modifier');
  await aurore.press('Enregistrer');
  await aurore.reads('Vos informations sont à jour.');
  await aurore.reads('06 98 00 00 77');
}

async function theTeamIsTold(owner, client) {
  await owner.open(`/e/${owner.scene.slug}/notifications`);
  await owner.reads(/Aurore Penhoat a modifié ses informations/);
  await owner.open(client);
  await owner.reads('06 98 00 00 77');
  await owner.open(`/e/${owner.scene.slug}/reglages/journal`); // CRM-051: audited
  await owner.reads(/a changé les informations/);
  await owner.reads(/06 98 00 00 77|0698000077|\+33698000077/);
}

async function anotherSheetDoesNotExist(aurore, owner) {
  const { slug } = aurore.scene;
  await owner.open(`/e/${slug}/clients`);
  await owner.follow('Nouveau client');
  await owner.tick('Particulier');
  await owner.fill('Prénom', 'Bertrand');
  await owner.fill('Nom', 'Salaün');
  await owner.fill('Téléphone', '06 98 00 00 32');
  await owner.press('Ajouter le client');
  await owner.reads('Client ajouté');
  await addSheet(owner, slug, ['CH-204', 'Garage'], 'Bertrand Salaün');
  for (const identifier of ['CH-204', 'CH-999']) {
    await aurore.open(`/p/${slug}/fiches/${identifier}`);
    await aurore.reads('Cette page n’existe pas');
    await aurore.readsNot('Garage');
  }
}

export default {
  title: 'the account of a builder’s client',
  variants: ['phone', 'PostgreSQL phone'],
  begins: 'yard morning',
  async run(scene) {
    const [owner, aurore] = await Promise.all([builderEnters, auroreEnters].map((enter) => enter(scene)));
    await sharesTheContract(owner, scene.client);
    await readsHerContract(aurore);
    await changesHerTelephone(aurore);
    await theTeamIsTold(owner, scene.client);
    await anotherSheetDoesNotExist(aurore, owner);
  },
};
