// A repairer goes back to the prices he had before: who pays them pays less from the next invoice on, who has his own price keeps
// it, what was issued stays, and what he leaves can be taken up again.
// JRN-04 PRB-002 PRB-003 PRB-004 PRB-010 PRB-011 AUD-001
import assert from 'node:assert/strict';
import { Authenticator } from './lib/authenticator.mjs';
import { newPerson } from './lib/browser.mjs';
import { openBusiness } from './lib/business.mjs';

const phare = { business: 'Phare Informatique', name: 'Maëlle Tremblay', address: 'maelle@phare-informatique.example', trade: 'Dépannage informatique' };
const alma = { first: 'Alma', last: 'Tessier' };
const benoit = { first: 'Benoît', last: 'Roy' };
const nameOf = ({ first, last }) => `${first} ${last}`;

async function addsClient(owner, slug, { first, last }) {
  await owner.open(`/e/${slug}/clients/nouveau`);
  await owner.tick('Particulier');
  await owner.fill('Prénom', first);
  await owner.fill('Nom', last);
  await owner.fill('E-mail', `${last.toLowerCase()}@clients.example`);
  await owner.fill('Code postal', 'J4H 1A1');
  await owner.press('Ajouter le client');
  await owner.reads('Client ajouté');
}

// The prices are for confirmed accounts.
async function enrols(owner, slug) {
  await owner.open(`/e/${slug}/tarifs`);
  await owner.reads('Photographiez ce code');
  const device = new Authenticator(await owner.page.locator('main code').innerText());
  await owner.enterCode(await device.code(), 'Activer');
  await owner.reads('Vos codes de secours');
  await owner.follow('Je les ai notés');
}

// PRB-004
async function favours(owner, slug, client) {
  await owner.open(`/e/${slug}/tarifs`);
  await owner.follow('Particuliers');
  await owner.follow('Ajouter');
  await owner.choose('Client', nameOf(client));
  await owner.choose('Article', 'Site web · Site d’une page');
  await owner.choose('Ce qu’il paie', 'Un prix fixe');
  await owner.fill(/^Prix HT/, '18');
  await owner.fill('Raison', 'Premier client');
  await owner.press('Ajouter ce tarif');
  await owner.reads('Tarif particulier ajouté');
}

/// The invoice of one month of the site, taken from the prices: its address.
async function invoices(owner, slug, client, price) {
  await owner.open(`/e/${slug}/factures/nouvelle`);
  await owner.choose('Client', nameOf(client));
  await owner.fill('Objet', 'Site, un mois');
  await owner.press('Commencer la facture');
  await owner.press('Depuis les tarifs');
  await owner.page.getByRole('button', { name: /Site d’une page/ }).first().click();
  assert.equal(await owner.page.locator('[name$=".unit_price"]').first().inputValue(), price);
  await owner.press('Enregistrer');
  await owner.reads('Facture enregistrée');
  return owner.path();
}

async function issues(owner, invoice) {
  await owner.open(`${invoice}/emission`);
  await owner.tick(/^Remise en main propre/);
  await owner.press('Émettre la facture');
  await owner.reads('Facture émise');
}

// PRB-002: the version that was left is archived; taken up again, it is a draft, and in force once somebody says so.
async function goesBackTo(owner, slug, version, shot) {
  await owner.open(`/e/${slug}/tarifs/versions`);
  await owner.follow(new RegExp(`^Version ${version}`));
  await owner.press('Reprendre dans un brouillon');
  await owner.reads('Version reprise dans un brouillon');
  await owner.follow('Mettre en vigueur');
  await owner.see(shot);
  await owner.press('Mettre en vigueur');
  await owner.reads('Nouveaux tarifs en vigueur');
}

export default {
  title: 'a repairer goes back to his former prices',
  variants: ['desktop', 'PostgreSQL'],
  async run(scene) {
    const owner = await newPerson(scene, 'owner');
    const slug = await openBusiness(owner, phare);
    await addsClient(owner, slug, alma);
    await addsClient(owner, slug, benoit);
    await enrols(owner, slug);
    await favours(owner, slug, benoit);
    const before = await invoices(owner, slug, alma, '25,00');
    await issues(owner, before);
    await invoices(owner, slug, benoit, '18,00');

    await goesBackTo(owner, slug, 1, 'tarifs-repris');
    await invoices(owner, slug, alma, '20,00');
    await invoices(owner, slug, benoit, '18,00');
    await owner.open(before);
    await owner.reads(/25,00/);
    await owner.open(`/e/${slug}/tarifs/versions`);
    await owner.reads('copie de la version 1');
    await owner.reads(/par Maëlle Tremblay/);
    await owner.see('tarifs-versions-reprises');

    await goesBackTo(owner, slug, 2, 'tarifs-repris-encore');
    await invoices(owner, slug, alma, '25,00');
  },
};
