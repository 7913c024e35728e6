// Statements of a bank come in: a transfer that names its invoice is confirmed, another is shared between two, one is set
// aside, a match is taken back. The same file again adds nothing; a table that names its columns otherwise is asked once.
// INV-047
import { addWorkshop, completesProfile, drafts } from './lib/invoice.mjs';
import { builderEnters } from './lib/yard.mjs';

const now = new Date();
const year = now.toISOString().slice(0, 4);
const today = now.toISOString().slice(0, 10).split('-').reverse().join('/');

const table = [
  'Compte;FR7630006000011234567890189;;;',
  'Date opération;Date valeur;Libellé;Débit;Crédit',
  `${today};${today};VIR SEPA MENUISERIE KERBRAT FACT-${year}-0001;;600,00`,
  `${today};${today};VIREMENT RECU;;300,00`,
  `${today};${today};VIR DE MOI VERS CE COMPTE EPARGNE MENSUELLE;;1 250,00`,
  `${today};${today};PRLV EDF;-84,10;`,
  '',
].join('\r\n');

const odd = `Quand;Quoi;Combien\n${today};VIR BERTILLE LE GOFF;45,50\n`;

async function issues(owner, slug, title, price) {
  await drafts(owner, slug, { title, lines: [[title, price]] });
  await owner.follow('Émettre…');
  await owner.tick(/^Remise en main propre/);
  await owner.press('Émettre la facture');
  await owner.reads('Facture émise');
}

async function setsUp(owner, slug) {
  await addWorkshop(owner, slug);
  await owner.open(`/e/${slug}/reglages/entreprise`);
  await completesProfile(owner);
  await owner.open(`/e/${slug}/reglages/factures`);
  await owner.fill('IBAN', 'FR76 3000 6000 0112 3456 7890 189');
  await owner.fill('Titulaire du compte', 'Charpentes du Trégor SARL');
  await owner.press('Enregistrer');
  await owner.reads('Conditions enregistrées');
  await drafts(owner, slug, { title: 'Charpente du hangar', lines: [['Pose de la charpente', '500']] });
  await owner.follow('Émettre…');
  await owner.fill('SIREN du client', '404 833 048');
  await owner.press('Enregistrer ces numéros');
  await owner.reads('Numéros enregistrés');
  await owner.tick(/^Remise en main propre/);
  await owner.press('Émettre la facture');
  await owner.reads('Facture émise');
  await issues(owner, slug, 'Bardage du pignon', '200');
  await issues(owner, slug, 'Lucarne du comble', '100');
}

async function brings(owner, name, bytes) {
  const field = await owner.find(owner.page.getByLabel(/^Fichier du relevé/));
  await field.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes, 'latin1') });
  await owner.press('Importer');
}

async function imports(owner, slug) {
  await owner.open(`/e/${slug}/banque`);
  await owner.reads('Aucun virement à rapprocher');
  await owner.see('banque-vide');
  await brings(owner, 'photo.csv', 'ceci n’est pas un relevé');
  await owner.reads(/pas un relevé que nous comprenons/);
  await owner.see('banque-refuse');
  await brings(owner, 'janvier.csv', table);
  await owner.reads('Numéro de facture et montant exact');
  await owner.reads('Aucune facture reconnue');
  await owner.see('banque');
}

/// 300 pays the 240 and a part of the 120; the first is confirmed with its box ticked.
async function matches(owner, slug) {
  await owner.press('Confirmer les lignes cochées');
  await owner.reads(/Paiement enregistré/);
  await owner.open(`/e/${slug}/banque`);
  await owner.follow('Choisir la facture');
  await owner.reads('Quelles factures paie ce virement ?');
  await owner.tick(/FACT-\d+-0002/);
  await owner.press('Enregistrer le paiement');
  await owner.reads(/^Il reste 60,00/);
  await owner.see('banque-virement-refuse');
  await owner.tick(/FACT-\d+-0003/);
  await owner.see('banque-virement');
  await owner.press('Enregistrer le paiement');
  await owner.reads(/Paiement enregistré/);
}

async function takesBack(owner, slug) {
  await owner.press('Laisser sans suite');
  await owner.reads('Virement laissé sans suite');
  await owner.follow('Virements traités');
  await owner.see('banque-traites');
  await owner.follow(/VIREMENT RECU/);
  await owner.reads('Rapproché');
  await owner.see('banque-virement-traite');
  await owner.press('Annuler le rapprochement');
  if (owner.variant.javaScript) await owner.page.locator('dialog#confirm button[value=yes]').click();
  await owner.reads('Virement à rapprocher.');
  await owner.reads(/VIREMENT RECU/);
  await owner.open(`/e/${slug}/factures`);
  await owner.reads('Payée');
}

export default {
  title: 'transfers of a bank statement find their invoices',
  variants: ['desktop', 'phone', 'tablet', 'phone without JavaScript', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    await setsUp(owner, scene.slug);
    await imports(owner, scene.slug);
    await matches(owner, scene.slug);
    await takesBack(owner, scene.slug);
    await owner.open(`/e/${scene.slug}/banque`);
    await brings(owner, 'janvier-encore.csv', table);
    await owner.reads(/déjà connus\s: 3/);
    await brings(owner, 'autre-banque.csv', odd);
    await owner.reads('Colonnes du relevé');
    await owner.choose('Quand', 'Date');
    await owner.press('Importer le relevé');
    await owner.reads(/^Choisissez une date/);
    await owner.see('banque-colonnes');
    await owner.choose('Quand', 'Date');
    await owner.choose('Quoi', 'Libellé');
    await owner.choose('Combien', 'Montant, signé');
    await owner.press('Importer le relevé');
    await owner.reads(/BERTILLE LE GOFF/);
  },
};
