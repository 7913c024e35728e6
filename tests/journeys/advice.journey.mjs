// TKT-051. The team writes once what clients ask often; a client who begins to ask reads it, and asks nothing.
import assert from 'node:assert/strict';
import { clientEnters, ownerEnters } from './lib/desk.mjs';

const advice = 'Une caméra est hors ligne : que vérifier ?';

async function theTeamWrites(owner, slug) {
  await owner.open(`/e/${slug}/reglages`);
  await owner.follow(/^Base de connaissances/);
  await owner.see('conseils-vide');
  await owner.follow('Nouveau conseil');
  await owner.fill('Titre', advice);
  await owner.fill('Autres mots', 'figée, image noire');
  await owner.choose('Publication', 'Publié');
  await owner.press('Enregistrer');
  await owner.reads('1 champ à corriger');
  await owner.fill('Texte', 'Débranchez son câble **dix secondes**, puis rebranchez-le.');
  await owner.press('Enregistrer');
  await owner.reads('Conseil ajouté');
  await owner.see('conseils');
}

async function theClientReads(malo) {
  await malo.follow('Accueil');
  await malo.follow('Nouvelle demande');
  await malo.page.getByLabel(/^Titre/).pressSequentially('Mes caméras sont figées');
  await malo.unfold(advice);
  await malo.reads('dix secondes');
  await malo.see('conseil-propose');
  await malo.press('Mon problème est résolu');
  await malo.reads('Aucune demande n’a été envoyée');
}

async function theClientReadsWithoutScripts(malo) {
  await malo.follow('Accueil');
  await malo.follow(advice);
  await malo.press('Mon problème est résolu');
  await malo.reads('Aucune demande n’a été envoyée');
}

export default {
  title: 'advice',
  begins: 'first morning',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  async run(scene) {
    const owner = await ownerEnters(scene);
    await theTeamWrites(owner, scene.slug);
    const malo = await clientEnters(scene);
    await (scene.variant.javaScript ? theClientReads : theClientReadsWithoutScripts)(malo);
    assert.equal(malo.path(), `/p/${scene.slug}/accueil`);
    await malo.follow(new RegExp(advice.slice(0, 20)));
    await malo.see('conseil');
    await owner.open(`/e/${scene.slug}/reglages/conseils`);
    await owner.reads(/problèmes résolus.: 1/);
    await owner.open(`/e/${scene.slug}/tickets`);
    await owner.reads('Rien à traiter');
  },
};
