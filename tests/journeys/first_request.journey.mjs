// JRN-30 and JRN-33: from a business that opens its workspace to a request that is closed.
import assert from 'node:assert/strict';
import { newPerson } from './lib/browser.mjs';
import { assignSite, describeProblem, inviteTechnician, malo_kervella, openBusiness, signUp, tifenn, title } from './lib/business.mjs';
import { hears, streamOf } from './lib/live.mjs';
import { openMail } from './lib/mailbox.mjs';

const secret = 'Le client a débranché le switch, ne rien facturer.';

async function takeAndAnswer(technician, malo) {
  await technician.follow(/^Tickets/);
  await technician.reads(title);
  await technician.see('tickets');
  await technician.follow(new RegExp(title));
  await technician.reads('l’image est noire');
  await technician.press('Prendre en charge');
  await technician.reads('a pris le ticket en charge');
  await technician.press('Commencer');
  await technician.reads('a passé le ticket à « En cours »');
  await hears(malo, 'Nous travaillons sur votre demande.');
  await technician.fill('Votre réponse', 'Bonjour Malo, le voyant du **port 4** est-il allumé ?');
  await technician.press('Envoyer');
  await technician.reads('est-il allumé');
  await hears(malo, 'est-il allumé');
  await technician.touch('Votre réponse');
  await technician.follow('Note');
  await technician.fill('Votre note interne', secret);
  await technician.press('Noter');
  await technician.reads(secret);
  await technician.see('ticket');
  return technician.path();
}

/// Collects the bytes of every answer the person's browser gets; the function waits for the last ones.
async function everythingReceivedBy(person) {
  const bodies = [];
  person.page.on('response', (response) => {
    if (response.request().resourceType() !== 'eventsource') bodies.push(response.body().then(String, () => ''));
  });
  const said = await streamOf(person);
  return async () => [...await Promise.all(bodies), ...said];
}

// TKT-013: an internal note is in no byte that a client receives.
async function neverSawTheNote(malo, received, paths) {
  const asked = await Promise.all(paths.map(async (path) => (await malo.context.request.get(path)).text()));
  const all = [...received, ...asked];
  assert.ok(all.some((bytes) => bytes.includes('voyant est éteint')), 'nothing was collected'); // a canary
  for (const bytes of all) assert.ok(!bytes.includes('débranché le switch'), 'the client received the note');
  const notes = await malo.context.request.get(`${paths[0].replace('/p/', '/e/').replace('/demandes/', '/tickets/')}`, { maxRedirects: 0 });
  assert.equal(notes.status(), 303); // the team's side is another door
}

async function waitAndResume(technician, malo) {
  await technician.follow('Attendre le client');
  await technician.fill('Votre question au client', 'Pouvez-vous lire l’étiquette du boîtier ?');
  await technician.press('Attendre le client');
  await technician.reads('a passé le ticket à « En attente client »');
  await hears(malo, 'Nous avons besoin de votre réponse pour continuer.'); // JRN-30: without reload
  await malo.reads('Pouvez-vous lire l’étiquette du boîtier');
  await malo.see('demande');
  await malo.fill('Votre message', 'C’est écrit OV-412, et le voyant est éteint.');
  await malo.press('Envoyer');
  await malo.reads('le voyant est éteint');
  await hears(technician, 'le voyant est éteint');
  await malo.reads('Nous travaillons sur votre demande.'); // TKT-034: an answer resumes the work
}

async function resolve(technician, malo, summary, answer) {
  if (!technician.variant.javaScript) await technician.page.reload();
  await technician.follow('Résoudre');
  await technician.fill('Résumé de la résolution', summary);
  await technician.press('Résoudre');
  await technician.reads(summary);
  await technician.reads('a passé le ticket à « Résolu »');
  await hears(malo, summary);
  await malo.reads('Est-ce que tout fonctionne');
  await malo.see('demande-resolue');
  await malo.press(answer);
}

/// NTF-011: the mail stands in the workspace's box.
async function isWritten(owner, slug, { address }, subject) {
  await openMail(owner, { box: `/e/${slug}/reglages/boite-d-envoi`, address, subject });
}

export default {
  title: 'a first request',
  keyboard: true,
  async run(scene) {
    const owner = await newPerson(scene, 'owner');
    const slug = await openBusiness(owner);
    const technician = await inviteTechnician(owner, scene, slug);
    const malo = await newPerson(scene, 'client');
    const received = await everythingReceivedBy(malo);
    await signUp(malo, slug);
    await assignSite(owner);
    const request = await describeProblem(malo);
    await isWritten(owner, slug, tifenn, 'Nouveau ticket');
    await takeAndAnswer(technician, malo);
    await waitAndResume(technician, malo);
    await resolve(technician, malo, 'Port 4 du switch remplacé.', 'Non résolu');
    await malo.reads('Nous travaillons sur votre demande.');
    await resolve(technician, malo, 'Switch remplacé, image revenue.', 'C’est résolu');
    await malo.reads('Cette demande est terminée, elle reste consultable.');
    assert.equal(await malo.page.getByRole('textbox', { name: 'Votre message' }).count(), 0);
    await malo.see('demande-terminee');
    await isWritten(owner, slug, malo_kervella, 'Réponse à votre demande');
    await isWritten(owner, slug, malo_kervella, ': Résolue');
    await neverSawTheNote(malo, await received(), [request, `/p/${slug}/accueil`, `/p/${slug}/demandes?vue=past`, `/p/${slug}/sites`]);
  },
};
