// A builder asks his clients to sign their invoices; Aurore opens one from the mail, signs it with the code she receives, and
// has the signed paper; the builder reads that it is signed, and the invoice he issued is the same to the byte.
// QUO-045
import assert from 'node:assert/strict';
import { newPerson } from './lib/browser.mjs';
import { completesProfile, drafts } from './lib/invoice.mjs';
import { linkFrom } from './lib/mailbox.mjs';
import { address, codeFrom, draws } from './lib/quote.mjs';
import { builderEnters } from './lib/yard.mjs';

async function asks(owner, slug) {
  await owner.open(`/e/${slug}/reglages/entreprise`);
  await completesProfile(owner);
  await owner.open(`/e/${slug}/reglages/factures`);
  await owner.fill('IBAN', 'FR76 3000 6000 0112 3456 7890 189');
  await owner.fill('Titulaire du compte', 'Charpentes du Trégor SARL');
  await owner.press('Enregistrer');
  await owner.reads('Conditions enregistrées');
  await owner.page.locator('[name=wish][value=required]').check();
  await owner.page.locator('form[action$="/factures/signature"]').scrollIntoViewIfNeeded();
  await owner.see('factures-signature-reglage');
  await owner.page.locator('form[action$="/factures/signature"]').getByRole('button', { name: 'Enregistrer' }).click();
  await owner.reads('Signature des factures réglée');
  assert.ok(await owner.page.locator('[name=wish][value=required]').isChecked());
}

async function issues(owner, slug) {
  const invoice = await drafts(owner, slug, {
    client: 'Aurore Penhoat', title: 'Portail et clôture', lines: [['Pose du portail', '500']],
  });
  await owner.open(`${invoice}/emission`);
  await owner.page.locator('[name=way][value=mail]').check();
  await owner.fill('Adresse de courriel', address);
  await owner.press('Émettre la facture');
  await owner.reads('Facture émise');
  await owner.reads('Signature attendue');
  await owner.see('facture-signature-attendue');
  return invoice;
}

async function paperOf(person, path) {
  let answer = await person.context.request.get(path);
  for (let asked = 0; asked < 50 && answer.headers()['content-type'] !== 'application/pdf'; asked += 1) {
    await person.page.waitForTimeout(200); // its paper is made right after
    answer = await person.context.request.get(path);
  }
  return answer.body();
}

export default {
  title: 'an invoice is signed',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    const box = `/e/${scene.slug}/reglages/boite-d-envoi`;
    await asks(owner, scene.slug);
    const invoice = await issues(owner, scene.slug);
    const issued = await paperOf(owner, `${invoice}/pdf`);

    const client = await newPerson(scene, 'client with a link');
    await client.open(await linkFrom(owner, { box, address, subject: 'FACT-' }));
    await client.reads(/doit être signée avant le retrait/);
    await client.see('facture-client-a-signer');
    const place = client.path();
    await client.follow('Signer la facture');
    await client.reads(/600,00/);
    await client.see('facture-signature');
    await client.press('Signer');
    await client.reads('Cochez cette case pour continuer.');
    await client.see('facture-signature-refusee');
    await client.press('Recevoir le code');
    await client.reads(/Le code est parti à a•••@/);
    await client.fill('Nom du signataire', 'Aurore Penhoat');
    await client.fill(/^Code reçu par courriel/, await codeFrom(owner, box));
    if (scene.variant.javaScript) await draws(client);
    await client.tick(/J’ai lu ce document/);
    await client.see('facture-signature-remplie');
    await client.press('Signer');
    await client.reads('Facture signée : merci !');
    await client.reads(/Vous l’avez signée le/);
    await client.see('facture-client-signee');
    assert.ok((await paperOf(client, `${place}/signee`)).includes('ETSI.CAdES.detached'), 'the signed paper is not sealed');
    assert.ok((await paperOf(client, `${place}/pdf`)).equals(issued), 'what was issued has changed');

    await owner.open(invoice);
    await owner.reads(/Signée le .+ par Aurore Penhoat/);
    await owner.see('facture-signee');
    assert.ok((await paperOf(owner, `${invoice}/signee`)).includes('ETSI.CAdES.detached'));
    await owner.follow('Voir la preuve');
    await owner.reads('Aurore Penhoat');
    await owner.open(`/e/${scene.slug}/factures`);
    await owner.reads(/Signée le/);
    await owner.see('factures-signees');
    await owner.open(`/e/${scene.slug}/notifications`);
    await owner.reads('Le client a signé la facture');
  },
};
