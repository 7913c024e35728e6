// The first steps of a business, which every journey on tickets needs.
import assert from 'node:assert/strict';
import { newPerson } from './browser.mjs';
import { linkFrom } from './mailbox.mjs';

export const password = 'quatre goélands sur le môle';
export const title = 'Caméra 4 hors ligne';
export const ouest = { business: 'Ouest Vigilance', name: 'Nolwenn Tanguy', address: 'nolwenn@ouest-vigilance.example' };
export const malo_kervella = { name: 'Malo Kervella', address: 'malo.kervella@kervella-elec.example' };

export async function accept(person) {
  await person.tick('J’accepte les conditions d’utilisation');
  await person.tick('J’ai lu la politique de confidentialité et je l’accepte');
  await person.tick('J’accepte que mes données soient traitées pour fournir le service');
  await answerIfAsked(person);
}

const numbers = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix',
  'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf', 'vingt'];

/// The fourth sign-up from one address is asked a sum (PLT-096).
async function answerIfAsked(person) {
  const question = person.page.getByText(/^Combien font/).filter({ visible: true });
  if (!(await question.count())) return;
  const [, first, sign, second] = /Combien font (\S+) (plus|moins) (\S+?)\s?\?/.exec(await question.first().innerText());
  const terms = [numbers.indexOf(first), numbers.indexOf(second)];
  await person.fill(/^Combien font/, String(sign === 'plus' ? terms[0] + terms[1] : terms[0] - terms[1]));
}

export async function openBusiness(owner, { business, name, address, trade = 'Support technique' } = ouest) {
  await owner.open('/');
  await owner.see('connexion');
  await owner.follow('Ouvrir un espace pour mon entreprise');
  await owner.reads('Ouvrez votre espace');
  await owner.see('inscription');
  await owner.fill('Nom de l’entreprise', business);
  await owner.choose('Votre métier', trade);
  await owner.fill('Votre nom', name);
  await owner.fill('Adresse e-mail', address);
  await owner.fill('Téléphone', '02 98 55 01 02');
  await owner.fill('Mot de passe', password);
  await accept(owner);
  await owner.press('Créer mon espace');
  await owner.reads('Consultez vos courriels');
  await owner.see('courriel-envoye');
  await owner.open(await linkFrom(owner, { box: '/boite-d-envoi', address, subject: 'Confirmez' }));
  await owner.see('confirmation');
  await owner.press('Confirmer mon adresse');
  await owner.reads(`Bonjour ${name.split(' ')[0]}`);
  await owner.see('journee-vide');
  return owner.path().split('/')[2];
}

/// Somebody who has an account comes in at another machine.
export async function enters(scene, who, door, person) {
  const entering = await newPerson(scene, who);
  await entering.open(door);
  await signIn(entering, person);
  await entering.reads(new RegExp(`^Bonjour ${person.name.split(' ')[0]}`));
  return entering;
}

export const tifenn = { who: 'technician', name: 'Tifenn Le Roux', address: 'tifenn@ouest-vigilance.example', role: 'Technicien' };

export function inviteTechnician(owner, scene, slug) {
  return inviteMember(owner, scene, slug, tifenn);
}

export async function inviteMember(owner, scene, slug, { who, name, address, role }) {
  await owner.open(`/e/${slug}/reglages`);
  await owner.see('reglages');
  await owner.follow(/^Équipe/);
  await owner.reads('Inviter quelqu’un');
  await owner.fill('Nom de la personne', name);
  await owner.fill('Adresse e-mail', address);
  await owner.choose('Rôle', role);
  await owner.press('Envoyer l’invitation');
  await owner.reads('Invitations en attente');
  await owner.see('equipe');
  const member = await newPerson(scene, who);
  await member.open(await linkFrom(member, { box: '/boite-d-envoi', address, subject: 'vous invite' }));
  await member.see('invitation');
  await member.fill('Mot de passe', password);
  await accept(member);
  await member.press('Accepter l’invitation');
  await member.reads(`Bonjour ${name.split(' ')[0]}`);
  return member;
}

export async function signIn(person, { address, secret = password }) {
  await person.fill(/^Adresse e-mail/, address);
  await person.fill('Mot de passe', secret);
  await person.press('Se connecter');
}

export async function signUp(malo, slug, { name, address } = malo_kervella) {
  await malo.open(`/p/${slug}`);
  await malo.follow('Créer un compte client');
  await malo.see('inscription-client');
  await malo.fill('Votre nom', name);
  await malo.fill('Adresse e-mail', address);
  await malo.fill('Mot de passe', password);
  await accept(malo);
  await malo.press('Créer mon compte');
  await malo.reads('Consultez vos courriels');
  await malo.open(await linkFrom(malo, { box: '/boite-d-envoi', address, subject: 'Confirmez' }));
  await malo.press('Confirmer mon adresse');
  await malo.reads('Aucun site ne vous est encore attribué');
  await malo.see('portail-sans-site');
  assert.equal(await malo.page.getByRole('link', { name: 'Nouvelle demande' }).count(), 0); // JRN-30
  await malo.open(`/p/${slug}/demandes/nouvelle`);
  await malo.reads('Aucun site ne vous est encore attribué');
}

export async function assignSite(owner, { address } = { address: '3 rue des Dunes' }) {
  await owner.follow('Ma journée');
  await owner.reads('Clients en attente d’un site');
  await owner.reads('Malo Kervella');
  await owner.see('journee');
  await owner.follow(/^Sites/);
  await owner.see('sites-vide');
  await owner.follow('Nouveau site');
  await owner.see('nouveau-site');
  await owner.fill('Nom du site', 'Site Horizon');
  await owner.fill('Adresse', address);
  await owner.fill('Code postal', '29200');
  await owner.fill('Ville', 'Brest');
  await owner.press('Ajouter le site');
  await owner.reads('Aucun client n’a accès à ce site.');
  await owner.choose('Affecter un client', 'Malo Kervella');
  await owner.press('Affecter');
  await owner.reads('Site affecté');
  await owner.see('site');
}

/// A report in PDF, small and whole.
export const report = {
  name: 'releve.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

export async function describeProblem(malo, words = title) {
  await malo.follow('Accueil');
  await malo.follow('Nouvelle demande');
  await malo.see('nouvelle-demande');
  await malo.fill('Titre', words);
  await malo.fill('Que se passe-t-il ?', 'Depuis ce matin l’image est noire. J’ai débranché puis rebranché le câble, rien ne change.');
  await malo.choose('Priorité', 'Haute');
  await malo.page.locator('input[type=file]').first().setInputFiles(report);
  await malo.press('Envoyer ma demande');
  await malo.reads('Votre demande est arrivée, un technicien va la lire.');
  await malo.reads(report.name);
  await malo.see('demande-recue');
  return malo.path();
}
