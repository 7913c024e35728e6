// A builder on his first morning: Hervé leads « Charpentes du Trégor », Loeiza and Yannig are employees, Aurore Penhoat
// has two worksites and no e-mail. Made once a run on each engine through the browser; each journey has a copy.
import { newPerson } from './browser.mjs';
import { accept, enters, inviteMember, openBusiness, password } from './business.mjs';
import { blankStart, startServer } from './server.mjs';

export const builder = { business: 'Charpentes du Trégor', name: 'Hervé Quéméner', address: 'herve@charpentes-tregor.example', trade: 'Avancement de chantier' };
export const loeiza = { who: 'employee', name: 'Loeiza Stéphan', address: 'loeiza@charpentes-tregor.example', role: 'Employé' };
export const yannig = { who: 'other employee', name: 'Yannig Le Dû', address: 'yannig@charpentes-tregor.example', role: 'Employé' };
export const aurore = { name: 'Aurore Penhoat', address: 'aurore.penhoat' };

const worksites = [['CH-118', 'Extension bois'], ['CH-131', 'Toiture']];
const made = new Map(); // engine → what startServer copies, with the slug of the business

export function yardMorning(browser, engine) {
  if (!made.has(engine)) made.set(engine, make(browser, engine));
  return made.get(engine);
}

/// IDN-004, IDN-006: the team makes the client's account, who has no e-mail, and hands her a link.
async function addAurore(employee, slug) {
  await employee.follow(/^Clients/);
  await employee.follow('Nouveau client');
  await employee.tick('Particulier');
  await employee.fill('Prénom', 'Aurore');
  await employee.fill('Nom', 'Penhoat');
  await employee.fill('Téléphone', '06 98 00 00 31');
  await employee.press('Ajouter le client');
  await employee.reads('Client ajouté');
  const client = employee.path();
  await employee.follow('Donner un accès');
  await employee.fill('Nom de la personne', aurore.name);
  await employee.fill(/^Nom d’utilisateur/, aurore.address);
  await employee.press('Donner l’accès');
  await employee.press('Créer un lien');
  await employee.reads(`Un lien pour ${aurore.name}`);
  const link = /https?:\/\/\S+/.exec(await employee.page.locator('main').innerText())[0];
  const aurores = await newPerson(employee.scene, 'client');
  await aurores.open(new URL(link).pathname);
  await aurores.fill('Mot de passe', password);
  await accept(aurores);
  await aurores.press('Ouvrir mon accès');
  await aurores.reads(/^Bonjour Aurore/);
  return client;
}

export async function addSheet(employee, slug, [identifier, title], client = aurore.name) {
  await employee.open(`/e/${slug}/nouvelle-fiche`);
  await employee.choose('Client', client);
  await employee.fill('Identifiant du chantier', identifier);
  await employee.fill('Titre du chantier', title);
  await employee.fill('Adresse du chantier', '4 rue des Embruns');
  await employee.fill('Code postal', '22700');
  await employee.fill('Commune', 'Perros-Guirec');
  await employee.fill('Début', new Date().toISOString().slice(0, 10));
  await employee.press('Créer la fiche');
  await employee.reads('Fiche d’avancement créée');
}

async function make(browser, engine) {
  const server = await startServer(engine, {}, await blankStart(engine));
  const scene = {
    browser, server, contexts: [], faults: [],
    variant: { name: 'yard morning', engine, size: 'desktop', javaScript: true },
    viewport: { width: 1440, height: 900 },
  };
  try {
    const owner = await newPerson(scene, 'owner');
    const slug = await openBusiness(owner, builder);
    const employee = await inviteMember(owner, scene, slug, loeiza);
    await inviteMember(owner, scene, slug, yannig);
    const client = await addAurore(employee, slug);
    for (const worksite of worksites) await addSheet(employee, slug, worksite);
    if (scene.faults.length) throw new Error(scene.faults.join('\n'));
    return { slug, client, ...(await server.leave()) };
  } catch (error) {
    for (const [at, page] of scene.contexts.flatMap((context) => context.pages()).entries()) await page.screenshot({ path: `build/logs/journeys/yard-${at}.png` }).catch(() => {});
    await server.stop();
    throw error;
  } finally {
    await Promise.all(scene.contexts.map((context) => context.close()));
  }
}

/// Nothing of what was made stays.
export async function clearYards() {
  for (const morning of await Promise.allSettled(made.values())) morning.value?.remove();
}

export const builderEnters = (scene) => enters(scene, 'owner', '/connexion', builder);
export const loeizaEnters = (scene) => enters(scene, 'employee', '/connexion', loeiza);
export const yannigEnters = (scene) => enters(scene, 'other employee', '/connexion', yannig);
export const auroreEnters = (scene) => enters(scene, 'client', `/p/${scene.slug}/connexion`, aurore);
