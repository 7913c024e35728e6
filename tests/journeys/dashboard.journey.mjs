// How the desk is doing, for who leads it (JRN-34, without its invoice of overtime): six requests, one of them urgent and
// nobody's, two resolved after four and eight hours; the figures, the drawings and their tables, and what can be taken
// away. The technician is refused. Proves TKT-023, DSH-001, DSH-002, DSH-003, DSH-004, DSH-030.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientEnters, ownerEnters, technicianEnters } from './lib/desk.mjs';

const hour = 3_600_000; // ms
const requests = [
  { title: 'Sirène bloquée', priority: 'urgent' },
  { title: 'Caméra 4 hors ligne', priority: 'high' },
  { title: 'Badge refusé', priority: 'medium' },
  { title: 'Image floue', priority: 'medium' },
  { title: 'Mot de passe perdu', priority: 'low' },
  { title: 'Question sur un devis', priority: 'low' },
];

const written = (moment) => moment.toISOString().replace(/\.\d+Z/, 'Z');

/// The clock of the business is in a file of this walk alone.
function clockFile() {
  const file = join(mkdtempSync(join(tmpdir(), 'etabli-clock-')), 'now');
  writeFileSync(file, written(new Date()));
  return file;
}

const clockOf = ({ server }) => server.env.ETABLI_NOW.slice(1);
const timeOf = (scene) => Date.parse(readFileSync(clockOf(scene), 'utf8'));

/// In one step: the server may read the clock at any moment.
function waitHours(scene, count) {
  const next = `${clockOf(scene)}.next`;
  writeFileSync(next, written(new Date(timeOf(scene) + count * hour)));
  renameSync(next, clockOf(scene));
}

const valueOf = (html, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];

/// A form sent as its page sends it, without looking at the page.
async function send({ context }, page, action, fields) {
  const html = await (await context.request.get(page)).text();
  const csrf = valueOf(html, '_csrf') ?? /name="csrf-token" content="([^"]+)"/.exec(html)[1];
  const version = valueOf(html, 'version');
  const form = { _csrf: csrf, ...(version ? { version } : {}), ...fields };
  const answer = await context.request.post(action, { form, maxRedirects: 0 });
  assert.equal(answer.status(), 303, `${action}: ${answer.status()}`);
  return answer.headers().location;
}

async function sixRequests(client, technician, scene) {
  const page = `/p/${scene.slug}/demandes/nouvelle`;
  const html = await (await client.context.request.get(page)).text();
  const project = valueOf(html, 'project') ?? /<option value="(\d+)"/.exec(html)[1];
  const numbers = [];
  for (const { title, priority } of requests) {
    const at = await send(client, page, `/p/${scene.slug}/demandes`, { project, title, priority, description: 'Depuis ce matin.' });
    numbers.push(at.split('/').pop());
  }
  const ticket = (at) => `/e/${scene.slug}/tickets/${numbers[at]}`;
  for (const at of [1, 2]) await send(technician, ticket(at), `${ticket(at)}/prise-en-charge`, {});
  for (const at of [1, 2]) {
    waitHours(scene, 4);
    await send(technician, ticket(at), `${ticket(at)}/deplacement`, { move: 'resolve', body: 'Alimentation changée.' });
  }
}

/// Dates of one's own, whatever month the run falls in.
async function choosesTheseDays(owner, scene) {
  const today = timeOf(scene);
  await owner.follow('Personnalisée');
  await owner.page.waitForURL(/periode=custom/);
  await owner.fill('Du', written(new Date(today - 24 * hour)).slice(0, 10));
  await owner.fill('au', written(new Date(today + 24 * hour)).slice(0, 10));
  await owner.press('Afficher');
}

async function numbersOf(person, card) {
  const section = person.page.getByRole('region', { name: card, exact: true }).first();
  await section.getByText('Voir les chiffres').click();
  return (await section.getByRole('table').innerText()).replaceAll(/\s+/g, ' ');
}

async function takeAway(person, name) {
  const [file] = await Promise.all([
    person.page.waitForEvent('download'),
    person.page.getByRole('link', { name, exact: true }).click(),
  ]);
  return file.path();
}

async function isRefused(technician, scene) {
  const page = `/e/${scene.slug}/tableau-de-bord`;
  assert.equal((await technician.context.request.get(page)).status(), 403);
  assert.equal(await technician.page.locator(`a[href="${page}"]`).count(), 0);
}

export default {
  title: 'the dashboard, without the invoice of overtime',
  variants: ['desktop', 'tablet', 'phone', 'PostgreSQL', 'PostgreSQL tablet', 'PostgreSQL phone'],
  begins: 'first morning',
  get environment() {
    return { ETABLI_NOW: `@${clockFile()}` };
  },
  async run(scene) {
    const owner = await ownerEnters(scene);
    const technician = await technicianEnters(scene);
    await sixRequests(await clientEnters(scene), technician, scene);
    await isRefused(technician, scene);
    await owner.open(`/e/${scene.slug}/tableau-de-bord`);
    await owner.reads('Sirène bloquée');
    await choosesTheseDays(owner, scene);
    await owner.page.getByRole('link', { name: /^Résolution, moyenne 6\sh$/ }).waitFor();
    await owner.page.getByRole('link', { name: /^Ouverts 6$/ }).waitFor();
    await owner.page.getByRole('img', { name: 'Par priorité' }).filter({ visible: true }).waitFor();
    await owner.see('tableau-de-bord');
    assert.match(await numbersOf(owner, 'Par priorité'), /Urgente 1 0 .*Moyenne 2 1 .*Ensemble 6 2 6 h/);
    assert.match(await numbersOf(owner, 'Par membre de l’équipe'), /Tifenn Le Roux 2 2 6 h 6 h/);
    await owner.page.getByRole('button', { name: /Résolus$/ }).hover(); // its definition leaves the figure free
    await owner.page.getByRole('link', { name: /^Résolus 2$/ }).click({ timeout: 3000 });
    await owner.reads('2 résolus');
    await owner.see('tableau-de-bord-lignes');
    await owner.page.goBack();
    await owner.follow('Rapport détaillé');
    await owner.reads('Télécharger en CSV');
    await owner.see('rapport');
    const csv = readFileSync(await takeAway(owner, 'Télécharger en CSV'), 'utf8');
    assert.match(csv, /Tifenn Le Roux;2;2;0;6;6;6;/);
    const pdf = await takeAway(owner, 'Télécharger en PDF');
    const words = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    assert.match(words, /Tifenn Le Roux/);
    assert.match(words, /page 1 sur/);
  },
};
