// JRN-61: two businesses on one installation, with one client in common, never meet.
import assert from 'node:assert/strict';
import { listedRoutes, lookAround, valuesMet } from './lib/addresses.mjs';
import { newPerson } from './lib/browser.mjs';
import { accept, assignSite, describeProblem, malo_kervella, openBusiness, password, signIn, signUp } from './lib/business.mjs';
import { clientEnters, ownerEnters } from './lib/desk.mjs';
import { linkFrom } from './lib/mailbox.mjs';
import { isLive } from './lib/live.mjs';

const sud = { business: 'Sud Alarme', name: 'Sandrine Vidal', address: 'sandrine@sud-alarme.example' };
const gwen = { name: 'Gwen Le Bihan', address: 'gwen@le-bihan.example' };
const foreign_titles = ['Clavier du sas muet', 'Sirène qui se déclenche seule'];
// What the commands of today take; a refused field would hide whether the subject exists.
const typed = {
  body: 'Bonjour', message: 'Un avis ?', comment: 'Merci', name: 'Port', company_name: 'Port', kind: 'company', phone: '02 98 55 01 02',
  move: 'start', priority: 'high', role: 'developpeur', score: '5', version: '1', assignee: '1', member: '1',
};
const nobodys = { number: 'T-2026-99999' };
const foreign_words = [...foreign_titles, sud.business, 'Sandrine', 'rue des Lices'];

/// The client already has an account with this address; the other business finds him by it.
async function joinSecondBusiness(client, slug) {
  await client.open(`/p/${slug}`);
  await client.follow('Créer un compte client');
  await client.fill('Votre nom', malo_kervella.name);
  await client.fill('Adresse e-mail', malo_kervella.address);
  await client.fill('Mot de passe', password);
  await accept(client);
  await client.press('Créer mon compte');
  await client.reads('Consultez vos courriels');
  await client.open(await linkFrom(client, { box: '/boite-d-envoi', address: malo_kervella.address, subject: 'Ouvrez votre accès' }));
  await client.press('Confirmer mon adresse');
  await client.reads('Connectez-vous avec votre mot de passe habituel');
  await signIn(client, malo_kervella);
  await client.reads('Aucun site ne vous est encore attribué');
}

/// The other business lives: a site, two requests, an answer, an invitation that waits.
async function settleSecondBusiness(scene) {
  const owner = await newPerson(scene, 'owner of B');
  const slug = await openBusiness(owner, sud);
  const client = await newPerson(scene, 'client of B');
  await joinSecondBusiness(client, slug);
  await assignSite(owner, { address: '12 rue des Lices' });
  await describeProblem(client, foreign_titles[0]);
  await client.follow('Toutes mes demandes');
  const request = await describeProblem(client, foreign_titles[1]);
  await owner.open(request.replace('/p/', '/e/').replace('/demandes/', '/tickets/'));
  await owner.page.locator('input[type=file]').first().setInputFiles({ name: 'plan-de-sud.txt', mimeType: 'text/plain', buffer: Buffer.from('Plan du site') });
  await owner.fill('Votre réponse', 'Bonjour Malo, nous passons cet après-midi.');
  await owner.press('Envoyer');
  await owner.page.locator('article').filter({ hasText: 'cet après-midi' }).waitFor();
  await owner.open(`/e/${slug}/reglages/equipe`);
  await owner.fill('Nom de la personne', 'Paul Estève');
  await owner.fill('Adresse e-mail', 'paul@sud-alarme.example');
  await owner.choose('Rôle', 'Technicien');
  await owner.press('Envoyer l’invitation');
  await owner.reads('Invitations en attente');
  return { owner, client, slug };
}

/// What can be read and counted, without the words that time changes.
async function readings(person, paths) {
  const pages = [];
  for (const path of paths) {
    await person.open(path);
    if (await person.page.locator('#live-mark').count()) await isLive(person); // which the page says
    const words = await person.page.locator('body').innerText();
    pages.push(words.replaceAll(/il y a [^\n·]+|à l’instant|vu [^\n·]+/g, '…'));
  }
  return pages;
}

/// Sends each address from the person's own page, with her own form token.
async function statusesFor(person, targets) {
  return person.page.evaluate(async ([asked, fields]) => {
    const token = document.querySelector('meta[name=csrf-token]').content;
    const send = async (method, path) => {
      const body = method === 'POST' ? new URLSearchParams({ ...fields, _csrf: token }) : undefined;
      const answer = await fetch(path, { method, body, redirect: 'manual' });
      return { status: answer.status, bytes: await answer.text() };
    };
    const answers = [];
    for (const { method, path, unknown } of asked)
      answers.push({ method, path, ...await send(method, path), unknown: (await send(method, unknown)).status });
    return answers;
  }, [targets, typed]);
}

