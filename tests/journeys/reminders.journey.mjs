// A builder switches reminders on, reminds a workshop by hand, which reads its invoice from the mail, puts the invoice in
// dispute with a reason, and ends the dispute.
// INV-021
import { newPerson } from './lib/browser.mjs';
import { addWorkshop, completesProfile, drafts, workshop } from './lib/invoice.mjs';
import { linkFrom } from './lib/mailbox.mjs';
import { builderEnters } from './lib/yard.mjs';

async function switchesOn(owner, slug) {
  await owner.open(`/e/${slug}/reglages/relances`);
  await owner.see('relances-reglages');
  await owner.tick(/^Relancer automatiquement/);
  await owner.fill(/^Deuxième relance/, '1');
  await owner.press('Enregistrer');
  await owner.reads('Choisissez un jour plus tard que la relance précédente.');
  await owner.see('relances-reglages-refuses');
  await owner.fill(/^Deuxième relance/, '10');
  await owner.press('Enregistrer');
  await owner.reads('Relances enregistrées');
}

async function issues(owner, slug) {
  const invoice = await drafts(owner, slug, { title: 'Charpente du hangar', lines: [['Pose de la charpente', '500']] });
  await owner.open(`${invoice}/emission`);
  await owner.fill('SIREN du client', '404 833 048');
  await owner.press('Enregistrer ces numéros');
  await owner.follow('Compléter');
  await completesProfile(owner);
  await owner.open(`/e/${slug}/reglages/factures`);
  await owner.fill('IBAN', 'FR76 3000 6000 0112 3456 7890 189');
  await owner.fill('Titulaire du compte', 'Charpentes du Trégor SARL');
  await owner.press('Enregistrer');
  await owner.open(`${invoice}/emission`);
  await owner.press('Émettre la facture');
  await owner.reads('Facture émise');
  await linkFrom(owner, { box: `/e/${slug}/reglages/boite-d-envoi`, address: workshop.address, subject: 'Charpente du hangar' });
  await owner.open(invoice);
  await owner.reads(/Prochaine relance/);
  await owner.see('facture-a-relancer');
  return invoice;
}

async function reminds(scene, owner, invoice) {
  await owner.press('Relancer maintenant');
  await owner.reads('Relance envoyée');
  await owner.reads(/Relancée par/);
  await owner.see('facture-relancee');
  const link = await linkFrom(owner, { box: `/e/${scene.slug}/reglages/boite-d-envoi`, address: workshop.address, subject: 'à régler' });
  const client = await newPerson(scene, 'client with a link');
  await client.open(link);
  await client.reads(/À payer avant le/);
  await owner.open(invoice);
}

async function disputes(owner) {
  await owner.follow('Mettre en litige…');
  await owner.press('Mettre en litige');
  await owner.see('litige-refuse');
  await owner.fill('Motif', 'Il manque une solive');
  await owner.press('Mettre en litige');
  await owner.reads('Facture en litige');
  await owner.reads('Il manque une solive');
  await owner.see('facture-en-litige');
  await owner.press('Mettre fin au litige');
  await owner.reads('Litige terminé');
  await owner.readsNot('Il manque une solive');
}

export default {
  title: 'a client is reminded of an invoice',
  variants: ['desktop', 'phone', 'PostgreSQL', 'without JavaScript'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    await addWorkshop(owner, scene.slug);
    await switchesOn(owner, scene.slug);
    const invoice = await issues(owner, scene.slug);
    await reminds(scene, owner, invoice);
    await disputes(owner);
  },
};
