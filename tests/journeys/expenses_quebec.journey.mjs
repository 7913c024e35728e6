// What a repair shop of Québec spends in a month, as its accountant writes it: fuel, a router bought for a client, a telephone
// bill without its receipt. The router goes onto the client's invoice once; the year's summary says who bore what.
// JRN-09 ACC-001 ACC-002 ACC-009 ACC-020 ACC-021 ACC-022 ACC-023 ACC-024 IDN-040
import assert from 'node:assert/strict';
import { newPerson } from './lib/browser.mjs';
import { inviteMember, openBusiness, report } from './lib/business.mjs';

const phare = { business: 'Phare Informatique', name: 'Maëlle Tremblay', address: 'maelle@phare-informatique.example', trade: 'Dépannage informatique' };
const fabien = { who: 'accountant', name: 'Fabien Nadeau', address: 'fabien@phare-informatique.example', role: 'Comptable' };
const joel = { who: 'technician', name: 'Joël Pelletier', address: 'joel@phare-informatique.example', role: 'Technicien' };
const odile = 'Odile Gagné';
const month = new Date().toISOString().slice(0, 7);

async function addsOdile(owner, slug) {
  await owner.open(`/e/${slug}/clients/nouveau`);
  await owner.tick('Particulier');
  await owner.fill('Prénom', 'Odile');
  await owner.fill('Nom', 'Gagné');
  await owner.fill('E-mail', 'odile@gagne.example');
  await owner.fill('Adresse', '118 rue des Érables');
  await owner.fill('Code postal', 'J4H 1A1');
  await owner.fill('Ville', 'Longueuil');
  await owner.press('Ajouter le client');
  await owner.reads('Client ajouté');
}

async function notes(accountant, slug, { amount, type, words, receipt, client }) {
  await accountant.open(`/e/${slug}/depenses/nouvelle`);
  if (receipt) await (await accountant.find(accountant.page.getByLabel(/^Justificatif/))).setInputFiles(receipt);
  await accountant.fill(/^Montant/, amount);
  await accountant.choose('Type', type);
  await accountant.choose('Taxe', 'Sans taxe à récupérer');
  await accountant.fill('Description', words);
  if (client) {
    await accountant.tick(/^Frais client/);
    await accountant.choose(/^Client/, client);
  }
  await accountant.press('Enregistrer');
}

async function notesTheMonth(accountant, slug) {
  await notes(accountant, slug, { amount: '-10', type: 'Carburant', words: 'Erreur de frappe' });
  await accountant.reads('champ');
  await accountant.see('quebec-depense-refusee');
  await notes(accountant, slug, { amount: '62,40', type: 'Carburant', words: 'Essence de la tournée', receipt: report });
  await accountant.reads('Dépense enregistrée');
  await notes(accountant, slug, { amount: '149', type: 'Équipement', words: 'Routeur', receipt: report, client: odile });
  await accountant.reads('Dépense enregistrée');
  await accountant.reads('À refacturer');
  await notes(accountant, slug, { amount: '55', type: 'Téléphonie et internet', words: 'Forfait du mois' });
  await accountant.reads('Justificatif manquant');
}

/// What the law asks of an invoice of 100 $ and more.
async function completesProfile(owner, slug) {
  await owner.open(`/e/${slug}/reglages/entreprise`);
  await owner.fill('Raison sociale', 'Phare Informatique inc.');
  await owner.fill(/^Numéro de TPS/, '991002205RT0001');
  await owner.fill(/^Numéro de TVQ/, '1099100220TQ0001');
  await owner.page.locator('[name=address]').fill('40 rue Saint-Charles');
  await owner.fill('Code postal', 'J4H 1A2');
  await owner.fill('Ville', 'Longueuil');
  await owner.press('Enregistrer');
  await owner.reads('Profil enregistré');
}

async function billsTheRouter(owner, slug) {
  await owner.open(`/e/${slug}/depenses`);
  await owner.follow(/Routeur/);
  await owner.press('Mettre sur sa prochaine facture');
  await owner.reads('Frais ajoutés à la fin de ce brouillon');
  const invoice = owner.path();
  await owner.open(`${invoice}/emission`);
  await owner.reads('171,31 $'); // TPS 7.45, TVQ 14.86
  await owner.see('quebec-emission');
  await owner.tick(/^Remise en main propre/);
  await owner.press('Émettre la facture');
  await owner.reads('Facture émise');
  await owner.open(`/e/${slug}/depenses`);
  await owner.follow(/Routeur/);
  await owner.reads('Refacturé');
  assert.equal(await owner.page.getByRole('button', { name: 'Mettre sur sa prochaine facture' }).count(), 0);
  await owner.see('quebec-depense-refacturee');
}

/// What he hands over: the month, its file, the year.
async function sumsUp(accountant, slug) {
  await accountant.open(`/e/${slug}/depenses?periode=${month}`);
  await accountant.reads('266,40 $');
  await accountant.reads('117,40 $ à ma charge, 149,00 $ récupérés auprès des clients');
  await accountant.reads('Justificatif manquant');
  await accountant.see('quebec-depenses');
  const file = await accountant.page.request.get(`/e/${slug}/depenses/export.csv?periode=${month}`);
  const rows = (await file.text()).trim().split(/\r?\n/);
  assert.equal(rows.length, 4);
  for (const words of [/Essence.*62,40/, /Routeur.*149,00/, /Forfait.*55,00/]) assert.ok(rows.some((row) => words.test(row)), `${words}`);
  await accountant.open(`/e/${slug}/comptabilite/bilan?periode=${month.slice(0, 4)}`);
  for (const words of ['266,40 $', '117,40 $ à ma charge, 149,00 $ récupérés', /TPS collectée.*\s:\s7,45\s\$/, /TVQ collectée.*\s:\s14,86\s\$/]) await accountant.reads(words);
  await accountant.see('quebec-bilan');
}

async function isKeptOut(technician, slug) {
  for (const place of ['depenses', 'depenses/nouvelle', 'comptabilite']) {
    const answer = await technician.page.goto(`/e/${slug}/${place}`);
    assert.equal(answer.status(), 403);
  }
}

export default {
  title: 'expenses of a repair shop in Québec',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  async run(scene) {
    const owner = await newPerson(scene, 'owner');
    const slug = await openBusiness(owner, phare);
    const accountant = await inviteMember(owner, scene, slug, fabien);
    const technician = await inviteMember(owner, scene, slug, joel);
    await addsOdile(owner, slug);
    await completesProfile(owner, slug);
    await notesTheMonth(accountant, slug);
    await billsTheRouter(owner, slug);
    await sumsUp(accountant, slug);
    await isKeptOut(technician, slug);
  },
};
