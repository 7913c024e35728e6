// A builder receives what three suppliers sent: a Factur-X, a UBL and a file that nobody can read. Two become invoices to
// check, the third says why it did not; he accepts one and pays it, refuses the other, and saves an original. A credit note
// is deducted from what he spent, and a subcontractor's invoice without a tax says which one he declares.
// INV-056
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { builderEnters } from './lib/yard.mjs';

const samples = new URL('../contracts/einvoice/judges/samples/', import.meta.url);
const facturX = readFileSync(new URL('akretion/invoice_EN16931.pdf', samples));
const ubl = readFileSync(new URL('good-ubl.xml', samples));
const credit = readFileSync(new URL('good-cii-creditnote-381.xml', samples));

async function opens(owner, list, number) {
  await owner.open(list);
  await owner.page.getByRole('link', { name: new RegExp(number) }).first().click();
  await owner.reads(/^Ce que dit l/);
}

async function deductsCredit(owner, list) {
  await owner.open(list);
  await owner.page.locator('input[type=file]').setInputFiles([{ name: 'avoir.xml', mimeType: 'text/xml', buffer: credit }]);
  await owner.press('Recevoir');
  for (let tries = 0; tries < 60 && !(await owner.page.getByText('AV-2026-0001').count()); tries += 1) {
    await owner.page.waitForTimeout(500);
    await owner.open(list);
  }
  await opens(owner, list, 'AV-2026-0001');
  await owner.press('Accepter');
  await owner.reads('Un avoir se retranche de ce que vous devez à ce fournisseur');
  await owner.see('avoir-recu');
  await owner.follow(/DEP-.*230,90/);
  await owner.follow('Vérifier');
  await owner.reads('C’est un avoir');
  await owner.see('avoir-depense-verifier');
  await owner.press('Enregistrer');
  await owner.reads(/^[-−]1\s230,90/);
  await owner.see('avoir-depense');
  await opens(owner, list, 'AV-2026-0001');
  await owner.unfold('Refuser cet avoir');
  await owner.press('Noter le remboursement');
  await owner.reads('Remboursé');
  await owner.see('avoir-rembourse');
}

// ACC-020
async function declaresTax(owner, slug) {
  await owner.open(`/e/${slug}/depenses/nouvelle`);
  await owner.fill(/^Montant/, '1000');
  await owner.choose('Type', 'Sous-traitance');
  await owner.fill('Description', 'Levage de la charpente');
  await owner.choose(/^TVA à autoliquider/, 'Achat en France, 20 %');
  await owner.press('Enregistrer');
  await owner.reads(/ne porte pas de taxe/);
  await owner.see('depense-autoliquidation-refusee');
  await owner.choose('Taxe', 'Sans taxe à récupérer');
  await owner.press('Enregistrer');
  await owner.reads('TVA autoliquidée');
  await owner.reads(/^20\s%\s·\s200,00/);
  await owner.see('depense-autoliquidation');
}

// ACC-020: in franchise the same purchase is due, and nobody gives it back.
async function bearsTax(owner, slug) {
  await owner.open(`/e/${slug}/reglages/taxes`);
  await owner.tick(/^Franchise en base/);
  await owner.press('Enregistrer');
  await owner.open(`/e/${slug}/depenses/nouvelle`);
  await owner.fill(/^Montant/, '100');
  await owner.choose('Type', 'Téléphonie et internet');
  await owner.fill('Description', 'Hébergement en Irlande');
  await owner.choose(/^TVA à autoliquider/, 'Achat dans l’Union européenne, 20 %');
  await owner.see('depense-franchise-nouvelle');
  await owner.press('Enregistrer');
  await owner.reads(/Vous devez 20,00/);
  await owner.see('depense-franchise');
  await owner.open(`/e/${slug}/comptabilite/bilan`);
  await owner.reads(/vous font devoir 20,00/);
  await owner.see('comptabilite-bilan-franchise');
}

export default {
  title: 'supplier invoices are received, judged and paid',
  variants: ['desktop', 'tablet', 'phone', 'without JavaScript', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    const list = `/e/${scene.slug}/factures-recues`;
    await owner.open(list);
    await owner.reads('Aucune facture reçue');
    await owner.see('factures-recues-vide');
    await owner.page.locator('input[type=file]').setInputFiles([
      { name: 'factur-x.pdf', mimeType: 'application/pdf', buffer: facturX },
      { name: 'ubl.xml', mimeType: 'text/xml', buffer: ubl },
      { name: 'abîmé.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 et rien de plus') },
    ]);
    await owner.press('Recevoir');
    await owner.reads('3 fichiers reçus');
    for (let tries = 0; tries < 60 && !(await owner.page.getByText('1 fichier n’a pas été compris').count()); tries += 1) {
      await owner.page.waitForTimeout(500);
      await owner.open(list);
    }
    await owner.reads('1 fichier n’a pas été compris');
    await owner.reads('F20260023');
    await owner.reads('FA-2026-0001');
    await owner.see('factures-recues');

    await opens(owner, list, 'F20260023');
    await owner.see('facture-recue');
    const saved = await owner.context.request.get(await owner.page.getByRole('link', { name: 'Télécharger l’original' }).getAttribute('href'));
    assert.equal(createHash('sha256').update(await saved.body()).digest('hex'), createHash('sha256').update(facturX).digest('hex'));
    await owner.reads(createHash('sha256').update(facturX).digest('hex'));
    await owner.press('Accepter');
    await owner.reads('Acceptée');
    await owner.press('Noter le paiement');
    await owner.reads('Payée');

    await opens(owner, list, 'FA-2026-0001');
    await owner.unfold('Refuser cette facture');
    await owner.choose('Motif', 'TX_TVA_ERR · Taux de TVA erroné');
    await owner.fill('Précision', 'Nous attendions 10 %');
    await owner.see('facture-recue-refus');
    await owner.press('Refuser');
    await owner.reads('Nous attendions 10 %');

    await deductsCredit(owner, list);
    await declaresTax(owner, scene.slug);
    await bearsTax(owner, scene.slug);

    await owner.open(`${list}/a-trier`);
    await owner.reads('Ce PDF ne s’ouvre pas');
    await owner.see('factures-a-trier');

    await owner.open(`/e/${scene.slug}/reglages/plateforme`);
    await owner.reads('Aucune plateforme n’est active');
    await owner.fill('Adresse du service de flux', 'https://plateforme.example/flow-service');
    await owner.fill('Jeton, ou secret du client OAuth 2.0', 'jeton');
    await owner.press('Enregistrer');
    await owner.reads('Pas encore essayé');
    await owner.see('plateforme');
  },
};
