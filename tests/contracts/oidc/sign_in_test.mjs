// Signing in with another account, judged by npm oidc-provider: the real server on one side, two
// providers on the other, and a visitor who may tamper with everything that passes through him.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newKey, openProvider } from './provider.mjs';
import { Visitor } from './visitor.mjs';

process.env.ETABLI_TEST_BINARY = path.resolve(process.env.ETABLI_TEST_BINARY ?? 'build/release/etabli');
const { startServer } = await import('../../journeys/lib/server.mjs');

const password = 'quatre chevaux bleus galopent';
const session = '__Host-s';
const accounts = {
  ines: { email: 'ines@vigie.example', email_verified: true, name: 'Inès' },
  impostor: { email: 'ines@vigie.example', email_verified: false, name: 'Inès' },
  zoe: { email: 'zoe@ailleurs.example', email_verified: true, name: 'Zoé' },
};
const counts = { passed: 0, failed: 0 };

async function test(sentence, prove) {
  try {
    await prove();
    counts.passed += 1;
  } catch (error) {
    counts.failed += 1;
    console.error(`FAILED: ${sentence}\n${error.stack}`);
  }
}

const providers = { arche: await openProvider(), phare: await openProvider() };
const folder = mkdtempSync(path.join(tmpdir(), 'etabli-oidc-'));
writeFileSync(path.join(folder, 'etabli.toml'), Object.entries(providers).map(([name, provider]) => `
[[oidc]]
name = "${name}"
title = "${name}"
issuer = "${provider.issuer}"
client_id = "etabli"
client_secret = "a secret: of 100%"
`).join(''));
process.chdir(folder);
const server = await startServer('sqlite');

const client = (name) => ({
  client_id: 'etabli',
  client_secret: 'a secret: of 100%',
  redirect_uris: [`${server.base}/connexion/avec/${name}/retour`],
});
providers.arche.play({ client: client('arche'), accounts, key: newKey('autumn') });
providers.phare.play({ client: client('phare'), accounts, key: newKey('spring'), emailInIdToken: true });

const changed = (address, change) => {
  const url = new URL(address);
  change(url.searchParams);
  return url.href;
};

/// Where the product sends a visitor who wants to come in with `name`.
async function authorization(visitor, name) {
  const { status, location } = await visitor.request(`${server.base}/connexion/avec/${name}`);
  assert.equal(status, 303);
  return location;
}

/// Goes all the way to the address that brings the answer of the provider, as `person`.
async function answer(visitor, name, person, tamper = () => {}) {
  providers[name].person = person;
  return visitor.leave(changed(await authorization(visitor, name), tamper));
}

async function refused(visitor, address, words, kept) {
  const page = await visitor.request(address);
  assert.ok(page.status === 422 || page.status === 503, `answered ${page.status}`);
  assert.ok(page.body.includes(words), `the page does not say « ${words} »`);
  assert.equal(visitor.cookie(server.base, session), kept, 'a session was opened');
}

async function entered(visitor, address) {
  const { status } = await visitor.request(address);
  assert.equal(status, 303);
  assert.equal(visitor.cookie(server.base, session)?.length, 43);
}

async function choosePassword() {
  const said = server.command('workspace', 'create', '--preset', 'support-technique', '--slug', 'vigie',
    '--name', 'Vigie Systèmes', '--owner', 'ines@vigie.example');
  const link = new URL(/\S+\/nouveau-mot-de-passe\/\S+/.exec(said)[0]);
  const { status } = await new Visitor().submit(link.href, link.pathname, { password });
  assert.equal(status, 303);
}

const signIn = (visitor) => visitor.submit(`${server.base}/connexion`, '/connexion',
  { identifier: 'ines@vigie.example', password });

await test('the provider refuses a return address it does not know, and a request without PKCE (canary)', async () => {
  const visitor = new Visitor();
  const good = await authorization(visitor, 'arche');
  const elsewhere = changed(good, (query) => query.set('redirect_uri', 'https://evil.example/'));
  assert.equal((await visitor.request(elsewhere)).status, 400);
  const bare = await visitor.leave(changed(good, (query) => {
    query.delete('code_challenge');
    query.delete('code_challenge_method');
  }));
  assert.equal(new URL(bare).searchParams.get('error'), 'invalid_request');
  await refused(visitor, bare, 'La connexion n’a pas abouti');
});

