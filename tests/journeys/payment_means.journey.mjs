// A builder connects PayPal and GoCardless; a client pays an invoice with PayPal by the link that was sent to her, and has
// another one debited by the link that was copied: she signs, her bank confirms later. A wrong key is refused before.
// JRN-44 INV-041 INV-042 INV-045 INV-046 INV-050
import assert from 'node:assert/strict';
import { newPerson } from './lib/browser.mjs';
import { secret, simulatedGocardless, token } from './lib/gocardless.mjs';
import { addWorkshop, completesProfile, drafts, workshop } from './lib/invoice.mjs';
import { linkFrom } from './lib/mailbox.mjs';
import { clientId, key, simulatedPaypal, webhook } from './lib/paypal.mjs';
import { builderEnters } from './lib/yard.mjs';

const paypal = await simulatedPaypal();
const gocardless = await simulatedGocardless();

async function connectsPaypal(owner, slug) {
  await owner.open(`/e/${slug}/reglages/paiements/paypal`);
  await owner.reads('PayPal est éteint');
  await owner.fill('Client ID', clientId);
  await owner.fill('Secret', 'un-autre-secret');
  await owner.fill(/^Identifiant du webhook/, webhook);
  await owner.press('Enregistrer');
  await owner.press('Essayer et activer');
  await owner.reads(/PayPal refuse la clé/);
  await owner.see('paypal-refuse');
  await owner.fill('Client ID', clientId);
  await owner.fill('Secret', key);
  await owner.press('Enregistrer');
  await owner.press('Essayer et activer');
  await owner.reads('PayPal a répondu');
  await owner.readsNot(key);
}

async function connectsGocardless(owner, slug) {
  await owner.open(`/e/${slug}/reglages/paiements/gocardless`);
  await owner.fill(/^Jeton d’accès/, 'sandbox_faux');
  await owner.fill(/^Secret du webhook/, secret);
  await owner.press('Enregistrer');
  await owner.press('Essayer et activer');
  await owner.reads(/GoCardless refuse la clé/);
  await owner.fill(/^Jeton d’accès/, token);
  await owner.press('Enregistrer');
  await owner.press('Essayer et activer');
  await owner.reads('GoCardless a répondu');
  await owner.see('prelevement-actif');
}

async function prepares(owner, slug) {
  const first = await drafts(owner, slug, { title: 'Charpente du hangar', lines: [['Pose de la charpente', '500']] });
  const second = await drafts(owner, slug, { title: 'Bardage du hangar', lines: [['Pose du bardage', '250']] });
  await owner.open(`/e/${slug}/reglages/entreprise`);
  await completesProfile(owner);
  await owner.open(`${first}/emission`);
  await owner.fill('SIREN du client', '404 833 048');
  await owner.press('Enregistrer ces numéros');
  await owner.reads('Numéros enregistrés');
  await owner.open(`/e/${slug}/reglages/factures`);
  await owner.fill('IBAN', 'FR76 3000 6000 0112 3456 7890 189');
  await owner.fill('Titulaire du compte', 'Charpentes du Trégor SARL');
  await owner.press('Enregistrer');
  for (const invoice of [first, second]) {
    await owner.open(`${invoice}/emission`);
    await owner.press('Émettre la facture');
    await owner.reads('Facture émise');
  }
  return { first, second };
}

async function sendsLink(owner, slug, invoice) {
  await owner.open(invoice);
  await owner.reads('Copier le lien de paiement');
  await owner.see('lien-de-paiement');
  await owner.follow('Envoyer le lien…');
  await owner.see('lien-de-paiement-envoi');
  await owner.press('Envoyer le lien');
  await owner.reads('Lien de paiement envoyé');
  return linkFrom(owner, { box: `/e/${slug}/reglages/boite-d-envoi`, address: workshop.address, subject: 'à régler' });
}

async function copiesLink(owner, invoice) {
  await owner.open(invoice);
  await owner.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await owner.press('Copier le lien de paiement');
  await owner.reads('Lien copié');
  return new URL(await owner.page.evaluate(() => navigator.clipboard.readText())).pathname;
}

async function paysByPaypal(client, base) {
  await client.reads(/Payer en ligne/);
  await client.see('facture-moyens-de-paiement');
  await client.press(/avec PayPal$/);
  await client.page.getByRole('button', { name: 'Payer avec PayPal' }).waitFor();
  assert.match(await client.page.locator('main').innerText(), /600\.00 EUR/);
  await client.page.getByRole('button', { name: 'Payer avec PayPal' }).click();
  await client.reads('Paiement en cours de confirmation');
  await client.see('paypal-en-cours');
  await paypal.speaks(base);
  await client.reads('Paiement reçu');
  await client.see('paypal-recu');
  await client.follow('Revenir à la facture');
  await client.reads('Payée');
  await client.readsNot('Payer en ligne');
}

async function isDebited(client, base) {
  await client.press(/par prélèvement SEPA$/);
  await client.page.getByRole('button', { name: 'Signer le mandat' }).waitFor();
  await client.page.getByRole('button', { name: 'Signer le mandat' }).click();
  await client.reads('Paiement en cours de confirmation');
  await gocardless.tellsOfMandates(base);
  await client.reads(/Votre banque doit encore confirmer/);
  await client.readsNot('Paiement reçu');
  await client.see('prelevement-en-cours');
  await client.follow('Revenir à la facture');
  await client.reads(/Un paiement est en cours de confirmation/);
}

export default {
  title: 'invoices are paid by PayPal and by debit',
  variants: ['phone', 'desktop', 'PostgreSQL'],
  begins: 'yard morning',
  environment: { ETABLI_PAYPAL_URL: paypal.address, ETABLI_GOCARDLESS_URL: gocardless.address },
  async run(scene) {
    const owner = await builderEnters(scene);
    await addWorkshop(owner, scene.slug);
    await connectsPaypal(owner, scene.slug);
    await connectsGocardless(owner, scene.slug);
    const { first, second } = await prepares(owner, scene.slug);

    const client = await newPerson(scene, 'client with a link');
    await client.open(await sendsLink(owner, scene.slug, first));
    await paysByPaypal(client, scene.server.base);
    await owner.open(first);
    await owner.reads(/Reçu par PayPal/);
    await owner.readsNot('Copier le lien de paiement');

    await client.open(await copiesLink(owner, second));
    await isDebited(client, scene.server.base);
    await owner.open(second);
    await owner.reads(/En cours par GoCardless/);
    await owner.see('facture-en-prelevement');
    await gocardless.confirms(scene.server.base);
    await owner.reads(/Reçu par GoCardless/);
    await owner.see('facture-prelevee');
    await client.open(client.path());
    await client.reads('Payée');
  },
};
