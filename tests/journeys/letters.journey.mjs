// A builder copies « Contrat de prestation », moves a block by the keyboard, writes a variable that does not exist, mends it, comes
// back to version 1; writes a contract to Aurore, sends it, changes the model; what was sent stays; she signs it from the mail.
// JRN-46 QUO-030 QUO-032 QUO-033 QUO-035 QUO-036 QUO-037 PLT-062
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { newPerson } from './lib/browser.mjs';
import { linkFrom, openMail } from './lib/mailbox.mjs';
import { photo } from './lib/photo.mjs';
import { builderEnters } from './lib/yard.mjs';

const address = 'aurore@penhoat.example';

const titles = (person) => person.page.locator('[name$=".words"]').evaluateAll((fields) => fields.map((field) => field.value));

async function changesTheModel(owner, scene) {
  await owner.open(`/e/${scene.slug}/reglages/lettres-types`);
  await owner.see('lettres-types');
  await owner.page.locator('#copy-service_contract button').click();
  await owner.reads('Modèle créé');
  const model = owner.path();
  await owner.fill('Nom du modèle', 'Notre contrat');
  assert.equal((await titles(owner))[1], '1. Objet');
  if (scene.variant.javaScript) {
    await owner.page.locator('[name="b4.words"]').press('Alt+ArrowUp');
  } else {
    await owner.press('Monter : Titre 4');
  }
  await owner.page.waitForFunction(() => document.querySelector('#blocks > li:nth-child(3) [name="b4.words"]') !== null);
  await owner.page.locator('[name="b1.words"]').fill('Contrat {{projectName}} {{nope}}');
  await owner.press('Enregistrer');
  await owner.reads(/nope.+variable connue/);
  assert.equal(await owner.page.locator('[name="b1.words"]').inputValue(), 'Contrat {{projectName}} {{nope}}');
  await owner.see('lettre-type-refusee');
  await owner.page.locator('[name="b1.words"]').fill('Contrat {{projectName}}');
  await owner.press('Enregistrer');
  await owner.reads('Modèle enregistré');
  await owner.reads(/Version 2/);
  if (scene.variant.javaScript) await owner.page.locator('[contenteditable]').first().getByText('Le prestataire').waitFor();
  await owner.see('lettre-type');
  return model;
}

async function writesToAurore(owner, scene) {
  await owner.open(`/e/${scene.slug}/courriers/nouveau`);
  await owner.choose('Client', 'Aurore Penhoat');
  await owner.choose('Modèle', 'Contrat · Notre contrat');
  await owner.fill(/^Titre/, 'Entretien de la toiture');
  await owner.see('lettre-nouvelle');
  await owner.press('Commencer');
  await owner.reads('Brouillon commencé');
  await owner.see('lettre-brouillon');
  await addsBlocks(owner, scene);
  const letter = owner.path();
  await owner.follow('Envoyer');
  await owner.page.locator('[name=way][value=mail]').check();
  await owner.fill('Adresse courriel', address);
  await owner.see('lettre-envoi');
  await owner.press('Envoyer');
  await owner.reads(/CTR-\d{4}-0001/);
  await owner.reads('Versions envoyées');
  return letter;
}

