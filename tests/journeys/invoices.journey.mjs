// A builder invoices a workshop: what is missing is told and mended, the invoice leaves by mail, the client reads it and
// keeps its PDF, a cheque is noted. Of another a part is taken back by a credit note.
// JRN-68 INV-001 INV-002 INV-003 INV-006 INV-010 INV-022 INV-047 INV-055
import assert from 'node:assert/strict';
import { newPerson } from './lib/browser.mjs';
import { addWorkshop, completesProfile, drafts, workshop } from './lib/invoice.mjs';
import { linkFrom } from './lib/mailbox.mjs';
import { builderEnters } from './lib/yard.mjs';

const dayFrom = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const year = dayFrom(0).slice(0, 4);

async function finds(owner, slug) {
  await owner.open(`/e/${slug}/factures`);
  await owner.reads('Aucune facture pour l’instant');
  await owner.see('factures-vide');
  await owner.follow('Nouvelle facture');
  await owner.press('Commencer la facture');
  await owner.see('facture-refusee');
}

async function settlesTerms(owner) {
  await owner.fill('IBAN', 'FR76 3000 6000 0112 3456 7890 188');
  await owner.press('Enregistrer');
  await owner.reads('Cet IBAN n’est pas juste.');
  await owner.see('factures-conditions-refusees');
  await owner.fill('IBAN', 'FR76 3000 6000 0112 3456 7890 189');
  await owner.fill('BIC', 'AGRIFRPP');
  await owner.fill('Titulaire du compte', 'Charpentes du Trégor SARL');
  await owner.press('Enregistrer');
  await owner.reads('Conditions enregistrées');
  await owner.see('factures-conditions');
}

/// What is in the way says where it is mended.
async function completes(owner, slug, invoice) {
  await owner.follow('Émettre…');
  await owner.reads('À compléter avant d’émettre');
  await owner.reads('Indiquez le SIREN du client');
  await owner.see('facture-a-completer');
  assert.equal(await owner.page.getByRole('button', { name: 'Émettre la facture' }).count(), 0);
  await owner.fill('SIREN du client', '404 833 049');
  await owner.press('Enregistrer ces numéros');
  await owner.reads('Ce SIREN n’est pas juste');
  await owner.fill('SIREN du client', '404 833 048');
  await owner.press('Enregistrer ces numéros');
  await owner.reads('Numéros enregistrés');
  await owner.follow('Compléter');
  await completesProfile(owner);
  await owner.open(`/e/${slug}/reglages/factures`);
  await settlesTerms(owner);
  await owner.open(`${invoice}/emission`);
  await owner.readsNot('À compléter avant d’émettre');
}

async function issues(owner) {
  await owner.press('Émettre la facture');
  await owner.reads('Facture émise');
}

async function opens(scene, owner) {
  const link = await linkFrom(owner, { box: `/e/${scene.slug}/reglages/boite-d-envoi`, address: workshop.address, subject: `FACT-${year}-0001` });
  const client = await newPerson(scene, 'client with a link');
  await client.open(link);
  await client.reads(/À payer avant le/);
  await client.reads('FR7630006000011234567890189');
  await client.see('facture-client');
  const paper = await client.context.request.get(`${client.path()}/pdf`);
  assert.equal(paper.headers()['content-type'], 'application/pdf');
  const again = await client.context.request.get(`${client.path()}/pdf`);
  assert.ok((await paper.body()).equals(await again.body()), 'the paper changes');
  return client;
}

async function isPaid(owner) {
  await owner.fill('Montant', '600');
  await owner.fill('Date', dayFrom(3));
  await owner.choose('Moyen', 'Chèque');
  await owner.fill(/^Référence/, 'Chèque 0042');
  await owner.press('Enregistrer');
  await owner.reads('Choisissez un jour passé, ou aujourd’hui.');
  await owner.see('facture-paiement-refuse');
  await owner.fill('Date', dayFrom(0));
  await owner.press('Enregistrer');
  await owner.reads('Chèque 0042');
  await owner.reads('Payée');
  await owner.see('facture-payee');
}

/// DSH-025
async function dayTellsMoney(owner, slug) {
  const here = owner.page.url();
  await owner.open(`/e/${slug}/journee`);
  await owner.reads('À encaisser');
  await owner.reads(/Encaissé en/);
  await owner.see('journee-argent');
  await owner.open(here);
}

