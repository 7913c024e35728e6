// JRN-33: a question and its answer, a resolution the client refuses, another one left alone for seven days; and two of
// the team who move the same ticket at once.
import assert from 'node:assert/strict';
import { describeProblem, title } from './lib/business.mjs';
import { movableClock, moveClock, removeClock } from './lib/clock.mjs';
import { clientEnters, ownerEnters, technicianEnters } from './lib/desk.mjs';
import { hears, withoutNews } from './lib/live.mjs';

const closing = 20_000; // ms for the job that closes to come round

async function askAndAnswer(technician, malo) {
  await technician.follow('Attendre le client');
  await technician.fill('Votre question au client', 'Pouvez-vous lire l’étiquette ?');
  await technician.press('Attendre le client');
  await technician.reads('a passé le ticket à « En attente client »');
  await hears(malo, 'Nous avons besoin de votre réponse pour continuer.');
  await malo.fill('Votre message', 'C’est écrit OV-412.');
  await malo.press('Envoyer');
  await malo.reads('Nous travaillons sur votre demande.');
  await technician.page.reload();
}

async function resolve(technician, summary) {
  await technician.follow('Résoudre');
  await technician.fill('Résumé de la résolution', summary);
  await technician.press('Résoudre');
  await technician.reads(summary); // an earlier resolution has the same line of history
}

/// Whoever still reads what was there is told what is there now.
async function moveAtOnce(owner, technician, path) {
  await withoutNews(owner);
  await owner.open(path);
  await technician.press('Commencer');
  await technician.reads('a passé le ticket à « En cours »');
  const answer = owner.page.waitForResponse((response) => response.request().method() === 'POST');
  await owner.press('Commencer');
  assert.equal((await answer).status(), 409);
  await owner.reads('En cours');
  await owner.see('deux-a-la-fois');
}

/// The clock of the business goes on; nobody does anything.
async function pass(scene, days) {
  moveClock(scene, `+${days}d`);
  const until = Date.now() + closing;
  const closed = `SELECT count(*) FROM tickets_ticket WHERE anchor = 'closed'`;
  while (scene.server.ask(closed)[0] !== '1') {
    assert.ok(Date.now() < until, 'the request is not closed after seven days');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export default {
  title: 'waiting and closing',
  variants: ['desktop', 'tablet', 'phone', 'PostgreSQL'],
  begins: 'first morning',
  get environment() { return movableClock(); },
  async run(scene) {
    const technician = await technicianEnters(scene);
    const owner = await ownerEnters(scene);
    const malo = await clientEnters(scene);
    const request = await describeProblem(malo);
    await technician.open(request.replace('/p/', '/e/').replace('/demandes/', '/tickets/'));
    await technician.reads(title);
    await technician.press('Prendre en charge');
    await technician.reads('a pris le ticket en charge');
    await moveAtOnce(owner, technician, technician.path());
    await askAndAnswer(technician, malo);
    await resolve(technician, 'Port 4 du switch remplacé.');
    await hears(malo, 'Est-ce que tout fonctionne');
    await malo.press('Non résolu');
    await malo.reads('Nous travaillons sur votre demande.');
    await technician.page.reload();
    await resolve(technician, 'Switch remplacé, image revenue.');
    await pass(scene, 8);
    const later = await clientEnters(scene);
    await later.open(request);
    await later.reads('Cette demande est terminée, elle reste consultable.');
    assert.equal(await later.page.getByRole('textbox', { name: 'Votre message' }).count(), 0);
    removeClock(scene);
  },
};
