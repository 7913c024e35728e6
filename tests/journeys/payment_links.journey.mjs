// A builder invoices the deposit and the balance of a signed quote: the link of the deposit is there at once, that of the
// balance once the deposit is paid; the client opens it without an account.
// JRN-44 INV-041
import { newPerson } from './lib/browser.mjs';
import { completesProfile } from './lib/invoice.mjs';
import { linkFrom } from './lib/mailbox.mjs';
import { accepts, address, sends, writes } from './lib/quote.mjs';
import { builderEnters } from './lib/yard.mjs';

async function invoices(owner, quote, share, amount) {
  await owner.open(quote);
  await owner.choose('Que facturer', share);
  if (amount) await owner.fill('Acompte, taxes comprises', amount);
  await owner.press('Préparer la facture');
  await owner.reads('Brouillon créé');
  await owner.page.locator('[name=way][value=mail]').check();
  await owner.fill('Adresse de courriel', address);
  await owner.press('Émettre la facture');
  await owner.reads('Facture émise');
  return owner.path();
}

export default {
  title: 'deposit and balance have a payment link each',
  variants: ['phone', 'desktop', 'without JavaScript', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    const box = `/e/${scene.slug}/reglages/boite-d-envoi`;
    await writes(owner, scene.slug);
    const quote = await sends(owner);
    const client = await newPerson(scene, 'client with a link');
    await client.open(await linkFrom(owner, { box, address, subject: 'Votre devis DEV' }));
    await accepts(client, owner, box);
    await owner.open(`/e/${scene.slug}/reglages/entreprise`);
    await completesProfile(owner);
    await owner.open(`/e/${scene.slug}/reglages/factures`);
    await owner.fill('IBAN', 'FR76 3000 6000 0112 3456 7890 189');
    await owner.fill('Titulaire du compte', 'Charpentes du Trégor SARL');
    await owner.press('Enregistrer');

    const deposit = await invoices(owner, quote, 'Un acompte', '200');
    const balance = await invoices(owner, quote, 'Le solde, après les acomptes');
    await owner.reads(/Le lien de paiement du solde apparaîtra une fois l’acompte/);
    await owner.readsNot('Copier le lien de paiement');
    await owner.open(quote);
    await owner.reads(/Le lien de paiement du solde apparaîtra une fois l’acompte/);
    await owner.see('devis-liens-de-paiement');

    await owner.open(deposit);
    await owner.press('Enregistrer');
    await owner.reads('Payée');
    await owner.readsNot('Copier le lien de paiement');
    await owner.open(balance);
    await owner.reads('Copier le lien de paiement');
    await owner.follow('Envoyer le lien…');
    await owner.fill('Adresse de courriel', address);
    await owner.press('Envoyer le lien');
    await owner.reads('Lien de paiement envoyé');
    await client.open(await linkFrom(owner, { box, address, subject: 'Votre solde à régler' }));
    await client.reads(/400,00/);
    await client.see('solde-par-son-lien');
  },
};