/// INV-055: who pays is told that it came in.
async function isThanked(owner, scene) {
  const link = await linkFrom(owner, { box: `/e/${scene.slug}/reglages/boite-d-envoi`, address: workshop.address, subject: 'Paiement reçu' });
  assert.match(link, /\/facture\//);
}

/// INV-003: one that left is mended by a credit note of its own series.
async function takesBackAPart(owner, slug) {
  await drafts(owner, slug, { title: 'Reprise de bardage', lines: [['Reprise de bardage', '200']] });
  await owner.follow('Émettre…');
  await owner.tick(/^Remise en main propre/);
  await issues(owner);
  await owner.reads(`FACT-${year}-0002`);
  const invoice = owner.path();
  await owner.fill(/^Montant, taxes/, '24');
  await owner.fill('Motif', 'Une planche reprise');
  await owner.press('Préparer l’avoir');
  await owner.reads('Voici l’avoir');
  await owner.see('avoir-a-emettre');
  await owner.press('Émettre l’avoir');
  await owner.reads('Avoir émis');
  await owner.reads(`AV-${year}-0001`);
  await owner.see('avoir');
  await owner.open(invoice);
  await owner.reads(/216,00/);
  await owner.see('facture-avec-avoir');
}

/// INV-006: a copy says that it is one; the paper itself stays.
async function asksForACopy(owner, invoice) {
  const paper = await owner.context.request.get(`${invoice}/pdf`);
  const copy = await owner.context.request.get(`${invoice}/duplicata`);
  assert.match(copy.headers()['content-disposition'], /duplicata\.pdf/);
  assert.ok(!(await copy.body()).equals(await paper.body()), 'the copy is the paper');
}

/// INV-022: what is ticked is added up; the list leaves as a file.
async function addsUp(owner, scene) {
  await owner.open(`/e/${scene.slug}/factures`);
  await owner.reads(/Factures et avoirs émis, sans les brouillons\s: 3/);
  await owner.see('factures');
  const file = await owner.context.request.get(`/e/${scene.slug}/factures/export.csv`);
  assert.match(await file.text(), /Charpente du hangar;Menuiserie Kerbrat;Payée/);
  if (scene.variant.size === 'phone') return; // rows are cards there, without a box
  await owner.tick(/^Ajouter au total\s: FACT-\d{4}-0001/);
  if (!scene.variant.javaScript) await owner.press('Total de la sélection');
  await owner.reads(/Factures cochées\s: 1/);
  await owner.see('factures-cochees');
}

/// What the workshop was asked and paid, with its PDF, goes to it by mail.
async function sendsTheAccount(owner, scene, client) {
  await owner.open(client);
  await owner.follow('Relevé de compte');
  await owner.reads(/Paiement de la facture FACT-\d{4}-0001/);
  await owner.reads(/Avoir AV-\d{4}-0001/);
  await owner.see('releve-de-compte');
  const paper = await owner.context.request.get(await owner.page.getByRole('link', { name: 'Télécharger le PDF' }).getAttribute('href'));
  assert.equal(paper.headers()['content-type'], 'application/pdf');
  await owner.press('Envoyer au client');
  await owner.reads('Relevé envoyé');
  await owner.fill('Du', dayFrom(10));
  await owner.press('Afficher');
  await owner.reads('Choisissez un jour après le début de la période.');
  await owner.see('releve-de-compte-refuse');
}

export default {
  title: 'an invoice is issued, read and paid',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    await addWorkshop(owner, scene.slug);
    const workshopPage = owner.path();
    await finds(owner, scene.slug);
    const invoice = await drafts(owner, scene.slug, { title: 'Charpente du hangar', lines: [['Pose de la charpente', '500']] });
    await owner.reads(/600,00/);
  
    await owner.see('facture-brouillon');
    await completes(owner, scene.slug, invoice);
    await owner.see('facture-emission');
    await issues(owner);
    await owner.reads(`FACT-${year}-0001`);
    await owner.see('facture-emise');

    const client = await opens(scene, owner);
    await owner.open(invoice);
    await owner.reads('Le client a ouvert la facture');
    await isPaid(owner);
    await dayTellsMoney(owner, scene.slug);
    await isThanked(owner, scene);
    await client.page.reload();
    await client.reads('Payée');
    await client.see('facture-client-payee');
    await takesBackAPart(owner, scene.slug);
    await asksForACopy(owner, invoice);
    await addsUp(owner, scene);
    await sendsTheAccount(owner, scene, workshopPage);
  },
};
