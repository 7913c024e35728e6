// What people do wrong, or what happens to them, and what they have not lost afterwards.
import assert from 'node:assert/strict';
import { describeProblem, password, title } from './lib/business.mjs';
import { clientEnters, ownerEnters, technicianEnters } from './lib/desk.mjs';
import { isLive, withoutNews } from './lib/live.mjs';

const reply = 'Le voyant clignote en orange depuis midi.';

async function wrongInputIsKept(malo) {
  await malo.follow('Toutes mes demandes'); // on a phone the reply box is where the tabs were
  await malo.follow('Accueil');
  await malo.follow('Nouvelle demande');
  await malo.fill('Titre', 'Badge');
  await malo.page.locator('form[novalidate], main form').evaluateAll((forms) => forms.forEach((form) => { form.noValidate = true; }));
  await malo.press('Envoyer ma demande');
  await malo.page.locator('#f-description-error').waitFor();
  assert.equal(await malo.page.inputValue('#f-title'), 'Badge');
  assert.equal(await malo.page.getAttribute('#f-description', 'aria-invalid'), 'true');
  assert.match(await malo.page.getAttribute('#f-description', 'aria-describedby'), /f-description-error/);
  await malo.see('saisie-refusee');
}

/// Two clicks as fast as a hand makes them.
async function doubleClickMakesOne(malo, slug) {
  await malo.fill('Que se passe-t-il ?', 'Le badge 12 n’ouvre plus la porte du local.');
  await (await malo.find(malo.page.getByRole('button', { name: 'Envoyer ma demande' }))).dblclick();
  await malo.reads('Votre demande est arrivée');
  await malo.open(`/p/${slug}/demandes`);
  assert.equal(await malo.page.getByRole('link', { name: /^Badge/ }).filter({ visible: true }).count(), 1);
}

async function emptyMessageIsSaid(malo, request) {
  await malo.open(request);
  await malo.press('Envoyer');
  await malo.reads('Ce champ est à remplir.');
  await malo.fill('Votre message', 'Le badge 14 non plus.');
  await malo.press('Envoyer');
  await malo.page.locator('article').filter({ hasText: 'Le badge 14 non plus.' }).waitFor();
}

async function expiredSessionKeepsTheText(malo, request) {
  await malo.open(request);
  if (malo.variant.javaScript) await isLive(malo); // else the stream that is being opened is sent to sign in
  await malo.fill('Votre message', reply);
  await malo.context.clearCookies();
  await malo.press('Envoyer');
  await malo.reads('ce que vous aviez écrit vous attend');
  assert.equal(await malo.page.getByLabel('Votre message').count(), 0); // nothing of the page before
  await malo.see('session-expiree');
  await malo.fill(/^Adresse e-mail/, 'malo.kervella@kervella-elec.example');
  await malo.fill('Mot de passe', password);
  await malo.press('Se connecter');
  await malo.reads(title);
  assert.equal(await malo.page.getByLabel('Votre message').inputValue(), reply);
  assert.equal(await malo.page.locator('article').filter({ hasText: reply }).count(), 0); // not sent by itself
  await malo.press('Envoyer');
  await malo.page.locator('article').filter({ hasText: reply }).waitFor();
}

/// The technician moves it while the owner still looks at the page of before.
async function secondMoveConflicts(owner, technician, ticket) {
  await technician.open(ticket);
  await technician.press('Prendre en charge');
  await technician.reads('a pris le ticket en charge');
  await withoutNews(owner);
  await owner.open(ticket);
  await owner.reads(title);
  await technician.press('Commencer');
  await technician.reads('a passé le ticket à « En cours »');
  const answer = owner.page.waitForResponse((response) => response.request().method() === 'POST');
  await owner.press('Commencer');
  assert.equal((await answer).status(), 409);
  await owner.reads('Tifenn Le Roux a changé ce ticket entre-temps');
  await owner.see('conflit');
}

async function foreignNumberIsNotFound(malo, slug) {
  for (const path of [`/p/${slug}/demandes/T-2026-09999`, '/p/une-autre-entreprise/demandes/T-2026-00001', `/p/${slug}/nulle-part`]) {
    const answer = await malo.page.goto(path);
    assert.ok([404].includes(answer.status()), `${path} answers ${answer.status()}`);
  }
  await malo.see('introuvable');
}

async function spentLinkSaysWhatToDo(person) {
  const answer = await person.page.goto('/inscription/confirmation/dGhpcyBpcyBub3QgYSB0b2tlbg');
  assert.equal(answer.status(), 410);
  await person.reads('Ce lien n’est plus valable');
  await person.see('lien-perime');
}

export default {
  title: 'refusals',
  variants: ['desktop', 'tablet', 'phone', 'without JavaScript'],
  begins: 'first morning',
  async run(scene) {
    const { slug } = scene;
    const owner = await ownerEnters(scene);
    const technician = await technicianEnters(scene);
    const malo = await clientEnters(scene);
    const request = await describeProblem(malo);
    await wrongInputIsKept(malo);
    await doubleClickMakesOne(malo, slug);
    await emptyMessageIsSaid(malo, request);
    await expiredSessionKeepsTheText(malo, request);
    await foreignNumberIsNotFound(malo, slug);
    await secondMoveConflicts(owner, technician, request.replace('/p/', '/e/').replace('/demandes/', '/tickets/'));
    await spentLinkSaysWhatToDo(owner);
  },
};
