// The trial of live pages: what must change by itself, and what must be left alone.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describeProblem, title } from './lib/business.mjs';
import { clientEnters, ownerEnters, technicianEnters } from './lib/desk.mjs';
import { startServer } from './lib/server.mjs';
import { countReadings, hears, isLive, soon, streamOf, turn, withoutNews } from './lib/live.mjs';

const burst = 30;
const tabs = 20;
const streams_max = 2; // the page that leads, and one that takes over
const silent_ms = 80_000; // longer than a page waits before it asks

async function say(person, label, text, button = 'Envoyer') {
  await person.fill(label, text);
  await person.press(button);
  await person.page.locator('article').filter({ hasText: text }).first().waitFor();
}

/// From the press of the button to the words on the other's page, ms; the writer's own page is waited for beside.
async function sayAndTime(writer, label, text, reader) {
  await writer.fill(label, text);
  const since = Date.now();
  const read = reader.reads(text).then(() => Date.now() - since);
  await writer.press('Envoyer');
  const waited = await read;
  await writer.page.locator('article').filter({ hasText: text }).first().waitFor();
  assert.ok(waited <= soon, `${reader.who} waited ${waited} ms for « ${text} »`);
  return waited;
}

/// Sends messages as the form of the page would, as fast as the server takes them.
async function sendMany(malo, request, count) {
  const page = await (await malo.context.request.get(request)).text();
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page)[1];
  for (let n = 1; n <= count; n += 1) {
    const answer = await malo.context.request.post(`${request}/messages`, { form: { _csrf: csrf, body: `Rafale ${n} sur ${count}.` }, maxRedirects: 0 });
    assert.equal(answer.status(), 303);
  }
}

// Rows of a list change, and what is written in a record's forms is left alone.
async function draftsAreKept(technician, malo, request) {
  await technician.unfold('Partager ce ticket');
  await technician.page.getByLabel('Message').last().fill('Regarde le port 4.');
  await technician.page.getByLabel('Votre réponse').fill('Je regarde tout de');
  await technician.page.getByLabel('Votre réponse').focus();
  await technician.page.evaluate(() => scrollTo(0, 60));
  const scrolled = await technician.page.evaluate(() => scrollY);
  const waited = await sayAndTime(malo, 'Votre message', 'La caméra 3 est noire aussi.', technician);
  assert.equal(await technician.page.getByLabel('Votre réponse').inputValue(), 'Je regarde tout de');
  assert.ok(await technician.page.getByLabel('Votre réponse').evaluate((box) => box === document.activeElement));
  assert.equal(await technician.page.getByLabel('Message').last().inputValue(), 'Regarde le port 4.');
  assert.ok(await technician.page.locator('details[open]').count() > 0, 'the details were closed');
  assert.equal(await technician.page.evaluate(() => scrollY), scrolled);
  await technician.page.getByLabel('Votre réponse').fill('');
  return waited;
}

async function burstIsOneOrTwo(technician, malo, request) {
  const readings = countReadings(technician, technician.path());
  const began = Date.now();
  await sendMany(malo, request, burst);
  const seconds = (Date.now() - began) / 1000;
  await hears(technician, `Rafale ${burst} sur ${burst}.`);
  await technician.page.waitForTimeout(1_000);
  const most = 4 * seconds + 3; // one each 250 ms
  assert.ok(readings() <= most, `${readings()} readings for ${burst} changes in ${seconds} s`);
  return { changes: burst, readings: readings(), seconds };
}

async function missedIsCaughtUp(technician, malo) {
  await technician.context.setOffline(true);
  await say(malo, 'Votre message', 'Dit pendant la coupure.');
  await technician.page.waitForTimeout(1_500);
  await technician.readsNot('Dit pendant la coupure.');
  await technician.context.setOffline(false);
  const since = Date.now();
  await technician.reads('Dit pendant la coupure.');
  return Date.now() - since;
}

