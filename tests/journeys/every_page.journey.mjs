// Every page that `routes --json` lists, as the demonstration shows it: nothing too wide, one heading, nothing the
// browser complains about, nothing that axe finds, in both themes.
import assert from 'node:assert/strict';
import { listedRoutes, lookAround, valuesMet } from './lib/addresses.mjs';
import { newPerson } from './lib/browser.mjs';
import { signIn } from './lib/business.mjs';

const pages_min = 64;
const answer_max = 5000; // ms; a stream never ends

function addressOf(route, slug, met) {
  let path = route.path;
  let rest = route.path;
  for (const name of route.names) {
    const prefix = rest.slice(0, rest.indexOf(`{${name}}`) + name.length + 2);
    const value = name === 'workspace' ? slug : met.get(prefix);
    if (!value) return null;
    path = path.replace(`{${name}}`, value);
    rest = rest.replace(`{${name}}`, ':');
  }
  return path;
}

async function isPage(person, path) {
  const answer = await person.context.request.get(path, { maxRedirects: 0, timeout: answer_max }).catch(() => null);
  if (answer?.status() !== 200 || !answer.headers()['content-type']?.startsWith('text/html')) return false;
  return (await answer.text()).toLowerCase().startsWith('<!doctype'); // a fragment is looked at in its page
}

/// Each page among `all` routes that the person may see and that `isOurs`, with the values met on the way.
async function examine(person, all, { slug, start, isOurs }) {
  const { addresses } = await lookAround(person, start, all);
  const met = valuesMet(all, addresses);
  const seen = [];
  for (const route of all.filter((listed) => listed.method === 'GET' && isOurs(listed))) {
    const path = addressOf(route, slug, met);
    if (!path || !(await isPage(person, path))) continue;
    await person.open(path);
    await person.see(`GET ${route.path}`);
    seen.push(route.path);
  }
  return seen;
}

export default {
  title: 'every page',
  environment: { ETABLI_LIMITS: 'off' },
  variants: ['desktop'],
  async run(examined) {
    const scene = { ...examined, shots: undefined }; // named by their routes, of the demonstration: no album
    const { workspaces: [{ slug, accounts }] } = JSON.parse(scene.server.command('demo', '--json'));
    const accountOf = (role) => {
      const { email, username, password } = accounts.find((account) => account.role.toLowerCase().startsWith(role));
      return { address: email ?? username, secret: password };
    };
    const routes = listedRoutes(scene.server);
    const visitor = await newPerson(scene, 'visitor');
    const seen = await examine(visitor, routes, { slug, start: '/connexion', isOurs: ({ open }) => open });
    const admin = await newPerson(scene, 'admin');
    await admin.open('/connexion');
    await signIn(admin, accountOf('admin'));
    await admin.page.waitForURL(`**/e/${slug}/**`);
    seen.push(...await examine(admin, routes, { slug, start: `/e/${slug}`, isOurs: ({ path, open }) => !open && !path.startsWith('/p/') }));
    const client = await newPerson(scene, 'client');
    await client.open(`/p/${slug}/connexion`);
    await signIn(client, accountOf('client'));
    await client.page.waitForURL(`**/p/${slug}/**`);
    seen.push(...await examine(client, routes, { slug, start: `/p/${slug}`, isOurs: ({ path, open }) => !open && path.startsWith('/p/') }));
    const missed = routes.filter(({ method, path }) => method === 'GET' && !seen.includes(path)).map(({ path }) => path);
    console.log(`      ${seen.length} pages; no page, or nothing to show on it: ${missed.join(' ')}`);
    assert.ok(seen.length >= pages_min, `only ${seen.length} pages were found`);
  },
};
