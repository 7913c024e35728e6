// The books keep themselves: an invoice is issued and paid, part of it credited, an expense noted; the accountant reads the
// balance, the month before is closed, and the file of the tax office leaves.
// JRN-16 ACC-001 ACC-002 ACC-003 ACC-004 ACC-006 ACC-007 ACC-008
import assert from 'node:assert/strict';
import { addWorkshop, completesProfile, drafts } from './lib/invoice.mjs';
import { inviteMember } from './lib/business.mjs';
import { builderEnters } from './lib/yard.mjs';

const soazig = { who: 'accountant', name: 'Soazig Le Dû', address: 'soazig@cabinet-ledu.example', role: 'Comptable' };
const today = new Date().toISOString().slice(0, 10);
const year = today.slice(0, 4);
const lastMonth = new Date(Date.UTC(Number(year), Number(today.slice(5, 7)) - 1, 0)).toISOString().slice(0, 10);

async function sells(owner, slug) {
  await addWorkshop(owner, slug);
  await owner.open(`/e/${slug}/reglages/entreprise`);
  await completesProfile(owner);
  await owner.open(`/e/${slug}/reglages/factures`);
  await owner.fill('IBAN', 'FR76 3000 6000 0112 3456 7890 189');
  await owner.fill('Titulaire du compte', 'Charpentes du Trégor SARL');
  await owner.press('Enregistrer');
  await owner.reads('Conditions enregistrées');
  const invoice = await drafts(owner, slug, { title: 'Charpente du hangar', lines: [['Pose de la charpente', '131,40']] });
  await owner.open(`${invoice}/emission`);
  await owner.fill('SIREN du client', '404 833 048');
  await owner.press('Enregistrer ces numéros');
  await owner.reads('Numéros enregistrés');
  await owner.tick(/^Remise en main propre/);
  await owner.press('Émettre la facture');
  await owner.reads('Facture émise');
  await owner.fill('Montant', '157,68');
  await owner.choose('Moyen', 'Chèque');
  await owner.press('Enregistrer');
  await owner.reads('Payée');
  await owner.fill(/^Montant, taxes/, '24');
  await owner.fill('Motif', 'Une planche reprise');
  await owner.press('Préparer l’avoir');
  await owner.press('Émettre l’avoir');
  await owner.reads('Avoir émis');
  await owner.open(invoice);
  assert.equal(await owner.page.getByRole('button', { name: /Supprimer/ }).count(), 0);
}

const cents = (words) => Math.round(Number(words.replace(',', '.')) * 100);

/// JRN-16: 18 columns, as much on one side as on the other, and what was sold, paid and credited.
async function readsTheYear(accountant, slug) {
  const file = await accountant.page.request.get(`/e/${slug}/comptabilite/fec.txt?periode=${year}`);
  const [head, ...rows] = (await file.text()).split(/\r?\n/).filter(Boolean).map((row) => row.split('\t'));
  const of = (row, name) => row[head.indexOf(name)];
  assert.equal(head.length, 18);
  for (const row of rows) assert.equal(row.length, 18);
  const sum = (name) => rows.reduce((total, row) => total + cents(of(row, name)), 0);
  assert.equal(sum('Debit'), sum('Credit'));
  const clients = rows.filter((row) => of(row, 'CompteNum').startsWith('411'));
  const amounts = clients.map((row) => cents(of(row, 'Debit')) - cents(of(row, 'Credit'))).sort((a, b) => a - b);
  assert.deepEqual(amounts, [-15768, -2400, 15768]);
  const twin = await accountant.page.request.get(`/e/${slug}/comptabilite/fec.xml?periode=${year}`);
  assert.equal((await twin.text()).match(/<ligne>/g).length, rows.length);
}

async function buys(owner, slug) {
  await owner.open(`/e/${slug}/depenses/nouvelle`);
  await owner.fill('Date', lastMonth);
  await owner.fill(/^Montant/, '48,60');
  await owner.choose('Type', 'Matériaux et fournitures');
  await owner.fill('Description', 'Vis et équerres');
  await owner.press('Enregistrer');
  await owner.reads('Dépense enregistrée');
}

/// He reads everything, hands out the file, and changes nothing.
async function reads(accountant, slug) {
  await accountant.open(`/e/${slug}/comptabilite?periode=${year}`);
  await accountant.reads('VE000001');
  await accountant.follow('Balance');
  await accountant.reads('Clients');
  await accountant.reads(/TVA collectée/);
  await accountant.follow('Ventes');
  await accountant.reads('Menuiserie Kerbrat');
  await accountant.see('comptabilite-ventes');
  const csv = await accountant.page.request.get(`/e/${slug}/comptabilite/ventes.csv?periode=${year}`);
  assert.match(await csv.text(), /131,40;26,28;157,68/);
  await accountant.follow('Trésorerie');
  await accountant.reads(/Encaissé/);
  await accountant.see('comptabilite-tresorerie');
  await accountant.follow('Plan comptable');
  await accountant.reads('Prestations de services');
  await accountant.see('comptabilite-plan');
}

async function closes(owner, slug) {
  await owner.open(`/e/${slug}/comptabilite/fec?periode=${lastMonth.slice(0, 4)}`);
  await owner.fill('Dernier jour à clôturer', lastMonth);
  await owner.press('Clôturer');
  await owner.page.locator('dialog#confirm button[value=yes]').click();
  await owner.reads('Période clôturée');
  await owner.reads(`732829320FEC${lastMonth.replaceAll('-', '')}.txt`);
  await owner.see('comptabilite-archives');
}

async function takesTheFile(accountant, slug) {
  await accountant.open(`/e/${slug}/comptabilite/fec?periode=${lastMonth.slice(0, 4)}`);
  await accountant.reads('Clôturé jusqu’au');
  assert.equal(await accountant.page.getByRole('button', { name: 'Clôturer' }).count(), 0);
  const fec = await accountant.page.request.get(`/e/${slug}/comptabilite/fec.txt?periode=${lastMonth.slice(0, 4)}`);
  assert.match(await fec.text(), /^JournalCode\tJournalLib\tEcritureNum/);
}

export default {
  title: 'the books keep themselves',
  variants: ['desktop', 'phone', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    await sells(owner, scene.slug);
    await buys(owner, scene.slug);
    const accountant = await inviteMember(owner, scene, scene.slug, soazig);
    await reads(accountant, scene.slug);
    await closes(owner, scene.slug);
    await takesTheFile(accountant, scene.slug);
    await readsTheYear(accountant, scene.slug);
  },
};