await choosePassword();

await test('the sign-in page offers each provider', async () => {
  const page = await new Visitor().request(`${server.base}/connexion`);
  assert.ok(page.body.includes('href="/connexion/avec/arche"'));
  assert.ok(page.body.includes('Continuer avec phare'));
});

await test('an unknown provider is not found', async () => {
  assert.equal((await new Visitor().request(`${server.base}/connexion/avec/autre`)).status, 404);
  assert.equal((await new Visitor().request(`${server.base}/connexion/avec/autre/retour`)).status, 404);
});

await test('every request carries PKCE S256, a state and a nonce, never twice the same', async () => {
  const queries = [];
  for (let i = 0; i < 2; ++i) queries.push(new URL(await authorization(new Visitor(), 'arche')).searchParams);
  assert.equal(queries[0].get('code_challenge_method'), 'S256');
  for (const name of ['code_challenge', 'state', 'nonce']) {
    assert.equal(queries[0].get(name).length, 43);
    assert.notEqual(queries[0].get(name), queries[1].get(name));
  }
});

await test('somebody nobody knows gets no account', async () => {
  const visitor = new Visitor();
  await refused(visitor, await answer(visitor, 'arche', 'zoe'), 'Personne n’a de compte');
});

await test('an e-mail the provider has not verified opens and links nothing', async () => {
  for (const name of Object.keys(providers)) {
    const visitor = new Visitor();
    await refused(visitor, await answer(visitor, name, 'impostor'), 'pas été vérifiée');
    await signIn(visitor);
    const again = new Visitor();
    await refused(again, await answer(again, name, 'impostor'), 'pas été vérifiée');
  }
});

await test('an account that exists is asked for its own sign-in before it is linked', async () => {
  const visitor = new Visitor();
  const page = await visitor.request(await answer(visitor, 'arche', 'ines'));
  assert.equal(page.status, 200);
  assert.ok(page.body.includes('Connectez-vous d’abord avec votre mot de passe pour relier ce compte'));
  assert.equal(visitor.cookie(server.base, session), undefined);
  const again = new Visitor();
  assert.equal((await again.request(await answer(again, 'arche', 'ines'))).status, 200, 'linked without a sign-in');

  const { status } = await signIn(visitor);
  assert.equal(status, 303);
  assert.equal(visitor.cookie(server.base, session)?.length, 43);
});

await test('a linked account comes in, and its second visit asks no password', async () => {
  const visitor = new Visitor();
  await entered(visitor, await answer(visitor, 'arche', 'ines'));
  assert.equal(visitor.cookie(server.base, '__Host-o'), undefined, 'the request is kept');
});

await test('the identity of one provider is worth nothing at another', async () => {
  const visitor = new Visitor();
  const page = await visitor.request(await answer(visitor, 'phare', 'ines'));
  assert.equal(page.status, 200);
  assert.equal(visitor.cookie(server.base, session), undefined);
});

await test('another state, no state, or another browser is refused', async () => {
  const visitor = new Visitor();
  const address = await answer(visitor, 'arche', 'ines');
  await refused(visitor, changed(address, (query) => query.set('state', 'x'.repeat(43))), 'aucune demande');
  await refused(visitor, changed(address, (query) => query.delete('state')), 'aucune demande');
  await refused(new Visitor(), address, 'aucune demande');
  await entered(visitor, address);
});

await test('an ID token made for another nonce is refused', async () => {
  const visitor = new Visitor();
  const address = await answer(visitor, 'arche', 'ines', (query) => query.set('nonce', 'of-another-sign-in'));
  await refused(visitor, address, 'pas pu être acceptée');
});