async function addsBlocks(owner, scene) {
  await owner.press('Image');
  const picture = owner.page.locator('#blocks > li').last();
  await picture.locator('[type=file]').setInputFiles(photo('toit.png'));
  await picture.locator('[name$=".words"]').fill('La toiture à entretenir');
  await owner.press('Bouton');
  const button = owner.page.locator('#blocks > li').last();
  await button.locator('[name$=".words"]').fill('Prendre rendez-vous');
  await button.locator('[name$=".address"]').fill('http://penhoat.example');
  await owner.press('Enregistrer');
  await owner.reads(/commence par https/);
  await owner.reads(/toit\.png.*est choisie/);
  await button.locator('[name$=".address"]').fill('https://penhoat.example/rendez-vous');
  await owner.press('Liens et réseaux');
  const links = owner.page.locator('#blocks > li').last();
  await links.locator('[name$=".label1"]').fill('Nous écrire');
  await links.locator('[name$=".address1"]').fill('mailto:bonjour@charpentes.example');
  await owner.see('lettre-blocs');
  await owner.press('Enregistrer');
  await owner.reads(/Texte enregistré/);
  for (let asked = 0; asked < 50 && await owner.page.locator('#blocks img').count() === 0; asked += 1) {
    await owner.page.waitForTimeout(300); // it is made ready right after
    await owner.open(owner.path());
  }
  const kept = await owner.page.locator('#blocks [name$=".file"]').inputValue();
  await owner.page.locator('[name$=".address"]').fill('https://penhoat.example/rendez-vous?jour=lundi');
  await owner.press('Enregistrer');
  await owner.reads(/Texte enregistré/);
  await owner.open(owner.path());
  assert.equal(await owner.page.locator('#blocks [name$=".file"]').inputValue(), kept, 'the picture was sent twice');
  await owner.page.locator('#blocks img').scrollIntoViewIfNeeded();
  await owner.see('lettre-blocs-image');
}

async function paperOf(person, path) {
  let answer = await person.context.request.get(path);
  for (let asked = 0; asked < 50 && answer.headers()['content-type'] !== 'application/pdf'; asked += 1) {
    await person.page.waitForTimeout(200); // its paper is made right after
    answer = await person.context.request.get(path);
  }
  return answer.body();
}

async function codeFrom(owner, box) {
  const tab = await owner.anotherTab();
  await openMail(tab, { box, address, subject: 'Votre code pour signer' });
  const words = await tab.page.locator('main').innerText();
  await tab.page.close();
  return /\b\d{6}\b/.exec(words)[0];
}

export default {
  title: 'letters and contracts are written in blocks',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    const box = `/e/${scene.slug}/reglages/boite-d-envoi`;
    const model = await changesTheModel(owner, scene);
    const letter = await writesToAurore(owner, scene);
    const sent = await paperOf(owner, `${letter}/pdf`);
    const words = execFileSync('pdftotext', ['-layout', '-', '-'], { encoding: 'utf8', input: sent });
    assert.match(words, /Contrat Entretien de la toiture/);
    assert.match(words, /Aurore Penhoat/);
    assert.doesNotMatch(words, /projectName|nom_client/);

    await owner.open(model);
    await owner.page.locator('[name="b1.words"]').fill('Autre contrat');
    await owner.press('Enregistrer');
    await owner.reads(/Version 3/);
    assert.deepEqual(await paperOf(owner, `${letter}/pdf`), sent);
    await owner.open(`/e/${scene.slug}/courriers`);
    await owner.reads('Entretien de la toiture');
    await owner.see('lettres');

    const client = await newPerson(scene, 'client with a link');
    await client.open(await linkFrom(owner, { box, address, subject: 'Contrat à signer' }));
    await client.reads('Entretien de la toiture');
    assert.equal(await client.page.getByRole('link', { name: 'Prendre rendez-vous' }).getAttribute('href'), 'https://penhoat.example/rendez-vous?jour=lundi');
    await client.see('lettre-client');
    await client.follow('Signer le contrat');
    await client.press('Recevoir le code');
    await client.reads(/Le code est parti à a•••@/);
    await client.fill('Nom du signataire', 'Aurore Penhoat');
    await client.fill(/^Code reçu par courriel/, await codeFrom(owner, box));
    await client.page.locator('[name=how][value=typed_name]').check();
    await client.tick(/J’ai lu ce document/);
    await client.see('lettre-signature');
    await client.press('Signer');
    await client.reads(/Vous avez signé ce contrat le/);
    assert.ok((await paperOf(client, `${client.path()}/pdf`)).includes('ETSI.CAdES.detached'), 'the paper is not sealed');

    await owner.open(letter);
    await owner.reads(/Signé par le client le/);
    await owner.see('lettre-signee');
    await owner.open(`/e/${scene.slug}/notifications`);
    await owner.reads('Le client a signé le contrat');
    await owner.reads('Entretien de la toiture');
    await owner.see('notification-contrat-signe');
  },
};
