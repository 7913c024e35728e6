// JRN-08 (the part of the ticket): what the team says to itself and to the client, who it calls, what it costs in time,
// and what the client thinks of the answer.
import assert from 'node:assert/strict';
import { describeProblem } from './lib/business.mjs';
import { clientEnters, ownerEnters, technicianEnters } from './lib/desk.mjs';
import { hears } from './lib/live.mjs';

const secret = 'ce client a débranché le switch';
const spent = 'Diagnostic à distance';

/// TKT-016: « @ » and a few letters; the arrows and Enter choose, or one types the name.
async function callsTheOwner(technician, ticket) {
  await technician.open(`${ticket}?mode=note`);
  const box = technician.page.getByLabel('Votre note interne');
  if (technician.variant.javaScript) {
    await box.pressSequentially('@nol');
    await technician.page.locator('#mentions').getByRole('option', { name: 'Nolwenn Tanguy', exact: true }).waitFor();
    await technician.see('mention');
    await technician.page.keyboard.press('Enter');
    await technician.page.getByRole('listbox', { name: 'Collègues à mentionner' }).waitFor({ state: 'hidden' });
    assert.equal(await box.inputValue(), '@Nolwenn Tanguy ');
    await box.pressSequentially(secret);
  } else await box.fill(`@nolwenn ${secret}`);
  await technician.press('Noter');
  await technician.reads('@Nolwenn Tanguy');
  await technician.reads(secret);
}

/// TKT-015: the words of a reply change for fifteen minutes, and both sides read that they did.
async function correctsHimself(technician, malo, ticket) {
  await technician.open(ticket);
  await technician.fill('Votre réponse', 'Le port 3 est mort.');
  await technician.press('Envoyer');
  await technician.reads('Le port 3 est mort.');
  const reply = technician.page.locator('article').filter({ hasText: 'Le port 3 est mort.' });
  await technician.activate(reply.getByRole('link', { name: 'Corriger' }), 'Corriger');
  await technician.see('corriger');
  await technician.fill('Message', 'Le port 4 est mort.');
  await technician.press('Enregistrer la correction');
  await technician.reads('Le port 4 est mort.');
  await hears(malo, 'Le port 4 est mort.');
  await malo.reads('modifié');
  await malo.readsNot('Le port 3 est mort.');
}

/// TKT-059: by hand; the sum is beside the thread.
async function notesHisTime(technician, ticket) {
  await technician.open(`${ticket}/temps/nouveau`);
  await technician.fill('Durée, en minutes', '75');
  await technician.fill('Ce qui a été fait', spent);
  await technician.see('temps');
  await technician.press('Enregistrer');
  await technician.page.waitForFunction((path) => location.pathname === path, ticket);
  if (technician.variant.size === 'phone') await technician.press('Détails');
  await technician.reads(/1\sh\s15, dont/);
}

async function resolves(technician, ticket) {
  await technician.open(ticket);
  await technician.press('Prendre en charge');
  await technician.reads('a pris le ticket en charge');
  await technician.open(`${ticket}?mode=resolve`);
  await technician.fill('Résumé de la résolution', 'Port 4 remplacé.');
  await technician.press('Résoudre');
  await technician.reads('Port 4 remplacé.');
}

/// TKT-044: an opinion, changed afterwards.
async function givesHisOpinion(malo, technician, { request, ticket }) {
  await malo.open(request);
  await malo.tick('Satisfait');
  await malo.press('Donner mon avis');
  await malo.reads('4 sur 5');
  await malo.see('avis');
  await malo.tick('Très satisfait');
  await malo.press('Modifier mon avis');
  await malo.reads('5 sur 5');
  await technician.open(ticket);
  await technician.reads('5 sur 5');
}

/// TKT-011, TKT-059: neither the note, nor who was called, nor the time.
async function learntNothing(malo, { slug, request, ticket }) {
  for (const path of [request, `/p/${slug}/accueil`, `/p/${slug}/demandes`]) {
    const page = await (await malo.context.request.get(path)).text();
    for (const words of [secret, '@Nolwenn', spent, 'chronom', 'à facturer']) assert.ok(!page.includes(words), `${path} says « ${words} »`);
  }
  const time = await malo.context.request.get(`${ticket}/temps/nouveau`, { maxRedirects: 0 });
  assert.equal(time.status(), 303); // the team's side is another door
}

export default {
  title: 'the thread of a ticket',
  variants: ['desktop', 'tablet', 'phone', 'PostgreSQL', 'PostgreSQL tablet', 'PostgreSQL phone'],
  begins: 'first morning',
  async run(scene) {
    const { slug } = scene;
    const owner = await ownerEnters(scene);
    const technician = await technicianEnters(scene);
    const malo = await clientEnters(scene);
    const request = await describeProblem(malo);
    const ticket = `/e/${slug}/tickets/${request.split('/').at(-1)}`;
    await callsTheOwner(technician, ticket);
    await owner.open(`/e/${slug}/notifications`);
    await owner.reads('Tifenn Le Roux vous mentionne');
    await owner.readsNot(secret);
    await malo.open(request);
    await correctsHimself(technician, malo, ticket);
    await notesHisTime(technician, ticket);
    await resolves(technician, ticket);
    await givesHisOpinion(malo, technician, { request, ticket });
    await learntNothing(malo, { slug, request, ticket });
  },
};
