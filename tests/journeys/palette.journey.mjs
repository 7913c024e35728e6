// The command palette and its keys, by keyboard alone; the same search as a page without JavaScript.
import assert from 'node:assert/strict';
import { describeProblem, title } from './lib/business.mjs';
import { clientEnters, ownerEnters } from './lib/desk.mjs';

const patience = 15_000; // ms
const found_within = 2_000; // ms from writing a text to finding it

const palette = (person) => person.page.getByRole('dialog', { name: 'Palette de commandes' });
const options = (person) => palette(person).getByRole('option');

async function summon(person, keys) {
  await person.page.keyboard.press(keys);
  await palette(person).waitFor({ timeout: patience });
  await options(person).first().waitFor({ timeout: patience });
}

/// Escape and Ctrl+K in one breath: the end of the first palette must not empty the second.
async function opensAgainAtOnce(owner) {
  await palette(owner).evaluate((dialog) => { dialog.close(); dialog.showModal(); });
  await owner.page.waitForTimeout(300);
  await options(owner).first().waitFor({ timeout: patience });
}

/// A client by the beginning of his name, chosen and opened without a mouse.
async function findsClient(owner) {
  await summon(owner, 'Control+k');
  await opensAgainAtOnce(owner);
  assert.deepEqual(await palette(owner).getByRole('group').evaluateAll((groups) => groups.map((group) => group.firstElementChild.textContent)), ['Aller à', 'Actions']);
  await owner.see('palette');
  await owner.page.keyboard.type('malo ker');
  await palette(owner).getByRole('group', { name: 'Clients' }).getByRole('option', { name: /Malo Kervella/ }).waitFor({ timeout: patience });
  const field = palette(owner).getByRole('combobox');
  const chosen = await field.getAttribute('aria-activedescendant');
  assert.match(await owner.page.locator(`#${chosen}`).textContent(), /Malo Kervella/);
  await owner.see('palette-resultats');
  await owner.page.keyboard.press('ArrowDown');
  assert.notEqual(await field.getAttribute('aria-activedescendant'), chosen);
  await owner.page.keyboard.press('ArrowUp');
  await owner.page.keyboard.press('Enter');
  await owner.page.waitForURL(/\/clients\/\d+$/, { timeout: patience });
  await owner.page.getByRole('heading', { name: 'Malo Kervella' }).first().waitFor({ timeout: patience });
  assert.equal(await palette(owner).isVisible(), false);
}

/// A word of the description, indexed by its job.
async function findsText(owner, since) {
  for (;;) {
    await owner.page.keyboard.press('/');
    await palette(owner).waitFor({ timeout: patience });
    await owner.page.keyboard.type('débranché');
    const hit = options(owner).filter({ hasText: title });
    const is_there = await hit.first().waitFor({ timeout: 500 }).then(() => true, () => false);
    await owner.page.keyboard.press('Escape');
    await palette(owner).waitFor({ state: 'hidden', timeout: patience });
    if (is_there) return;
    assert.ok(Date.now() - since < found_within + patience, 'a written word is not found');
  }
}

async function goesByKeys(owner, slug) {
  await owner.page.keyboard.press('g');
  await owner.page.keyboard.press('l');
  await owner.page.waitForURL(/\/clients$/, { timeout: patience });
  await owner.settle();
  await owner.page.keyboard.press('c');
  await owner.page.waitForURL(/\/clients\/nouveau$/, { timeout: patience });
  await owner.settle();
  await owner.page.getByLabel('Nom de l’entreprise').focus();
  await owner.page.keyboard.type('c/?gt');
  assert.equal(await owner.page.getByLabel('Nom de l’entreprise').inputValue(), 'c/?gt'); // letters are letters in a field
  assert.equal(await palette(owner).isVisible(), false);
  await summon(owner, 'Control+k'); // the one key that works there
  await owner.page.keyboard.press('Escape');
  await owner.open(`/e/${slug}/tickets?vue=all`);
}

