// What the help says, done as it says: the words in bold are those of the screen. Its pictures are made here.
import assert from 'node:assert/strict';
import { newPerson } from './lib/browser.mjs';
import { assignSite, describeProblem, inviteTechnician, openBusiness, signUp, title } from './lib/business.mjs';

/// Every article from its list, and no link of it that leads nowhere.
async function readAll(person, name) {
  await person.see(`${name}-sommaire`);
  const list = person.path();
  const articles = await person.page.locator(`main a[href^="${list}/"]`).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.ok(articles.length >= 4);
  for (const path of articles) {
    await person.open(path);
    await person.see(`${name}-${path.split('/').at(-1)}`);
    const { broken, empty } = await person.page.evaluate(async () => {
      const images = [...document.querySelectorAll('main img')];
      await Promise.all(images.map((image) => { image.loading = 'eager'; return image.decode().catch(() => {}); }));
      const links = [...document.querySelectorAll('main a')].map((link) => link.href);
      const answers = await Promise.all(links.map(async (link) => ({ link, ok: (await fetch(link)).ok })));
      return { broken: answers.filter(({ ok }) => !ok), empty: images.filter((image) => !image.naturalWidth).map(({ src }) => src) };
    });
    assert.deepEqual({ broken, empty }, { broken: [], empty: [] }, path);
  }
}

async function theClientAsks(malo, slug) {
  await malo.follow('Accueil');
  await malo.follow('Nouvelle demande');
  await malo.fill('Titre', title);
  await malo.fill('Que se passe-t-il ?', 'Depuis ce matin l’image est noire. J’ai débranché puis rebranché le câble.');
  await malo.isPictured('demande');
  await malo.open(`/p/${slug}/accueil`);
  return describeProblem(malo);
}

async function theTeamAnswers(technician) {
  await technician.follow(/^Tickets/);
  await technician.isPictured('liste');
  await technician.follow(new RegExp(title));
  await technician.reads('Prendre en charge');
  await technician.isPictured('prendre');
  await technician.press('Prendre en charge');
  await technician.press('Commencer');
  await technician.reads('a passé le ticket à « En cours »');
  await technician.fill('Votre réponse', 'Bonjour Malo, le voyant du port 4 est-il allumé ?');
  await technician.press('Envoyer');
  await technician.reads('est-il allumé');
  await technician.isPictured('repondre');
}

async function theClientConfirms(technician, malo) {
  await malo.page.reload();
  await malo.reads('est-il allumé');
  await malo.fill('Votre message', 'Le voyant est éteint.');
  await malo.press('Envoyer');
  await malo.reads('Le voyant est éteint');
  await malo.isPictured('suivre');
  await technician.page.reload();
  await technician.follow('Résoudre');
  await technician.fill('Résumé de la résolution', 'Port 4 du switch remplacé, l’image est revenue.');
  await technician.press('Résoudre');
  await technician.reads('a passé le ticket à « Résolu »');
  await malo.page.reload();
  await malo.reads('Est-ce que tout fonctionne');
  await malo.isPictured('confirmer');
}

async function theOwnerSettles(owner, slug) {
  await owner.open(`/e/${slug}/reglages`);
  await owner.follow(/^Équipe/);
  await owner.fill('Nom de la personne', 'Erwan Salaün');
  await owner.fill('Adresse e-mail', 'erwan@ouest-vigilance.example');
  await owner.choose('Rôle', 'Technicien');
  await owner.press('Envoyer l’invitation');
  await owner.reads('Renvoyer');
  await owner.isPictured('equipe');
  await owner.open(`/e/${slug}/reglages`);
  await owner.follow(/^Courrier/);
  await owner.reads('Votre serveur d’envoi');
  await owner.isPictured('courrier');
  await owner.openMenu();
  await owner.follow('Mon compte');
  await owner.follow('Activer');
  await owner.reads('Photographiez ce code');
  await owner.isPictured('double');
}

export default {
  title: 'help',
  variants: ['desktop', 'phone'],
  async run(scene) {
    const owner = await newPerson(scene, 'owner');
    const slug = await openBusiness(owner);
    const malo = await newPerson(scene, 'client');
    await signUp(malo, slug);
    if (scene.variant.size === 'desktop') {
      const technician = await inviteTechnician(owner, scene, slug);
      await assignSite(owner);
      await owner.isPictured('site');
      await theClientAsks(malo, slug);
      await theTeamAnswers(technician);
      await theClientConfirms(technician, malo);
      await theOwnerSettles(owner, slug);
      await malo.openMenu();
      await malo.follow('Mon compte');
      await malo.isPictured('compte');
    }
    await owner.open(`/e/${slug}/aide`);
    await readAll(owner, 'aide');
    await malo.open(`/p/${slug}/aide`);
    await readAll(malo, 'aide-client');
  },
};
