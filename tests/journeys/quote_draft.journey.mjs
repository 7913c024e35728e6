// A builder writes a quote: a line, totals that follow while he types, the paper, the list.
// QUO-001 QUO-002 QUO-009
import assert from 'node:assert/strict';
import { builderEnters } from './lib/yard.mjs';

const cell = (person, key, field) => person.page.locator(`[name="l${key}.${field}"]`);

async function fillsLine(person, key, { name, quantity, price }) {
  await cell(person, key, 'name').fill(name);
  await cell(person, key, 'quantity').fill(quantity);
  await cell(person, key, 'unit_price').fill(price);
}

async function begins(owner, slug) {
  await owner.open(`/e/${slug}/devis`);
  await owner.see('devis-vide');
  await owner.open(`/e/${slug}/devis/nouveau`);
  await owner.choose('Client', 'Aurore Penhoat');
  await owner.fill('Objet', 'Portail et clôture');
  await owner.press('Commencer le devis');
  await owner.reads('Brouillon');
}

export default {
  title: 'a quote is written',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    await begins(owner, scene.slug);
    await owner.press(/^Ligne$/);
    const key = (await owner.page.locator('[name$=".unit_price"]').first().getAttribute('name')).slice(1).split('.')[0];
    await fillsLine(owner, key, { name: 'Décapage chimique', quantity: '10,6', price: '14' });
    if (scene.variant.javaScript) await owner.reads(/178,08/);
    await owner.press('Enregistrer');
    await owner.reads(/178,08/);
    await owner.see('devis');
    assert.equal(await cell(owner, key, 'quantity').inputValue(), '10,6');
    const paper = await owner.context.request.get(`${owner.path()}/apercu`);
    assert.equal(paper.headers()['content-type'], 'application/pdf');
    await owner.open(`/e/${scene.slug}/devis`);
    await owner.reads(/Portail et clôture/);
    await owner.see('devis-liste');
  },
};
