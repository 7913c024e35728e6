// A builder buys screws, photographs the receipt on the spot, finds the one that is missing, and hands his accountant a file.
// ACC-020 ACC-021 ACC-022 ACC-024 ACC-025
import assert from 'node:assert/strict';
import { photo } from './lib/photo.mjs';
import { builderEnters } from './lib/yard.mjs';

const today = new Date().toISOString().slice(0, 10);

async function attaches(owner, label, name) {
  const field = await owner.find(owner.page.getByLabel(label));
  await field.setInputFiles(photo(name));
}

async function buys(owner, scene) {
  await owner.open(`/e/${scene.slug}/depenses`);
  await owner.reads('Aucune dépense pour l’instant');
  await owner.see('depenses-vide');
  await owner.follow('Nouvelle dépense');
  await owner.see('depense-nouvelle');
  await owner.press('Enregistrer');
  await owner.reads('champs à corriger');
  await owner.see('depense-refusee');
  await attaches(owner, /^Justificatif/, 'ticket.png');
  await owner.fill(/^Montant/, '48,60');
  await owner.choose('Type', 'Matériaux et fournitures');
  await owner.fill('Description', 'Vis et équerres');
  await owner.fill('Fournisseur', 'Quincaillerie du Port');
  await owner.press('Enregistrer');
  await owner.reads('Dépense enregistrée');
  await owner.reads('8,10 €');
  await owner.reads('ticket.png');
  await owner.see('depense');
}

// ACC-020: the shop takes back a box of screws, once too much, then rightly.
async function givesBack(owner) {
  await owner.follow('Noter un avoir');
  await owner.reads('Ce qu’il vous rend');
  await owner.fill(/^Montant/, '60');
  await owner.press('Enregistrer');
  await owner.reads(/dépasse ce qui reste/);
  await owner.see('avoir-refuse');
  await owner.fill(/^Montant/, '12,60');
  await owner.press('Enregistrer');
  await owner.reads('Avoir enregistré');
  await owner.reads(/^[-−]2,10/);
  await owner.see('avoir-saisi');
  await owner.follow(/^DEP-/);
  await owner.reads('Avoirs reçus');
  await owner.see('depense-avec-avoir');
}

async function forgetsAReceipt(owner) {
  await owner.follow('Dépenses');
  await owner.follow('Nouvelle dépense');
  await owner.fill(/^Montant/, '120');
  await owner.choose('Type', 'Carburant');
  await owner.fill('Description', 'Plein du fourgon');
  await owner.tick(/^Frais client/);
  await owner.choose(/^Client/, 'Aurore Penhoat');
  await owner.press('Enregistrer');
  await owner.reads('Justificatif manquant');
  await owner.follow('Dépenses');
  await owner.follow(/^Justificatifs manquants/);
  await owner.see('depenses-sans-justificatif');
  await owner.follow(/Plein du fourgon/);
  await attaches(owner, /^Ajouter le justificatif/, 'plein.png');
  await owner.press('Joindre');
  await owner.reads('Justificatif ajouté');
  await owner.fill(/^Numéro de la facture/, 'FA-2026-0007');
  await owner.press('Marquer « refacturé »');
  await owner.reads('Refacturé');
  await owner.see('depense-refacturee');
}

// ACC-021
async function asksItBack(owner, slug) {
  await owner.open(`/e/${slug}/depenses/nouvelle`);
  await owner.fill(/^Montant/, '178,80');
  await owner.choose('Type', 'Matériaux et fournitures');
  await owner.fill('Description', 'Gouttière en zinc');
  await owner.tick(/^Frais client/);
  await owner.choose(/^Client/, 'Aurore Penhoat');
  await owner.press('Enregistrer');
  await owner.see('depense-a-refacturer');
  await owner.press('Mettre sur sa prochaine facture');
  await owner.reads('Frais ajoutés à la fin de ce brouillon');
  await owner.see('brouillon-avec-frais');
  await owner.open(`/e/${slug}/depenses`);
  await owner.follow(/Gouttière en zinc/);
  await owner.reads('Sur un brouillon de facture');
  await owner.see('depense-sur-brouillon');
}

async function drives(owner, slug) {
  await owner.open(`/e/${slug}/depenses/trajet`);
  await owner.fill('Description', 'Chantier de Perros-Guirec');
  await owner.fill('Distance (km)', '42,5');
  await owner.fill(/^Prix du kilomètre/, '0,529');
  await owner.see('depense-trajet');
  await owner.press('Enregistrer');
  await owner.reads('22,48 €');
}

// ACC-001 ACC-003 ACC-007 ACC-009
async function accounts(owner) {
  await owner.reads('AC000001');
  await owner.see('comptabilite-ecritures');
  await owner.follow('Balance');
  await owner.reads('Fournisseurs');
  await owner.see('comptabilite-balance');
  await owner.follow('Bilan fiscal');
  await owner.reads('Taxes payées à récupérer');
  await owner.see('comptabilite-bilan');
  await owner.follow('FEC et clôture');
  await owner.reads('Le SIRET de l’entreprise manque');
  await owner.see('comptabilite-fec');
}

export default {
  title: 'what a builder buys, with its proof',
  variants: ['phone', 'desktop', 'tablet', 'phone without JavaScript', 'PostgreSQL phone'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    await buys(owner, scene);
    await givesBack(owner);
    await forgetsAReceipt(owner);
    await asksItBack(owner, scene.slug);
    await drives(owner, scene.slug);
    await owner.follow('Dépenses');
    await owner.reads('Chantier de Perros-Guirec');
    await owner.see('depenses');
    const file = await owner.page.request.get(`/e/${scene.slug}/depenses/export.csv?periode=${today.slice(0, 4)}`);
    assert.match(await file.text(), /Vis et équerres.*40,50.*8,10.*48,60/);
    await owner.open(`/e/${scene.slug}/depenses/types`);
    await owner.see('depenses-types');
    await owner.open(`/e/${scene.slug}/comptabilite`);
    await accounts(owner);
  },
};
