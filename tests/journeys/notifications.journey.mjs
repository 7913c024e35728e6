// The bell of both sides: what is told, read, marked, and chosen (NTF-003).
import { describeProblem, title } from './lib/business.mjs';
import { clientEnters, ownerEnters } from './lib/desk.mjs';

const bell = /^Notifications/;

/// The bell says so, or nothing waits.
function hears(person, words) {
  return person.find(person.page.getByRole('link', { name: words, exact: true }));
}

async function answerTwice(owner) {
  await owner.follow(/^Tickets/);
  await owner.follow(new RegExp(title));
  await owner.reads('l’image est noire');
  for (const words of ['Bonjour Malo, nous regardons.', 'Le voyant du port 4 est-il allumé ?']) {
    await owner.fill('Votre réponse', words);
    await owner.press('Envoyer');
    await owner.reads(words);
  }
}

async function readTheTeams(owner) {
  await owner.follow('Ma journée');
  await hears(owner, /^Notifications.*1\sà lire/);
  await owner.follow(bell);
  await owner.reads('Nouvelle demande, écrite par Malo Kervella');
  await owner.see('notifications');
  await owner.follow(/Nouvelle demande, écrite par/);
  await owner.reads(title);
  await hears(owner, 'Notifications');
}

async function chooseLess(owner) {
  await owner.follow(bell);
  await owner.follow('Mes notifications');
  await owner.reads('vous devez le savoir');
  await owner.see('notifications-choix');
  await owner.press('Enregistrer');
  await owner.reads('Vos choix sont enregistrés.');
}

async function ruleForTheTeam(owner, slug) {
  await owner.open(`/e/${slug}/reglages/notifications?role=admin`);
  await owner.reads('chacun peut changer pour lui-même');
  await owner.see('notifications-regles');
}

async function readTheClients(malo, slug) {
  await malo.open(`/p/${slug}`);
  await hears(malo, /^Notifications.*1\sà lire/);
  await malo.follow(bell);
  await malo.reads('2 nouvelles réponses, la dernière de Nolwenn Tanguy');
  await malo.see('notifications-client');
  await malo.press(/^Marquer comme lue/);
  await malo.follow('Non lues');
  await malo.reads('Tout est lu');
  await malo.see('notifications-vide');
}

export default {
  title: 'the bell of both sides',
  keyboard: true,
  begins: 'first morning',
  async run(scene) {
    const { slug } = scene;
    const owner = await ownerEnters(scene);
    const malo = await clientEnters(scene);
    await describeProblem(malo);
    await readTheTeams(owner);
    await malo.open(`/p/${slug}`); // an answer that appears under his eyes is read
    await answerTwice(owner);
    await readTheClients(malo, slug);
    await chooseLess(owner);
    await ruleForTheTeam(owner, slug);
  },
};
