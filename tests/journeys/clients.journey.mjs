// CRM-030 CRM-031 CRM-040 CRM-041 CRM-042. A desk brings its clients from another tool, is told of those it has
// already, writes a call down, and makes one record of two.
import assert from 'node:assert/strict';
import { ownerEnters } from './lib/desk.mjs';

// As spreadsheets write them: a mark at the start, semicolons, quotes inside quotes, Windows-1252.
const latin = (text) => Buffer.from([...text].map((letter) => letter.codePointAt(0)));
const messy = latin(
  'Soci\u00e9t\u00e9;T\u00e9l\u00e9phone;E-mail;Ville\r\n' +
  '"Caf\u00e9 ""du port""";02 61 91 00 51;cafe@port.example;Groix\r\n' +
  'Sans moyen de contact;;;Lorient\r\n' +
  'Le Bihan Marine;02.61.91.00.52;;Lorient\r\n' +
  'LE BIHAN MARINE;0261910052;;Lorient\r\n',
);
const wide = Buffer.from(`${Array.from({ length: 300 }, (_, at) => `c${at}`).join(';')}\nA;0261910001\n`);

async function send(owner, slug, name, buffer) {
  await owner.open(`/e/${slug}/clients/import`);
  await owner.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await owner.press('Envoyer le fichier');
}

async function importsAMessyFile(owner, slug) {
  await send(owner, slug, 'clients.csv', messy);
  await owner.reads('Café "du port"');
  await owner.see('import-apercu');
  await owner.press(/^Importer 4 lignes/);
  for (let turn = 0; turn < 20; turn += 1) {
    await owner.page.reload();
    if (await owner.page.getByText(/Import terminé/).count()) break;
    await owner.page.waitForTimeout(250);
  }
  await owner.reads(/Import terminé/);
  await owner.reads('Ligne 3');
  await owner.reads('Ligne 5');
  await owner.see('import-rapport');
  await send(owner, slug, 'large.csv', wide);
  await owner.reads(/plus de 100 colonnes/);
}

async function isToldOfATwin(owner, slug) {
  await owner.open(`/e/${slug}/clients/nouveau`);
  await owner.fill('Nom de l’entreprise', 'Marine Le Bihan');
  await owner.fill('Téléphone', '02 61 91 00 52');
  await owner.press('Ajouter le client');
  await owner.reads('Cette fiche existe peut-être déjà');
  await owner.reads('Même téléphone');
  await owner.see('doublon-annonce');
  await owner.press('Ajouter quand même');
  await owner.reads('Client ajouté');
}

async function notesACall(owner) {
  const record = owner.path();
  await owner.follow('Noter un échange');
  await owner.fill('Durée en minutes', '12');
  await owner.fill('Résumé', 'Rappeler lundi pour le devis');
  await owner.see('client-echanges');
  await owner.press('Noter cet échange');
  await owner.reads('Échange noté');
  await owner.follow('Tout l’historique');
  await owner.reads('Rappeler lundi pour le devis');
  await owner.see('client-historique');
  await owner.open(record);
}

async function makesOneOfTwo(owner) {
  const kept = owner.path();
  await owner.follow('Fusionner');
  await owner.see('fusion-choix');
  await owner.follow(/^Le Bihan Marine/);
  await owner.see('fusion-apercu');
  await owner.press('Fusionner dans Marine Le Bihan');
  await owner.reads('Fiches fusionnées');
  assert.equal(owner.path(), kept);
  await owner.see('fusion-faite');
  await owner.open(`${kept.slice(0, kept.lastIndexOf('/'))}?statut=archived`);
  await owner.reads('Le Bihan Marine');
  await owner.see('clients-filtres');
}

export default {
  title: 'clients',
  begins: 'first morning',
  variants: ['desktop', 'tablet', 'phone', 'PostgreSQL'],
  async run(scene) {
    const owner = await ownerEnters(scene);
    await importsAMessyFile(owner, scene.slug);
    await isToldOfATwin(owner, scene.slug);
    await notesACall(owner);
    await makesOneOfTwo(owner);
  },
};
