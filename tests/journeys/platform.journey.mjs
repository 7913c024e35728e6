// A builder connects the platform he chose, a trial account first; an invoice to a workshop leaves by itself, is turned
// away, leaves again by a button, and its life comes back: taken in charge, then refused with the reason.
// INV-056 INV-007
import assert from 'node:assert/strict';
import { addWorkshop, completesProfile, drafts } from './lib/invoice.mjs';
import { simulatedPlatform, token } from './lib/platform.mjs';
import { builderEnters } from './lib/yard.mjs';

async function until(owner, address, words) {
  for (let tries = 0; tries < 60; tries += 1) {
    await owner.open(address);
    if (await owner.page.getByText(words).count()) return;
    await owner.page.waitForTimeout(500);
  }
  await owner.reads(words);
}

async function connects(owner, page, platform) {
  await owner.open(page);
  await owner.fill('Adresse du service de flux', platform.address);
  await owner.fill('Jeton, ou secret du client OAuth 2.0', token);
  await owner.choose('Compte', 'D’essai (bac à sable)');
  await owner.press('Enregistrer');
  await owner.reads('Compte d’essai');
  await owner.press('Essayer');
  await until(owner, page, 'La plateforme a répondu');
  await owner.press('Activer');
  await owner.reads(/La plateforme est active/);
  await owner.readsNot(token);
  await owner.see('plateforme-active');
}

/// Sales to people are told by periods, once the regime of VAT is chosen.
async function reports(owner, slug) {
  await owner.open(`/e/${slug}/reglages/e-reporting`);
  await owner.reads(/Rien ne part avant/);
  await owner.page.getByLabel('Réel simplifié').check();
  await owner.fill('À partir du', '2026-01-01');
  await owner.press('Enregistrer');
  await owner.reads('E-reporting réglé');
  await owner.reads(/Chaque période part d’elle-même/);
  await owner.see('e-reporting');
}

async function issues(owner, slug) {
  const invoice = await drafts(owner, slug, { title: 'Charpente du hangar', lines: [['Pose de la charpente', '500']] });
  await owner.open(`/e/${slug}/reglages/entreprise`);
  await completesProfile(owner);
  await owner.open(`/e/${slug}/reglages/factures`);
  await owner.fill('IBAN', 'FR76 3000 6000 0112 3456 7890 189');
  await owner.fill('Titulaire du compte', 'Charpentes du Trégor SARL');
  await owner.press('Enregistrer');
  await owner.open(`${invoice}/emission`);
  await owner.fill('SIREN du client', '404 833 048');
  await owner.press('Enregistrer ces numéros');
  await owner.reads('Numéros enregistrés');
  await owner.press('Émettre la facture');
  await owner.reads('Facture émise');
  return invoice;
}

export default {
  title: 'an invoice goes through the platform',
  variants: ['desktop', 'phone', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const platform = await simulatedPlatform();
    const owner = await builderEnters(scene);
    const page = `/e/${scene.slug}/reglages/plateforme`;
    await connects(owner, page, platform);
    await reports(owner, scene.slug);
    await addWorkshop(owner, scene.slug);
    platform.refuses('Factur-X illisible');
    const invoice = await issues(owner, scene.slug);
    await until(owner, invoice, /Factur-X illisible/);
    await owner.see('facture-envoi-refuse');
    platform.refuses('');
    await owner.press('Renvoyer');
    await until(owner, invoice, 'Transmise à la plateforme');
    assert.equal(platform.sent().length, 1);
    const number = platform.sent()[0].tracking.replace(/\.\d+$/, '');
    platform.tells({ number, code: '204', at: '20261120101500' });
    platform.tells({ number, code: '210', at: '20261120111500', reason: 'TX_TVA_ERR', words: 'Nous attendions 10 %' });
    await owner.open(page);
    await owner.press('Relever maintenant');
    await until(owner, invoice, /Nous attendions 10/);
    await owner.reads('204 · Prise en charge');
    await owner.see('facture-refusee-par-le-client');
    await owner.open(`/e/${scene.slug}/factures`);
    await owner.reads('Refusée');
    await owner.see('factures-transmises');
  },
};
