// The desk of Ouest Vigilance on its first morning: Nolwenn leads, Tifenn is a technician, Malo has his site and nothing
// to say yet. Made once a run on each engine, through the browser as « a first request » walks it; each journey that
// begins there has a copy of its own.
import { newPerson } from './browser.mjs';
import { assignSite, enters, inviteTechnician, malo_kervella, openBusiness, ouest, signUp, tifenn } from './business.mjs';
import { blankStart, startServer } from './server.mjs';

const made = new Map(); // engine → what startServer copies, with the slug of the business

export function firstMorning(browser, engine) {
  if (!made.has(engine)) made.set(engine, make(browser, engine));
  return made.get(engine);
}

async function make(browser, engine) {
  const server = await startServer(engine, {}, await blankStart(engine));
  const scene = {
    browser, server, contexts: [], faults: [],
    variant: { name: 'first morning', engine, size: 'desktop', javaScript: true },
    viewport: { width: 1440, height: 900 },
  };
  try {
    const owner = await newPerson(scene, 'owner');
    const slug = await openBusiness(owner);
    await inviteTechnician(owner, scene, slug);
    await signUp(await newPerson(scene, 'client'), slug);
    await assignSite(owner);
    if (scene.faults.length) throw new Error(scene.faults.join('\n'));
    return { slug, ...(await server.leave()) };
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await Promise.all(scene.contexts.map((context) => context.close()));
  }
}

/// Nothing of what was made stays.
export async function clearMornings() {
  for (const morning of await Promise.allSettled(made.values())) morning.value?.remove();
}

export const ownerEnters = (scene) => enters(scene, 'owner', '/connexion', ouest);
export const technicianEnters = (scene) => enters(scene, 'technician', '/connexion', tifenn);
export const clientEnters = (scene) => enters(scene, 'client', `/p/${scene.slug}/connexion`, malo_kervella);