/// The route's address in `slug`, with the other business's ids, and with ids that nobody has.
function address(route, slug, met) {
  let rest = route.path;
  let path = route.path.replace('{workspace}', slug);
  let unknown = path;
  for (const name of route.names) {
    const prefix = rest.slice(0, rest.indexOf(`{${name}}`) + name.length + 2);
    path = path.replace(`{${name}}`, met.get(prefix) ?? met.get('any'));
    unknown = unknown.replace(`{${name}}`, nobodys[name] ?? '4611686018427387903');
    rest = rest.replace(`{${name}}`, ':');
  }
  return { method: route.method, path, unknown };
}

async function expectNothing(person, targets) {
  assert.ok(targets.length > 0);
  for (const { method, path, status, bytes, unknown } of await statusesFor(person, targets)) {
    assert.equal(status, unknown, `${person.who}: ${method} ${path} answers ${status}, and ${unknown} for what nobody has`);
    assert.ok(status === 404 || (method === 'POST' && status === 422), `${person.who}: ${method} ${path} answers ${status}`); // PLT-004
    for (const words of foreign_words) assert.ok(!bytes.includes(words), `${method} ${path} says « ${words} »`);
  }
}

/// Everything a member sees of his own business holds no word of the other.
async function readsNothingOf(person, start) {
  const { pages } = await lookAround(person, start);
  assert.ok(pages.length > 3);
  for (const path of pages) {
    const bytes = await (await person.context.request.get(path)).text();
    for (const words of foreign_words) assert.ok(!bytes.includes(words), `${person.who}: ${path} says « ${words} »`);
  }
}

async function idsOf({ owner, client, slug }, routes) {
  const staff = await lookAround(owner, `/e/${slug}`);
  const portal = await lookAround(client, `/p/${slug}`);
  const account = await lookAround(owner, '/compte');
  const met = valuesMet(routes, [...staff.addresses, ...portal.addresses, ...account.addresses]);
  const site = met.get('/e/:/projets/{id}');
  assert.ok(met.get('/e/:/fichiers/{file}') && met.get('/p/:/fichiers/{file}'), `no file of the other business was met: ${[...met.keys()]}`);
  assert.ok(site && met.get('/e/:/tickets/{number}') && met.get('/p/:/demandes/{number}') && met.get('/e/:/clients/{id}'));
  return met.set('any', site);
}

export default {
  title: 'two workspaces never meet',
  environment: { ETABLI_LIMITS: 'off' }, // more requests a minute than a person makes
  variants: ['desktop', 'tablet', 'phone', 'PostgreSQL', 'PostgreSQL tablet', 'PostgreSQL phone'],
  begins: 'first morning',
  async run(scene) {
    const { slug } = scene;
    const owner = await ownerEnters(scene);
    const malo = await clientEnters(scene);
    const request = await describeProblem(malo);
    const neighbour = await newPerson(scene, 'client of A');
    await signUp(neighbour, slug, gwen);
    const other = await settleSecondBusiness(scene);
    const routes = listedRoutes(scene.server).filter(({ open, module }) => !open && module !== 'help'); // whose pages are the same for all
    const met = await idsOf(other, routes);
    const own = [`/e/${slug}/journee`, `/e/${slug}/tickets`, `/e/${slug}/clients`, `/e/${slug}/projets`];
    const theirs = own.map((path) => path.replace(slug, other.slug));
    const before = [...await readings(owner, own), ...await readings(malo, [request]), ...await readings(other.owner, theirs)];

    const within = (start, count) => routes.filter(({ path, names }) => path.startsWith(`${start}{workspace}`) && names.length >= count);
    await owner.open(own[0]);
    await expectNothing(owner, within('/e/', 2).map((route) => address(route, slug, met)));
    await expectNothing(owner, within('/e/', 1).map((route) => address(route, other.slug, met)));
    await expectNothing(owner, routes.filter(({ path }) => path.startsWith('/compte/sessions/{')).map((route) => address(route, '', met)));
    await malo.open(request);
    const shared = within('/p/', 2).filter(({ path }) => path.includes('/demandes/')); // his membership of B must not open B's from A
    await expectNothing(malo, shared.map((route) => address(route, slug, met)));
    await neighbour.open(`/p/${slug}/accueil`);
    await expectNothing(neighbour, within('/p/', 2).map((route) => address(route, slug, met)));
    await expectNothing(neighbour, within('/p/', 1).map((route) => address(route, other.slug, met)));

    const after = [...await readings(owner, own), ...await readings(malo, [request]), ...await readings(other.owner, theirs)];
    assert.deepEqual(after, before);
    await readsNothingOf(owner, `/e/${slug}`);
    await readsNothingOf(malo, `/p/${slug}`);
    const [noted] = scene.server.ask("SELECT count(*) FROM audit_entry WHERE action = 'security.unknown_object'");
    assert.ok(Number(noted) > 0, 'nobody noted that somebody asked for what is not his'); // RULES §4
  },
};
