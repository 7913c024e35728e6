// What protects an account, by the person who holds it: the second factor, its recovery codes, the policy
// that demands it, a password that was forgotten.
import assert from 'node:assert/strict';
import { Authenticator } from './lib/authenticator.mjs';
import { newPerson } from './lib/browser.mjs';
import { inviteTechnician, malo_kervella, openBusiness, ouest, signIn, signUp } from './lib/business.mjs';
import { linkFrom } from './lib/mailbox.mjs';

const new_password = 'la marée monte sans prévenir';

/// From the page that shows the key to the recovery codes.
async function enrol(person) {
  await person.reads('Photographiez ce code');
  const device = new Authenticator(await person.page.locator('main code').innerText());
  await person.enterCode('000000', 'Activer');
  await person.reads('Ce code n’est pas le bon');
  await person.see('double-authentification');
  await person.enterCode(await device.code(), 'Activer');
  await person.reads('Vos codes de secours');
  const codes = await person.page.locator('main li code').allInnerTexts();
  assert.equal(codes.length, 10); // IDN-014
  await person.see('codes-de-secours');
  await person.follow('Je les ai notés');
  return { device, codes };
}

// IDN-014: the factor is asked at sign-in, a code serves once, and so does a recovery code.
async function enrolAndComeBack(owner) {
  await owner.openMenu();
  await owner.follow('Mon compte');
  await owner.see('compte');
  await owner.follow('Activer');
  const { device, codes } = await enrol(owner);
  await owner.reads('Bonjour Nolwenn');
  await owner.signOut();
  await owner.reads('Vous êtes déconnecté');
  await signIn(owner, ouest);
  await owner.reads('Code de vérification');
  await owner.see('verification');
  const code = await device.code();
  await owner.enterCode(code, 'Vérifier');
  await owner.reads('Bonjour Nolwenn');
  await owner.signOut();
  await signIn(owner, ouest);
  await owner.reads('Code de vérification');
  await owner.enterCode(code, 'Vérifier');
  await owner.reads('il a déjà servi');
  await useRecoveryCode(owner, codes[0]);
  await owner.reads('Bonjour Nolwenn');
  await owner.signOut();
  await signIn(owner, ouest);
  await useRecoveryCode(owner, codes[0]);
  await owner.reads('il a déjà servi');
  await useRecoveryCode(owner, codes[1].toUpperCase().replaceAll('-', ' '));
  await owner.reads('Bonjour Nolwenn');
}

async function useRecoveryCode(person, code) {
  await person.unfold('Utiliser un code de secours');
  await person.fill('Code de secours', code);
  await person.press('Utiliser ce code');
}

// IDN-015: who has not enrolled where the policy demands it reaches nothing but the enrolment.
async function demandFactor(owner, technician, slug) {
  await owner.open(`/e/${slug}/reglages`);
  await owner.follow(/^Rôles et permissions/);
  await owner.see('roles');
  await owner.choose('Technicien', 'Exigée');
  await owner.press('Enregistrer · Technicien');
  await owner.page.waitForLoadState('load');
  if (!technician.variant.javaScript) await technician.follow(/^Tickets/); // a live page goes there by itself
  await technician.reads('La page que vous ouvrez la demande : activez-la pour continuer.');
  for (const path of ['/journee', '/tickets', '/tickets/nouveau', '/projets'])
    assert.equal((await technician.context.request.get(`/e/${slug}${path}`, { maxRedirects: 0 })).status(), 303);
  await enrol(technician);
  await technician.open(`/e/${slug}/tickets`);
  await technician.reads('Nouveau ticket');
}

// IDN-011: the link serves once, the sessions are closed, an unknown address reads the same page.
async function forgetPassword(malo, slug) {
  const elsewhere = await newPerson(malo.scene, 'client elsewhere');
  await elsewhere.open(`/p/${slug}`);
  await elsewhere.follow('Mot de passe oublié ?');
  await elsewhere.see('mot-de-passe-oublie');
  await elsewhere.fill('Adresse e-mail', 'personne@nulle-part.example');
  await elsewhere.press('Recevoir le lien');
  await elsewhere.reads('Si un compte a cette adresse');
  const answer = await elsewhere.page.locator('main').innerText();
  await elsewhere.open(`/p/${slug}/mot-de-passe-oublie`);
  await elsewhere.fill('Adresse e-mail', malo_kervella.address);
  await elsewhere.press('Recevoir le lien');
  await elsewhere.reads('Si un compte a cette adresse');
  assert.equal(await elsewhere.page.locator('main').innerText(), answer);
  const link = await linkFrom(elsewhere, { box: '/boite-d-envoi', address: malo_kervella.address, subject: 'nouveau mot de passe' });
  await elsewhere.open(link);
  await elsewhere.see('nouveau-mot-de-passe');
  await elsewhere.fill('Nouveau mot de passe', 'motdepasse');
  await elsewhere.press('Enregistrer le mot de passe');
  await elsewhere.page.locator('#f-password-error').waitFor();
  await elsewhere.fill('Nouveau mot de passe', new_password);
  await elsewhere.press('Enregistrer le mot de passe');
  await elsewhere.reads('Votre mot de passe est changé');
  await malo.open(`/p/${slug}/accueil`);
  await malo.reads('Se connecter'); // his session of before is over
  await signIn(malo, malo_kervella);
  await malo.reads('Identifiant ou mot de passe incorrect.');
  await signIn(malo, { ...malo_kervella, secret: new_password });
  await malo.reads('Aucun site ne vous est encore attribué');
  await elsewhere.open(link);
  await elsewhere.reads('Ce lien n’est plus valable');
}

export default {
  title: 'accounts',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  async run(scene) {
    const owner = await newPerson(scene, 'owner');
    const slug = await openBusiness(owner);
    const technician = await inviteTechnician(owner, scene, slug);
    const malo = await newPerson(scene, 'client');
    await signUp(malo, slug);
    await enrolAndComeBack(owner);
    await demandFactor(owner, technician, slug);
    await forgetPassword(malo, slug);
  },
};
