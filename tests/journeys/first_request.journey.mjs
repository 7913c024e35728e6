// JRN-30 and JRN-33: from a business that opens its workspace to a request that is closed.
import assert from 'node:assert/strict';
import { newPerson } from './lib/browser.mjs';
import { linkFrom } from './lib/mailbox.mjs';

const password = 'quatre goélands sur le môle';
const business = 'Ouest Vigilance';
const title = 'Caméra 4 hors ligne';
const secret = 'Le client a débranché le switch, ne rien facturer.';

async function accept(person) {
  await person.tick('J’accepte les conditions d’utilisation');
  await person.tick('J’ai lu la politique de confidentialité et je l’accepte');
  await person.tick('J’accepte que mes données soient traitées pour fournir le service');
}

async function openBusiness(owner) {
  await owner.open('/');
  await owner.see('connexion');
  await owner.follow('Ouvrir un espace pour mon entreprise');
  await owner.reads('Ouvrez votre espace');
  await owner.see('inscription');
  await owner.fill('Nom de l’entreprise', business);
  await owner.fill('Votre nom', 'Nolwenn Tanguy');
  await owner.fill('Adresse e-mail', 'nolwenn@ouest-vigilance.example');
  await owner.fill('Téléphone', '02 98 55 01 02');
  await owner.fill('Mot de passe', password);
  await accept(owner);
  await owner.press('Créer mon espace');
  await owner.reads('Consultez vos courriels');
  await owner.see('courriel-envoye');
  await owner.open(await linkFrom(owner, { box: '/boite-d-envoi', address: 'nolwenn@ouest-vigilance.example', subject: 'Confirmez' }));
  await owner.see('confirmation');
  await owner.press('Confirmer mon adresse');
  await owner.reads('Bonjour Nolwenn');
  await owner.see('journee-vide');
  return owner.path().split('/')[2];
}

async function inviteTechnician(owner, scene, slug) {
  const address = 'tifenn@ouest-vigilance.example';
  await owner.open(`/e/${slug}/reglages`);
  await owner.see('reglages');
  await owner.follow(/^Équipe/);
  await owner.reads('Inviter quelqu’un');
  await owner.fill('Nom de la personne', 'Tifenn Le Roux');
  await owner.fill('Adresse e-mail', address);
  await owner.choose('Rôle', 'Technicien');
  await owner.press('Envoyer l’invitation');
  await owner.reads('Invitations en attente');
  await owner.see('equipe');
  const technician = await newPerson(scene, 'technician');
  await technician.open(await linkFrom(technician, { box: '/boite-d-envoi', address, subject: 'vous invite' }));
  await technician.see('invitation');
  await technician.fill('Mot de passe', password);
  await accept(technician);
  await technician.press('Accepter l’invitation');
  await technician.reads('Bonjour Tifenn');
  return technician;
}

async function signUp(malo, slug) {
  await malo.open(`/p/${slug}`);
  await malo.follow('Créer un compte client');
  await malo.see('inscription-client');
  await malo.fill('Votre nom', 'Malo Kervella');
  await malo.fill('Adresse e-mail', 'malo.kervella@kervella-elec.example');
  await malo.fill('Mot de passe', password);
  await accept(malo);
  await malo.press('Créer mon compte');
  await malo.reads('Consultez vos courriels');
  await malo.open(await linkFrom(malo, { box: '/boite-d-envoi', address: 'malo.kervella@kervella-elec.example', subject: 'Confirmez' }));
  await malo.press('Confirmer mon adresse');
  await malo.reads('Aucun site ne vous est encore attribué');
  await malo.see('portail-sans-site');
  assert.equal(await malo.page.getByRole('link', { name: 'Nouvelle demande' }).count(), 0); // JRN-30
  await malo.open(`/p/${slug}/demandes/nouvelle`);
  await malo.reads('Aucun site ne vous est encore attribué');
}

async function assignSite(owner) {
  await owner.follow('Ma journée');
  await owner.reads('Clients en attente d’un site');
  await owner.reads('Malo Kervella');
  await owner.see('journee');
  await owner.follow(/^Sites/);
  await owner.see('sites-vide');
  await owner.follow('Nouveau site');
  await owner.see('nouveau-site');
  await owner.fill('Nom du site', 'Site Horizon');
  await owner.fill('Adresse', '3 rue des Dunes');
  await owner.fill('Code postal', '29200');
  await owner.fill('Ville', 'Brest');
  await owner.press('Ajouter le site');
  await owner.reads('Aucun client n’a accès à ce site.');
  await owner.choose('Affecter un client', 'Malo Kervella');
  await owner.press('Affecter');
  await owner.reads('Site affecté');
  await owner.see('site');
}