async function hiddenIsSilent(technician, malo) {
  await turn(technician, 'hidden');
  const readings = countReadings(technician, technician.path());
  await say(malo, 'Votre message', 'Dit pendant que personne ne regarde.');
  await technician.page.waitForTimeout(1_500);
  assert.equal(readings(), 0);
  await turn(technician, 'seen');
  await hears(technician, 'Dit pendant que personne ne regarde.');
}

async function backIsLive(technician, malo, ticket) {
  await technician.follow(/^Tickets/);
  await technician.page.waitForFunction(() => location.pathname.endsWith('/tickets'));
  await technician.page.goBack({ waitUntil: 'commit' });
  await technician.page.waitForFunction((path) => location.pathname === path, ticket);
  await isLive(technician);
  await say(malo, 'Votre message', 'Dit après le retour.');
  await hears(technician, 'Dit après le retour.');
}

async function presenceIsShown(technician, owner, malo, ticket) {
  await owner.open(ticket);
  await isLive(owner);
  await owner.page.locator('#presence', { hasText: 'Tifenn Le Roux regarde aussi ce ticket' }).waitFor({ timeout: 5_000 });
  await technician.page.getByLabel('Votre réponse').pressSequentially('Bon');
  await owner.page.locator('#presence', { hasText: 'Tifenn Le Roux est en train de répondre' }).waitFor({ timeout: 5_000 });
  assert.equal(await malo.page.locator('#presence').count(), 0); // TKT-047: a client never learns who is there
  await whoAnswersTooIsAsked(technician, owner);
}

/// TKT-047: sending while a colleague writes asks first; both replies stay.
async function whoAnswersTooIsAsked(technician, owner) {
  await owner.page.getByLabel('Votre réponse').fill('Je m’en occupe.');
  await owner.page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  const question = owner.page.locator('dialog#confirm', { hasText: 'Tifenn Le Roux est en train de répondre. Envoyer quand même' });
  await question.waitFor();
  await owner.see('deux-reponses');
  await question.locator('button[value=yes]').click();
  await hears(technician, 'Je m’en occupe.');
  await technician.page.locator('#presence', { hasText: 'en train de répondre' }).waitFor({ state: 'detached' });
  await say(technician, 'Votre réponse', 'Bonjour, nous regardons.');
  for (const words of ['Je m’en occupe.', 'Bonjour, nous regardons.']) await hears(owner, words);
}

async function allTabsAreLive(technician, malo, slug) {
  const sources = [];
  technician.context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/flux') sources.push(request.url());
  });
  const opened = [];
  for (let n = 0; n < tabs; n += 1) {
    const tab = await technician.anotherTab();
    await tab.open(`/e/${slug}/tickets`);
    opened.push(tab);
  }
  await opened.at(-1).page.waitForTimeout(1_000);
  await malo.open(`/p/${slug}/demandes/nouvelle`);
  await malo.fill('Titre', 'Badge du local refusé');
  await malo.fill('Que se passe-t-il ?', 'Le badge 12 n’ouvre plus la porte du local.');
  await malo.press('Envoyer ma demande');
  const since = Date.now();
  await Promise.all(opened.map((tab) => tab.reads('Badge du local refusé')));
  const waited = Date.now() - since;
  for (const tab of opened) await tab.page.close();
  assert.ok(sources.length <= streams_max, `${sources.length} streams were opened for ${tabs} tabs`);
  return waited;
}

/// Behind a proxy that keeps the stream back, the page asks by itself (PLT-057).
async function silenceIsAsked(scene, malo, ticket) {
  const behind = await technicianEnters(scene);
  await withoutNews(behind);
  await behind.page.clock.install();
  await behind.open(ticket);
  await say(malo, 'Votre message', 'Dit derrière un relais muet.');
  await behind.page.waitForTimeout(1_000);
  await behind.readsNot('Dit derrière un relais muet.'); // a canary: no stream came through
  await behind.page.clock.fastForward(silent_ms);
  await behind.reads('Dit derrière un relais muet.');
  await behind.context.close();
}