async function readsTheKeys(owner) {
  await owner.page.keyboard.press('?');
  const sheet = owner.page.getByRole('dialog', { name: 'Raccourcis clavier' });
  await sheet.getByText('Chercher ou lancer une commande').waitFor({ timeout: patience });
  await sheet.getByLabel('Utiliser les raccourcis d’une seule lettre').waitFor({ timeout: patience });
  await owner.see('raccourcis');
  await owner.page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden', timeout: patience });
}

/// WCAG 2.1.4: letters alone can be switched off, Ctrl+K stays.
async function switchesLettersOff(owner, slug) {
  await owner.open(`/e/${slug}/raccourcis`);
  await owner.page.getByLabel('Utiliser les raccourcis d’une seule lettre').uncheck();
  await owner.page.waitForFunction(() => document.documentElement.dataset.shortcuts === 'off');
  await owner.settle();
  await owner.page.getByRole('heading', { name: 'Raccourcis clavier', level: 1 }).first().click();
  await owner.page.keyboard.press('?');
  await owner.page.keyboard.press('/');
  assert.equal(await owner.page.locator('dialog[open]').count(), 0);
  await summon(owner, 'Control+k');
  await owner.page.keyboard.press('Escape');
}

/// The answer to what was typed first must not replace the answer to what was typed last.
async function keepsTheLastAnswer(owner) {
  await owner.page.route('**/recherche/suggestions?q=ma', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue().catch(() => {});
  });
  await summon(owner, 'Control+k');
  await owner.page.keyboard.type('ma');
  await owner.page.waitForTimeout(400);
  await owner.page.keyboard.type('zzz');
  await palette(owner).getByText('Rien ne correspond').waitFor({ timeout: patience });
  await owner.page.waitForTimeout(1800);
  await palette(owner).getByText('Rien ne correspond').waitFor({ timeout: patience });
  await owner.page.keyboard.press('Escape');
}

async function searchesByPage(owner, slug) {
  await owner.open(`/e/${slug}/recherche`);
  await owner.see('recherche-vide');
  await owner.fill('Rechercher dans tout l’espace', 'kervella');
  await owner.press('Rechercher');
  await owner.reads('Malo Kervella');
  await owner.see('recherche');
  await owner.follow(/Malo Kervella/);
  await owner.reads('malo.kervella@kervella-elec.example');
}

/// The client finds his request by its number, and no client.
async function clientSearches(malo, slug) {
  await malo.open(`/p/${slug}/accueil`);
  await malo.follow('Rechercher');
  await malo.fill('Rechercher dans tout l’espace', 'caméra');
  await malo.press('Rechercher');
  await malo.reads(title);
  await malo.see('recherche-portail');
  await malo.fill('Rechercher dans tout l’espace', 'nolwenn');
  await malo.press('Rechercher');
  await malo.reads('Rien ne correspond');
}

export default {
  title: 'palette',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  begins: 'first morning',
  async run(scene) {
    const { slug } = scene;
    const owner = await ownerEnters(scene);
    const malo = await clientEnters(scene);
    await describeProblem(malo);
    const written = Date.now();
    if (scene.variant.javaScript && scene.variant.size === 'desktop') {
      await owner.open(`/e/${slug}/tickets?vue=all`);
      await findsText(owner, written);
      await findsClient(owner);
      await goesByKeys(owner, slug);
      await readsTheKeys(owner);
      await keepsTheLastAnswer(owner);
      await switchesLettersOff(owner, slug);
    }
    await searchesByPage(owner, slug);
    await clientSearches(malo, slug);
    if (scene.variant.javaScript && scene.variant.size === 'phone') {
      await owner.open(`/e/${slug}/tickets`);
      await owner.follow('Rechercher');
      await options(owner).first().waitFor({ timeout: patience });
      await owner.see('palette');
    }
  },
};