await test('a code asked for with another challenge is refused', async () => {
  const visitor = new Visitor();
  const address = await answer(visitor, 'arche', 'ines', (query) => query.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'));
  await refused(visitor, address, 'pas pu être acceptée');
});

await test('a code serves once, even with the cookie of its request brought back', async () => {
  const visitor = new Visitor();
  const address = await answer(visitor, 'arche', 'ines');
  const kept = visitor.cookie(server.base, '__Host-o');
  await entered(visitor, address);
  const thief = new Visitor();
  await refused(thief, address, 'aucune demande');
  thief.setCookie(server.base, '__Host-o', kept);
  await refused(thief, address, 'pas pu être acceptée');
});

await test('the answer of one provider is refused at the door of the other', async () => {
  const visitor = new Visitor();
  const address = await answer(visitor, 'arche', 'ines');
  await refused(visitor, address.replace('/arche/', '/phare/'), 'aucune demande');
  const named = changed(address, (query) => query.set('iss', providers.phare.issuer));
  await refused(visitor, named, 'pas pu être acceptée');
  const other = new Visitor();
  const unnamed = changed(await answer(other, 'arche', 'ines'), (query) => query.delete('iss'));
  await refused(other, unnamed, 'pas pu être acceptée');
});

await test('a cookie that was altered is no request', async () => {
  const visitor = new Visitor();
  const address = await answer(visitor, 'arche', 'ines');
  const sealed = visitor.cookie(server.base, '__Host-o');
  visitor.setCookie(server.base, '__Host-o', `${sealed.slice(0, -4)}AAAA`);
  await refused(visitor, address, 'aucune demande');
});

await test('whoever gives up at the provider comes back to the sign-in page', async () => {
  const visitor = new Visitor();
  const { status, location } = await visitor.request(await answer(visitor, 'arche', 'nobody'));
  assert.equal(status, 303);
  assert.equal(new URL(location).pathname, '/connexion');
  assert.ok((await visitor.request(location)).body.includes('Connexion annulée'));
});

await test('a provider that changes its keys is believed at once', async () => {
  providers.arche.play({ client: client('arche'), accounts, key: newKey('winter') });
  const visitor = new Visitor();
  await entered(visitor, await answer(visitor, 'arche', 'ines'));
});

await test('the way back is a path of this site', async () => {
  const landing = async (next) => {
    const visitor = new Visitor();
    providers.arche.person = 'ines';
    const start = await visitor.request(`${server.base}/connexion/avec/arche?next=${encodeURIComponent(next)}`);
    return (await visitor.request(await visitor.leave(start.location))).location;
  };
  assert.equal(await landing('/e/vigie/tickets'), `${server.base}/e/vigie/tickets`);
  assert.equal(await landing('//evil.example'), `${server.base}/e/vigie`);
});

await test('who is signed in is asked again by his provider, and comes back in a new session as himself', async () => {
  const visitor = new Visitor();
  await entered(visitor, await answer(visitor, 'arche', 'ines'));
  const first = visitor.cookie(server.base, session);
  const ask = async (who, name) => {
    providers.arche.person = name;
    const { status, location } = await who.request(`${server.base}/connexion/avec/arche?encore=1&next=/e/vigie/reglages/propriete`);
    assert.equal(status, 303);
    assert.equal(new URL(location).searchParams.get('prompt'), 'login');
    return who.leave(location);
  };
  const guest = new Visitor(); // at her machine, known to the provider as himself
  guest.setCookie(server.base, session, first);
  await refused(guest, await ask(guest, 'zoe'), 'quelqu’un d’autre', first);
  const { status, location } = await visitor.request(await ask(visitor, 'ines'));
  assert.equal(status, 303);
  assert.equal(new URL(location).pathname, '/e/vigie/reglages/propriete');
  assert.notEqual(visitor.cookie(server.base, session), first);
  const old = new Visitor();
  old.setCookie(server.base, session, first);
  assert.equal((await old.request(`${server.base}/compte`)).status, 303, 'the first session is still open');
});

await test('a provider that does not answer gives a page, not a fault', async () => {
  const visitor = new Visitor();
  const address = await answer(visitor, 'phare', 'ines');
  providers.phare.close();
  await refused(visitor, address, 'ne répond pas');
});

await server.stop();
rmSync(folder, { recursive: true, force: true });
for (const provider of Object.values(providers)) provider.close();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