// TKT-013: a client learns nothing from a note, not even when it was written.
async function noteIsSilent(technician, malo, request) {
  const said = await streamOf(malo);
  await malo.open(request);
  await isLive(malo);
  await malo.page.waitForTimeout(1_000);
  const before = said.length;
  const tag = (await malo.context.request.get(request)).headers().etag;
  await technician.follow('Note');
  await technician.fill('Votre note interne', 'Le client a débranché le switch.');
  await technician.press('Noter');
  await technician.reads('Le client a débranché le switch.');
  await malo.page.waitForTimeout(1_500);
  assert.deepEqual(said.slice(before), []);
  assert.equal((await malo.context.request.get(request)).headers().etag, tag);
  await technician.follow('Répondre');
  await say(technician, 'Votre réponse', 'Nous regardons.'); // a canary: the stream was listening
  await hears(malo, 'Nous regardons.');
  assert.ok(said.length > before, 'nothing was collected');
}

/// A second process on the same database: what one commits reaches the pages of the other.
async function otherProcessHears(scene, technician, malo, ticket) {
  const { env, data } = scene.server;
  const second = await startServer('postgres', { ETABLI_DATABASE_URL: env.ETABLI_DATABASE_URL, ETABLI_KEY_FILE: env.ETABLI_KEY_FILE ?? join(data, 'etabli.key') });
  try {
    const far = await technician.anotherTab();
    await far.open(`${second.base}${ticket}`);
    await isLive(far);
    const waited = await sayAndTime(malo, 'Votre message', 'Dit dans un autre processus.', far);
    await far.page.close();
    return waited;
  } finally {
    await second.stop();
  }
}

// The next action is refused, and the page says so by itself.
async function lostRightsEndIt(technician, owner, slug, ticket) {
  await technician.open(`/e/${slug}/tickets`);
  const _csrf = await technician.page.locator('meta[name=csrf-token]').getAttribute('content');
  await isLive(technician);
  await owner.open(`/e/${slug}/reglages/equipe`);
  await owner.follow(/Tifenn Le Roux/);
  await owner.press('Désactiver l’accès');
  await technician.reads('Cette page n’existe pas');
  const answer = await technician.context.request.get(`/e/${slug}/tickets`, { maxRedirects: 0 });
  assert.ok([303, 404].includes(answer.status()), `the list still answers ${answer.status()}`);
  const words = 'écrit sans en avoir le droit';
  await technician.context.request.post(`${ticket}/messages`, { form: { _csrf, body: words }, maxRedirects: 0 });
  await owner.open(ticket);
  await owner.readsNot(words);
}

export default {
  title: 'live pages',
  variants: ['desktop', 'PostgreSQL'],
  begins: 'first morning',
  async run(scene) {
    const { slug } = scene;
    const owner = await ownerEnters(scene);
    const technician = await technicianEnters(scene);
    const malo = await clientEnters(scene);
    await technician.follow(/^Tickets/);
    await isLive(technician);
    const request = await describeProblem(malo);
    await hears(technician, title); // a row of the list
    await technician.follow(new RegExp(title));
    await technician.page.waitForFunction(() => location.pathname.includes('/tickets/T-'));
    await isLive(technician);
    const ticket = technician.path();
    const figures = {
      change: await draftsAreKept(technician, malo, request),
      burst: await burstIsOneOrTwo(technician, malo, request),
      cut: await missedIsCaughtUp(technician, malo),
    };
    await hiddenIsSilent(technician, malo);
    await backIsLive(technician, malo, ticket);
    await noteIsSilent(technician, malo, request);
    await presenceIsShown(technician, owner, malo, ticket);
    if (scene.variant.engine === 'postgres') figures.process = await otherProcessHears(scene, technician, malo, ticket);
    await silenceIsAsked(scene, malo, ticket);
    figures.tabs = await allTabsAreLive(technician, malo, slug);
    await lostRightsEndIt(technician, owner, slug, ticket);
    console.log(`live figures, ms: ${JSON.stringify(figures)}`);
  },
};
