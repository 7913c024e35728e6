// Who may do what, as each role sees it and as each role could ask for it (JRN-31).
// tests/isolation/role_matrix_test.cpp tries every cell on both engines; here the eyes are a browser's.
import assert from 'node:assert/strict';
import { describeProblem, inviteMember, title } from './lib/business.mjs';
import { clientEnters, ownerEnters, technicianEnters } from './lib/desk.mjs';
import { hears, isLive, streamOf } from './lib/live.mjs';

const enora = { who: 'developer', name: 'Enora Madec', address: 'enora@ouest-vigilance.example', role: 'Développeur' };
const ewen = { who: 'second developer', name: 'Ewen Tanneau', address: 'ewen@ouest-vigilance.example', role: 'Développeur' };
const note = 'Le client a coupé le courant lui-même.';

// What each role is offered: a page, what is looked for on it, and who finds it.
const offers = [
  { page: '/tickets', words: title, found: ['owner', 'technician', 'developer'] },
  { page: '/tickets', link: 'Nouveau ticket', found: ['owner', 'technician'] },
  { page: 'ticket', form: 'prise-en-charge', found: ['owner', 'technician', 'developer'] },
  { page: 'ticket', form: 'partage', choice: 'Ewen Tanneau', found: ['owner', 'technician'] }, // never developer to developer
  { page: 'ticket', form: 'partage', choice: 'Nolwenn Tanguy', found: ['technician', 'developer'] },
  { page: 'ticket', form: 'priorite', found: ['owner', 'technician', 'developer'] },
  { page: 'ticket', form: 'attribution', found: ['owner'] },
  { page: 'note', form: 'notes', found: ['owner', 'technician', 'developer'] },
  { page: '/projets', link: 'Nouveau site', found: ['owner', 'technician'] },
  { page: '/clients', link: 'Nouveau client', found: ['owner'] },
  { page: '/reglages/equipe', form: 'invitations', found: ['owner'] },
];

// The same by direct request: who lacks the right is refused before what was typed is read.
const requests = [
  { path: '/tickets', allowed: ['owner', 'technician'] },
  { path: '/projets', allowed: ['owner', 'technician'] },
  { path: '/clients', allowed: ['owner'] },
  { path: '/reglages/equipe/invitations', allowed: ['owner'] },
  { path: 'ticket/attribution', allowed: ['owner'] },
  { path: 'ticket/priorite', allowed: ['owner', 'technician', 'developer'] },
  { path: 'ticket/deplacement', allowed: ['owner', 'technician', 'developer'] },
  { path: 'ticket/notes', allowed: ['owner', 'technician', 'developer'] },
  { path: 'ticket/partage', allowed: ['owner', 'technician', 'developer'] },
];

function target(person, { link, words, form, choice }) {
  if (link) return person.page.getByRole('link', { name: link }).filter({ visible: true });
  if (words) return person.page.getByText(words).filter({ visible: true });
  const found = person.page.locator(`form[action$="/${form}"]`);
  return choice ? found.locator('option', { hasText: choice }) : found;
}

async function isOffered(person, scene, offer) {
  const path = { ticket: scene.ticket, note: `${scene.ticket}?mode=note` }[offer.page] ?? `/e/${scene.slug}${offer.page}`;
  if (`${person.path()}` !== path) await person.open(path);
  return (await target(person, offer).count()) > 0;
}

async function answerTo(person, scene, path) {
  const html = await person.page.content();
  const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? /name="csrf-token" content="([^"]+)"/.exec(html)[1];
  const address = path.startsWith('ticket/') ? path.replace('ticket', scene.ticket) : `/e/${scene.slug}${path}`;
  return (await person.context.request.post(address, { form: { _csrf: csrf }, maxRedirects: 0 })).status();
}

async function seesWhatTheMatrixSays(person, scene) {
  for (const offer of offers)
    assert.equal(await isOffered(person, scene, offer), offer.found.includes(person.who), `${JSON.stringify(offer)} on the screen of ${person.who}`);
  await person.open(scene.ticket);
  for (const { path, allowed } of requests) {
    const status = await answerTo(person, scene, path);
    const expected = allowed.includes(person.who) ? [200, 303, 409, 422] : [403, 404];
    assert.ok(expected.includes(status), `${path} by request of ${person.who}: ${status}`);
  }
}

// A ticket that somebody has taken is moved by the whole team.
async function movesWhatIsTaken(team, scene) {
  const [first] = team;
  await first.open(scene.ticket);
  await first.press('Prendre en charge');
  await first.reads('a pris le ticket en charge');
  for (const person of team) {
    await person.open(scene.ticket);
    assert.ok(await person.page.locator('form[action$="/deplacement"]').count() > 0, `${person.who} cannot move the ticket`);
  }
}

// A client reaches nothing of the team's side, and sees his request alone.
async function clientStaysAtTheDesk(malo, scene) {
  await malo.open(scene.request);
  for (const { path } of requests) {
    const status = await answerTo(malo, scene, path);
    assert.ok([401, 403, 404].includes(status), `${path} by request of the client: ${status}`);
  }
  for (const path of ['/tickets', '/projets', '/clients', '/reglages/equipe', '/journee']) {
    const answer = await malo.context.request.get(`/e/${scene.slug}${path}`, { maxRedirects: 0 });
    assert.ok([303, 404].includes(answer.status()), `${path} for the client: ${answer.status()}`);
  }
  for (const button of ['Prendre en charge', 'Noter', 'Partager']) assert.equal(await malo.page.getByRole('button', { name: button }).count(), 0);
}

// TKT-011: the client never receives an internal note, even in the live channel.
async function noteStaysInside(technician, malo, scene) {
  await malo.open(scene.request);
  await isLive(malo);
  const said = await streamOf(malo);
  await technician.open(`${scene.ticket}?mode=note`);
  await technician.fill('Votre note interne', note);
  await technician.press('Noter');
  await technician.reads(note);
  await technician.open(scene.ticket);
  await technician.fill('Votre réponse', 'Nous rétablissons le courant.');
  await technician.press('Envoyer');
  await hears(malo, 'Nous rétablissons le courant.'); // what came after the note is here
  assert.ok(!(await malo.page.content()).includes(note));
  assert.ok(said.length > 0 && !said.some((words) => words.includes(note)), said.join('\n'));
}

export default {
  title: 'who may do what',
  variants: ['desktop', 'tablet', 'phone', 'PostgreSQL', 'PostgreSQL tablet', 'PostgreSQL phone'],
  begins: 'first morning',
  async run(scene) {
    const { slug } = scene;
    const owner = await ownerEnters(scene);
    const technician = await technicianEnters(scene);
    const developer = await inviteMember(owner, scene, slug, enora);
    await inviteMember(owner, scene, slug, ewen);
    const malo = await clientEnters(scene);
    const request = await describeProblem(malo);
    const places = { slug, request, ticket: `/e/${slug}/tickets/${request.split('/').at(-1)}` };
    await seesWhatTheMatrixSays(developer, places);
    await seesWhatTheMatrixSays(technician, places);
    await seesWhatTheMatrixSays(owner, places);
    await movesWhatIsTaken([technician, developer, owner], places);
    await clientStaysAtTheDesk(malo, places);
    await noteStaysInside(technician, malo, places);
  },
};
