// A builder connects Pennylane: a token that is refused says so and starts nothing, the right one does after a trial. An
// invoice leaves; what has no account there is said beside it, and leaves once it has one, each once.
// ACC-006 API-016
import assert from 'node:assert/strict';
import { addWorkshop, completesProfile, drafts } from './lib/invoice.mjs';
import { simulatedPennylane } from './lib/pennylane.mjs';
import { builderEnters } from './lib/yard.mjs';

const service = await simulatedPennylane();

async function issues(owner, slug) {
  const invoice = await drafts(owner, slug, { title: 'Charpente du hangar', lines: [['Pose de la charpente', '500']] });
  await owner.open(`/e/${slug}/reglages/entreprise`);
  await completesProfile(owner);
  await owner.open(`${invoice}/emission`);
  await owner.fill('SIREN du client', '404 833 048');
  await owner.press('Enregistrer ces numéros');
  await owner.reads('Numéros enregistrés');
  await owner.open(`${invoice}/emission`);
  await owner.press('Émettre la facture');
  await owner.reads('Facture émise');
}

async function connects(owner, page, token) {
  await owner.open(page);
  await owner.reads('Rien n’est envoyé : collez un jeton de Pennylane.');
  await owner.see('pennylane-vide');
  await owner.fill('Jeton d’API de l’entreprise', 'un-autre-jeton');
  await owner.press('Enregistrer');
  await owner.press('Essayer et mettre en route');
  await owner.reads('Pennylane refuse ce jeton');
  await owner.see('pennylane-refuse');
  await owner.fill('Jeton d’API de l’entreprise', token);
  await owner.press('Enregistrer');
  await owner.reads('Un essai réussi met les envois en route');
  await owner.see('pennylane-essai');
  await owner.press('Essayer et mettre en route');
  await owner.reads('Pennylane a répondu');
  await owner.readsNot(token);
}

/// What a job does, a page without scripts shows when it is opened again.
async function showsSoon(owner, page, words) {
  const shown = owner.page.getByText(words).filter({ visible: true });
  for (let tries = 0; tries < 40 && !(await shown.count()); tries += 1) {
    await owner.page.waitForTimeout(500);
    await owner.open(page);
  }
  await owner.reads(words);
}

export default {
  title: 'sales leave for the accounting program outside',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  begins: 'yard morning',
  environment: { ETABLI_PENNYLANE_URL: service.address },
  async run(scene) {
    const owner = await builderEnters(scene);
    const page = `/e/${scene.slug}/reglages/pennylane`;
    const own = await service.begins(scene.variant.name);
    await addWorkshop(owner, scene.slug);
    await issues(owner, scene.slug);
    await connects(owner, page, own.token);

    await showsSoon(owner, page, '1 écriture est refusée');
    await owner.reads('Pennylane n’a pas de journal « VE »');
    await owner.see('pennylane-refus');
    await owner.page.getByLabel(/^Journal ou compte d’ici/).selectOption({ value: 'VE' });
    await owner.fill('Code ou numéro dans Pennylane', 'VT');
    await owner.press('Enregistrer la correspondance');
    await owner.reads('Correspondance enregistrée');
    await showsSoon(owner, page, /Pennylane n’a pas de compte 70\d+/);
    assert.equal(own.entries.length, 0);

    const words = await owner.page.locator('main').innerText();
    own.opensAccount(/n’a pas de compte (70\d+)/.exec(words)[1]);
    await owner.press('Envoyer maintenant, refus compris');
    await showsSoon(owner, page, /Tout y est/);
    await owner.reads('Envoyée');
    await owner.press('Envoyer maintenant, refus compris');
    await showsSoon(owner, page, /Tout y est/);
    assert.equal(own.entries.length, 1);
    await owner.see('pennylane-etat');

    await owner.press('Déconnecter');
    await owner.reads('Pennylane est déconnecté');
    await owner.reads('Envoyée');
  },
};
