// A client asks to be forgotten and the desk keeps its history (JRN-63, the part of tickets); the business takes
// everything with it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describeProblem, malo_kervella, password, title } from './lib/business.mjs';
import { clientEnters, ownerEnters } from './lib/desk.mjs';

const settings = (slug, page) => `/e/${slug}/reglages/${page}`;

async function asksToBeForgotten(client, slug) {
  await client.open(`/p/${slug}/confidentialite`);
  await client.press('Accepter');
  await client.reads('Accepté le');
  await client.press('Retirer');
  await client.tick(/^Effacement/);
  await client.fill('Précisions', 'Je ferme mon entreprise.');
  await client.press('Envoyer la demande');
  await client.reads('Mes demandes');
  await client.reads('À traiter');
}

async function forgets(owner, slug) {
  await owner.open(settings(slug, 'donnees-personnelles'));
  await owner.follow(/Effacement · Malo Kervella/);
  await owner.reads('Je ferme mon entreprise.');
  await owner.tick(/J’ai vérifié son identité/);
  await owner.press('Effacer définitivement');
  await owner.reads('Ce que nous gardons, et pourquoi');
}

/// The archive is there when its page says so; what a browser saves is what who leaves has.
async function takesEverything(owner, slug) {
  await owner.open(settings(slug, 'export'));
  await owner.fill('Votre mot de passe', 'pas le bon');
  await owner.press('Préparer un export');
  await owner.reads('Ce mot de passe n’est pas le vôtre.');
  await owner.fill('Votre mot de passe', password);
  await owner.press('Préparer un export');
  const link = owner.page.getByRole('link', { name: 'Télécharger' });
  for (let tried = 0; tried < 40 && !(await link.count()); ++tried) {
    await owner.page.waitForTimeout(250);
    await owner.open(settings(slug, 'export'));
  }
  const [download] = await Promise.all([owner.page.waitForEvent('download'), link.click()]);
  const bytes = readFileSync(await download.path());
  assert.equal(bytes.subarray(0, 4).toString('latin1'), 'PK\x03\x04');
  for (const part of ['manifest.json', 'SHA256SUMS', 'tables/tickets_ticket.jsonl', 'tables/tickets_ticket.csv'])
    assert.ok(bytes.includes(part), `${part} is not in the archive`);
}

export default {
  title: 'leaving and being forgotten',
  variants: ['desktop', 'tablet', 'phone', 'PostgreSQL'],
  begins: 'first morning',
  async run(scene) {
    const { slug } = scene;
    const owner = await ownerEnters(scene);
    const client = await clientEnters(scene);
    const request = await describeProblem(client);
    await asksToBeForgotten(client, slug);
    await forgets(owner, slug);
    await owner.open(`/e/${slug}/tickets/${request.split('/').at(-1)}`);
    await owner.reads(title);
    const words = await owner.page.locator('main').innerText();
    assert.ok(!words.includes(malo_kervella.name), 'the ticket still names who was erased');
    assert.ok(words.includes('Personne effacée'), 'the ticket says nothing of who asked');
    await client.open(`/p/${slug}/confidentialite`);
    await client.reads('Se connecter');
    await takesEverything(owner, slug);
  },
};
