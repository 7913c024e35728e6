// A builder writes down what he sells, puts it in force, and a quote takes its lines from there.
// PRB-001 PRB-002 QUO-002
import assert from 'node:assert/strict';
import { Authenticator } from './lib/authenticator.mjs';
import { builderEnters } from './lib/yard.mjs';

// The prices are for confirmed accounts: who has no second factor is led to it, and comes back.
async function enrols(owner) {
  await owner.reads('Photographiez ce code');
  const device = new Authenticator(await owner.page.locator('main code').innerText());
  await owner.enterCode(await device.code(), 'Activer');
  await owner.reads('Vos codes de secours');
  await owner.follow('Je les ai notés');
}

async function adds(owner, { code, name, kind, unit, price }) {
  await owner.follow('Ajouter un article');
  await owner.fill(/^Code/, code);
  await owner.fill(/^Catégorie/, 'Atelier');
  await owner.fill('Nom', name);
  await owner.choose('Type de prix', kind);
  if (unit) await owner.fill(/^Unité/, unit);
  await owner.fill(/^Prix unitaire HT/, price);
  await owner.press('Ajouter');
  await owner.reads('Article ajouté');
}

async function putsInForce(owner, slug) {
  await owner.open(`/e/${slug}/tarifs`);
  await enrols(owner);
  await owner.open(`/e/${slug}/tarifs`);
  await owner.press('Commencer les tarifs');
  await owner.reads('Brouillon prêt');
  await adds(owner, { code: 'heure-atelier', name: 'Heure d’atelier', kind: 'À l’heure', price: '58' });
  await adds(owner, { code: 'bardage', name: 'Pose de bardage douglas', kind: 'À l’unité', unit: 'm²', price: '42,50' });
  await owner.see('tarifs-brouillon');
  await owner.follow('Mettre en vigueur');
  await owner.see('tarifs-comparaison');
  await owner.press('Mettre en vigueur');
  await owner.reads('Nouveaux tarifs en vigueur');
  await owner.see('tarifs');
}

// PRB-004
async function favours(owner) {
  await owner.follow('Particuliers');
  await owner.see('tarifs-par-client-vide');
  await owner.follow('Ajouter');
  await owner.choose('Client', 'Aurore Penhoat');
  await owner.fill(/^Remise/, '10');
  await owner.fill('Raison', 'Deux chantiers cette année');
  await owner.see('tarif-pour-un-client');
  await owner.press('Ajouter ce tarif');
  await owner.reads('Tarif particulier ajouté');
  await owner.see('tarifs-par-client');
}

async function takes(owner, scene) {
  await owner.press('Depuis les tarifs');
  await owner.reads('Vos tarifs');
  if (scene.variant.javaScript) {
    await owner.fill('Chercher un article', 'bardage xyz');
    await owner.reads('Aucun article ne porte ces mots.');
    await owner.fill('Chercher un article', 'DOUGLAS');
    await owner.readsNot('58,00 € / h');
  }
  await owner.reads('Prix de ce client : Deux chantiers cette année');
  await owner.see('devis-tarifs');
  if (scene.variant.name === 'desktop') await owner.page.keyboard.press('Enter');
  else await owner.press(/Pose de bardage douglas/);
}

export default {
  title: 'prices become a quote',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    await putsInForce(owner, scene.slug);
    await favours(owner);
    await owner.open(`/e/${scene.slug}/devis/nouveau`);
    await owner.choose('Client', 'Aurore Penhoat');
    await owner.fill('Objet', 'Bardage');
    await owner.press('Commencer le devis');
    await takes(owner, scene);
    const quantity = owner.page.locator('[name$=".quantity"]').first();
    await quantity.fill('20');
    if (scene.variant.javaScript) {
      await owner.reads(/918,00/); // 20 × 42,50 less 10 %, and 20 % of it
      await owner.press('Fermer les tarifs');
      assert.ok(await owner.page.getByRole('button', { name: 'Depuis les tarifs' }).evaluate((opener) => opener === document.activeElement));
    }
    await owner.press('Enregistrer');
    await owner.reads(/918,00/);
    assert.equal(await owner.page.locator('[name$=".unit_price"]').first().inputValue(), '38,25');
    assert.equal(await owner.page.locator('[name$=".unit"]').first().inputValue(), 'm²');
  },
};