async function describeProblem(malo) {
  await malo.follow('Accueil');
  await malo.follow('Nouvelle demande');
  await malo.see('nouvelle-demande');
  await malo.fill('Titre', title);
  await malo.fill('Que se passe-t-il ?', 'Depuis ce matin l’image est noire. J’ai débranché puis rebranché le câble, rien ne change.');
  await malo.choose('Priorité', 'Haute');
  await malo.press('Envoyer ma demande');
  await malo.reads('Votre demande est arrivée, un technicien va la lire.');
  await malo.see('demande-recue');
  return malo.path();
}

async function takeAndAnswer(technician) {
  await technician.follow(/^Tickets/);
  await technician.reads(title);
  await technician.see('tickets');
  await technician.follow(new RegExp(title));
  await technician.reads('l’image est noire');
  await technician.press('Prendre en charge');
  await technician.reads('a pris le ticket en charge');
  await technician.openPanel();
  await technician.press('Commencer');
  await technician.reads('a passé le ticket à « En cours »');
  await technician.fill('Votre réponse', 'Bonjour Malo, le voyant du **port 4** est-il allumé ?');
  await technician.press('Envoyer');
  await technician.reads('est-il allumé');
  await technician.touch('Votre réponse');
  await technician.follow('Note');
  await technician.fill('Votre note interne', secret);
  await technician.press('Noter');
  await technician.reads(secret);
  await technician.see('ticket');
  return technician.path();
}

/// Collects the bytes of every answer the person's browser gets; the function waits for the last ones.
function everythingReceivedBy(person) {
  const bodies = [];
  person.page.on('response', (response) => bodies.push(response.body().then(String, () => '')));
  return () => Promise.all(bodies);
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
  await technician.openPanel();
  await technician.follow('Attendre le client');
  await technician.fill('Votre question au client', 'Pouvez-vous lire l’étiquette du boîtier ?');
  await technician.press('Attendre le client');
  await technician.reads('a passé le ticket à « En attente client »');
  await malo.page.reload();
  await malo.reads('Nous avons besoin de votre réponse pour continuer.');
  await malo.reads('Pouvez-vous lire l’étiquette du boîtier');
  await malo.see('demande');
  await malo.fill('Votre message', 'C’est écrit OV-412, et le voyant est éteint.');
  await malo.press('Envoyer');
  await malo.reads('le voyant est éteint');
  await malo.reads('Nous travaillons sur votre demande.'); // TKT-034: an answer resumes the work
}

async function resolve(technician, malo, summary, answer) {
  await technician.page.reload();
  await technician.follow('Résoudre');
  await technician.fill('Résumé de la résolution', summary);
  await technician.press('Résoudre');
  await technician.reads(summary);
  await technician.reads('a passé le ticket à « Résolu »');
  await malo.page.reload();
  await malo.reads(summary);
  await malo.reads('Est-ce que tout fonctionne');
  await malo.see('demande-resolue');
  await malo.press(answer);
}

export default {
  title: 'a first request',
  keyboard: true,
  async run(scene) {
    const owner = await newPerson(scene, 'owner');
    const slug = await openBusiness(owner);
    const technician = await inviteTechnician(owner, scene, slug);
    const malo = await newPerson(scene, 'client');
    const received = everythingReceivedBy(malo);
    await signUp(malo, slug);
    await assignSite(owner);
    const request = await describeProblem(malo);
    await takeAndAnswer(technician);
    await waitAndResume(technician, malo);
    await resolve(technician, malo, 'Port 4 du switch remplacé.', 'Non résolu');
    await malo.reads('Nous travaillons sur votre demande.');
    await resolve(technician, malo, 'Switch remplacé, image revenue.', 'C’est résolu');
    await malo.reads('Cette demande est terminée, elle reste consultable.');
    assert.equal(await malo.page.getByRole('textbox', { name: 'Votre message' }).count(), 0);
    await malo.see('demande-terminee');
    await neverSawTheNote(malo, await received(), [request, `/p/${slug}/accueil`, `/p/${slug}/demandes?vue=past`, `/p/${slug}/sites`]);
  },
};
