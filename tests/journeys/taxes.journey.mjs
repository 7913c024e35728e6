// A builder below the threshold asks no TVA: he says so once, and his next invoice bears the mention instead of the tax.
// INV-005 PLT-040
import assert from 'node:assert/strict';
import { addWorkshop, completesProfile, drafts } from './lib/invoice.mjs';
import { builderEnters } from './lib/yard.mjs';

async function choosesFranchise(owner, slug) {
  await owner.open(`/e/${slug}/reglages`);
  await owner.follow(/^Taxes/);
  await owner.see('reglages-taxes');
  await owner.tick(/^Franchise en base de TVA/);
  await owner.press('Enregistrer');
  await owner.reads('Régime enregistré');
  assert.ok(await owner.page.getByLabel(/^Franchise en base de TVA/).isChecked());
}

async function issues(owner, slug) {
  const invoice = await drafts(owner, slug, { title: 'Charpente du hangar', lines: [['Pose de la charpente', '500']] });
  await owner.open(`${invoice}/emission`);
  await owner.fill('SIREN du client', '404 833 048');
  await owner.press('Enregistrer ces numéros');
  await owner.reads('Numéros enregistrés');
  await owner.reads('500,00 €');
  await owner.readsNot('600,00 €');
  await owner.see('facture-en-franchise');
  await owner.tick(/^Remise en main propre/);
  await owner.press('Émettre la facture');
  await owner.reads('Facture émise');
  await owner.reads(/art\. 293 B du CGI/);
}

export default {
  title: 'a business that asks no tax says so',
  variants: ['desktop', 'phone', 'PostgreSQL', 'without JavaScript'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    await addWorkshop(owner, scene.slug);
    await owner.open(`/e/${scene.slug}/reglages/entreprise`);
    await completesProfile(owner);
    await owner.open(`/e/${scene.slug}/reglages/factures`);
    await owner.fill('IBAN', 'FR76 3000 6000 0112 3456 7890 189');
    await owner.fill('Titulaire du compte', 'Charpentes du Trégor SARL');
    await owner.press('Enregistrer');
    await choosesFranchise(owner, scene.slug);
    await issues(owner, scene.slug);
  },
};
