// A builder connects his account; a client opens her invoice from the mail, pays it on the page of the provider and comes
// back: first she is told that it is being confirmed, then that it was received. The builder sees it paid and gives a part back.
// JRN-01 JRN-44 INV-040 INV-042 INV-043 INV-048 INV-049 INV-050
import assert from 'node:assert/strict';
import { newPerson } from './lib/browser.mjs';
import { addWorkshop, completesProfile, drafts, workshop } from './lib/invoice.mjs';
import { linkFrom } from './lib/mailbox.mjs';
import { key, secret, simulatedStripe } from './lib/stripe.mjs';
import { builderEnters } from './lib/yard.mjs';

const stripe = await simulatedStripe();

async function connects(owner, slug) {
  await owner.open(`/e/${slug}/reglages/paiements/stripe`);
  await owner.reads('Le paiement en ligne est éteint');
  await owner.see('paiement-en-ligne');
  await owner.fill(/^Clé secrète/, 'pk_test_publique');
  await owner.fill(/^Secret de signature/, secret);
  await owner.press('Enregistrer');
  await owner.reads('C’est la clé publique');
  await owner.see('paiement-en-ligne-refuse');
  await owner.fill(/^Clé secrète/, key);
  await owner.fill(/^Secret de signature/, secret);
  await owner.press('Enregistrer');
  await owner.reads('Réglages enregistrés');
  await owner.press('Essayer et activer');
  await owner.reads('Stripe a répondu');
  await owner.readsNot(key);
  await owner.see('paiement-en-ligne-actif');
}

async function issues(owner, slug) {
  const invoice = await drafts(owner, slug, { title: 'Charpente du hangar', lines: [['Pose de la charpente', '500']] });
  await owner.open(`/e/${slug}/reglages/entreprise`);
  await completesProfile(owner);
  await owner.open(`${invoice}/emission`);
  await owner.fill('SIREN du client', '404 833 048');
  await owner.press('Enregistrer ces numéros');
  await owner.reads('Numéros enregistrés');
  await owner.open(`/e/${slug}/reglages/factures`);
  await owner.fill('IBAN', 'FR76 3000 6000 0112 3456 7890 189');
  await owner.fill('Titulaire du compte', 'Charpentes du Trégor SARL');
  await owner.press('Enregistrer');
  await owner.open(`${invoice}/emission`);
  await owner.press('Émettre la facture');
  await owner.reads('Facture émise');
  return invoice;
}

async function pays(scene, client) {
  await client.reads(/Payer en ligne/);
  await client.reads(/Aucune donnée bancaire n’est stockée/);
  await client.see('facture-a-payer');
  stripe.fallsSilent(scene.server.base);
  await client.press(/^Payer/);
  await client.page.getByRole('button', { name: 'Payer par carte' }).waitFor();
  assert.match(await client.page.locator('main').innerText(), /600\.00 EUR/);
  await client.page.getByRole('button', { name: 'Payer par carte' }).click();
  await client.reads('Paiement en cours de confirmation');
  await client.readsNot('Paiement reçu');
  await client.see('paiement-en-cours');
  await stripe.speaks(scene.server.base);
  await client.reads('Paiement reçu');
  await client.see('paiement-recu');
  await client.follow('Revenir à la facture');
  await client.reads('Payée');
  await client.readsNot('Payer en ligne');
  await client.see('facture-payee-en-ligne');
}

async function givesBack(owner, invoice) {
  await owner.open(invoice);
  await owner.reads(/Reçu par Stripe/);
  await owner.see('facture-payee-par-stripe');
  await owner.follow('Rembourser…');
  await owner.fill('Montant à rembourser', '700');
  await owner.fill('Motif', 'Une planche reprise');
  await owner.press('Rembourser');
  await owner.reads(/Il ne reste que 600,00/);
  await owner.see('remboursement-refuse');
  await owner.fill('Montant à rembourser', '100');
  await owner.press('Rembourser');
  await owner.reads('Remboursement effectué');
  await owner.reads(/remboursé.*100,00/);
  await owner.see('facture-remboursee-en-partie');
}

export default {
  title: 'an invoice is paid online',
  variants: ['phone', 'desktop', 'PostgreSQL'],
  begins: 'yard morning',
  environment: { ETABLI_STRIPE_URL: stripe.address },
  async run(scene) {
    const owner = await builderEnters(scene);
    await addWorkshop(owner, scene.slug);
    await connects(owner, scene.slug);
    const invoice = await issues(owner, scene.slug);
    const link = await linkFrom(owner, { box: `/e/${scene.slug}/reglages/boite-d-envoi`, address: workshop.address, subject: 'FACT-' });
    const client = await newPerson(scene, 'client with a link');
    await client.open(link);
    await pays(scene, client);
    await givesBack(owner, invoice);
  },
};
