// Five telephones, of the team and of the client, publish and comment on the same sheet with a network that cuts, batteries that die
// and a server that is killed. In the end each text is there once, for everybody. It runs the outbox of the browser itself; only its
// disk is a simulation. On both engines, one after the other.
//   node tests/offline/offline_test.mjs [seconds] [seed]
import assert from 'node:assert/strict';
import { build } from '../../web/node_modules/esbuild/lib/main.js';
import { Device } from './device.mjs';
import { badNetwork } from './network.mjs';
import { startServer } from './server.mjs';

const seconds = Number(process.argv[2] ?? 6); // on each engine
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_007);
const settle_ms = 20_000;
const roles = ['admin', 'employe', 'employe', 'client', 'client']; // who holds the five
const counts = { passed: 0, failed: 0 };
/// A PNG of one pixel.
const dot = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')).buffer;
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

function dice(start) { // mulberry32
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function test(sentence, prove) {
  try {
    await prove();
    counts.passed += 1;
  } catch (error) {
    counts.failed += 1;
    console.error(`FAILED (seed ${seed}): ${sentence}\n${error.stack}`);
  }
}

async function realOutbox() {
  const { outputFiles: [{ text }] } = await build({ entryPoints: ['web/controllers/outbox.ts'], bundle: true, format: 'esm', write: false });
  return (await import(`data:text/javascript,${encodeURIComponent(text)}`)).Outbox;
}

/// As if each sending were another operation.
function withoutKey(body) {
  const changed = body instanceof FormData ? new FormData() : new URLSearchParams();
  for (const [name, value] of body) changed.append(name, name === '_operation' ? crypto.randomUUID() : value);
  return changed;
}

const roll = dice(seed);
const Outbox = await realOutbox();

async function enter(server, cookie, side = '') {
  const door = await (await fetch(`${server.base}${side}/hors-ligne/compte`, { headers: { cookie } })).text();
  return { account: /data-offline-account="([^"]+)"/.exec(door)?.[1], token: /content="([^"]+)"/.exec(door)?.[1] };
}

/// As a form of a page, with a network that works.
async function send(server, cookie, target, fields) {
  const { token } = await enter(server, cookie);
  const body = new URLSearchParams({ ...fields, _csrf: token });
  const answer = await fetch(server.base + target, { method: 'POST', headers: { cookie }, body, redirect: 'manual' });
  assert.equal(answer.status, 303, `${target}: ${answer.status}`);
}

/// Colleagues take turns; of the clients only the one whose sheet it is.
function accountOf(server, role, nth = 0) {
  const found = server.accounts.filter((account) => account.role === role && account.email);
  return found[role === 'client' ? 0 : nth % found.length].email;
}

/// The first sheet the client sees, with one publication more; the forms of its page, for the team and for the client.
async function beginSheet(server) {
  const client = server.newCookie(accountOf(server, 'client'));
  const home = await (await fetch(`${server.base}/p/${server.slug}/fiches`, { headers: { cookie: client } })).text();
  const sheet = new RegExp(`/p/${server.slug}(/fiches/[^"/?#]+)"`).exec(home)[1];
  const path = { staff: `/e/${server.slug}${sheet}`, portal: `/p/${server.slug}${sheet}` };
  const publish = { target: `${path.staff}/publications`, multipart: true, fields: [['text_format', 'plain'], ['intent', 'publish']] };
  await send(server, server.newCookie(accountOf(server, 'admin')), publish.target, { text: 'Début du chantier.', text_format: 'plain', intent: 'publish' });
  const [post] = server.ask("SELECT id FROM progress_post WHERE body LIKE '%Début du chantier.%'");
  const comment = (at) => ({ target: `${at}/publications/${post}/commentaires`, multipart: false, fields: [] });
  return { path, staff: [publish, comment(path.staff)], portal: [comment(path.portal)] };
}

async function makeDevices({ server, forms }, network, tamper) {
  const devices = [];
  for (const [nth, role] of roles.entries()) {
    const cookie = server.newCookie(accountOf(server, role, nth));
    const side = role === 'client' ? `/p/${server.slug}` : '';
    const { account } = await enter(server, cookie, side);
    const device = new Device({ Outbox, account, cookie, network, tamper });
    devices.push(Object.assign(device, { side, forms: side ? forms.portal : forms.staff }));
  }
  return devices;
}

async function liveThrough({ server, withPhoto }, device, name, until, said) {
  const { token } = await enter(server, device.cookie, device.side).catch(() => ({}));
  for (let turn = 0; Date.now() < until; ++turn) {
    const text = `${said}-${name}-${turn} ${Math.floor(roll() * 1e9).toString(36)} fin.`;
    const form = device.forms[Math.floor(roll() * device.forms.length)];
    const photos = roll() < 0.2 ? [{ field: 'files', name: `${said}-${name}-${turn}.png`, type: 'image/png', bytes: dot }] : [];
    if (form.multipart && photos.length) withPhoto.add(photos[0].name);
    if (roll() < 0.3 && token && photos.length === 0) await device.tryThenWait(form, text, token);
    else await device.write(form, text, photos);
    const sending = [device.outbox.send()];
    if (roll() < 0.3) sending.push(device.outbox.send()); // a second tab, in a browser without locks
    const dying = roll() < 0.4 ? pause(roll() * 60).then(() => device.die(roll() < 0.5)) : forever;
    await Promise.race([Promise.all(sending), dying, pause(2_000)]);
    await pause(roll() * 300);
  }
}

const forever = new Promise(() => {});

async function killServer(server, until) {
  while (Date.now() < until) {
    await pause(700 + roll() * 1_500);
    await server.kill();
    await pause(roll() * 300);
    await server.start();
  }
}

async function sendTheRest(devices) {
  for (const until = Date.now() + settle_ms; Date.now() < until; await pause(100)) {
    await Promise.all(devices.map((device) => device.outbox.send()));
    if (devices.every((device) => device.disk.rows.length === 0)) return;
  }
  assert.fail(`still waiting: ${JSON.stringify(devices.flatMap((device) => device.disk.rows.map(({ operation }) => operation)).slice(0, 3))}`);
}

/// How often each text is on the sheet.
function countOf(server, texts) {
  const written = [...server.ask('SELECT body FROM progress_post'), ...server.ask('SELECT body FROM progress_comment')];
  return new Map(texts.map((text) => [text, written.filter((body) => body.includes(text)).length]));
}

/// As a telephone reads it: page after page, to the oldest publication.
async function readSheet(server, cookie, sheet) {
  const read = [];
  for (let address = sheet; address;) {
    const page = await (await fetch(server.base + address, { headers: { cookie } })).text();
    read.push(...[...page.matchAll(/texte-\d+-\d+ [0-9a-z]+ fin\./g)].map(([text]) => text));
    address = /href="([^"]*\?avant=\d+)"/.exec(page)?.[1];
  }
  return read;
}

async function playedWith(place, said, forSeconds, tamper) {
  const { server } = place;
  let isBad = true;
  const fates = ['passes', 'passes', 'passes', 'never arrives', 'answer is lost', 'cut on the way'];
  const network = await badNetwork(server.port, () => isBad ? fates[Math.floor(roll() * fates.length)] : 'passes');
  const devices = await makeDevices(place, network, tamper);
  const until = Date.now() + forSeconds * 1_000;
  await Promise.all([...devices.map((device, index) => liveThrough(place, device, index, until, said)), tamper ? undefined : killServer(server, until)]);
  isBad = false;
  await sendTheRest(devices);
  network.close();
  const texts = devices.flatMap((device) => device.texts);
  return { devices, texts, network, counted: countOf(server, texts) };
}

/// A device on which two wait, and what was asked of the network; the first one is too slow for it.
function slowDevice() {
  const rows = [['a', '/e/batir/lent'], ['b', '/e/batir/vite']].map(([id, target]) => ({ id, target, fields: [], multipart: true, at: 0 }));
  const bytes = new ArrayBuffer(20_000_000);
  const shelf = {
    list: async () => [...rows],
    filesOf: async () => [{ field: 'files', name: 'mur.jpg', type: 'image/jpeg', bytes }],
    change: async (operation) => { rows[rows.findIndex(({ id }) => id === operation.id)] = operation; },
    remove: async (id) => { rows.splice(rows.findIndex((row) => row.id === id), 1); },
  };
  const answer = async (address) => {
    if (address.endsWith('/lent')) throw new DOMException('too slow', 'TimeoutError');
    return new Response(address.endsWith('/compte') ? 'data-offline-account="1" name="csrf-token" content="2"' : '{"done": "/"}');
  };
  return { rows, outbox: new Outbox('1', shelf, { fetch: answer, now: () => 0, uuid: () => 'batch', reasonIn: () => '' }) };
}

await test('what is too slow lets the others pass, and gives up after five times; photos have the time that they take', async () => {
  const { rows, outbox } = slowDevice();
  const times = [];
  const timeout = AbortSignal.timeout;
  AbortSignal.timeout = (ms) => { times.push(ms); return timeout.call(AbortSignal, ms); };
  const outcome = await outbox.send();
  AbortSignal.timeout = timeout;
  assert.equal(outcome.is, 'later');
  assert.deepEqual(rows.map(({ id, stumbles }) => [id, stumbles]), [['a', 1]]);
  assert.ok(times.includes(1_120_000), `${times}`);
  for (let turn = 0; turn < 4; ++turn) await outbox.send();
  assert.equal(rows[0].refused, '');
});

async function proveOn(engine, forSeconds) {
  const server = await startServer(engine);
  let texts = [];
  try {
    const place = { server, forms: await beginSheet(server), withPhoto: new Set() }; // names of what must be there, once each

    await test(`${engine}: without the key of the operation a lost answer makes a second message: the judge sees it`, async () => {
      const { counted } = await playedWith(place, 'canari', 2, withoutKey);
      assert.ok([...counted.values()].some((times) => times > 1), 'no duplicate was found');
    });

    await test(`${engine}: each text is there once, whatever was cut, died or was killed`, async () => { // PLT-075, PRG-017
      const played = await playedWith(place, 'texte', forSeconds);
      const { devices, network, counted } = played;
      texts = played.texts;
      const wrong = [...counted].filter(([, times]) => times !== 1);
      const deaths = devices.reduce((sum, device) => sum + device.deaths, 0);
      console.log(`${engine}, seed ${seed}: ${texts.length} texts, ${network.told.cut} requests never arrived, ${network.told.lost} answers were lost, ${deaths} devices died, the server was killed ${server.kills} times`);
      assert.deepEqual(wrong, []);
      const photos = server.ask("SELECT name FROM files_file WHERE name LIKE 'texte-%'");
      assert.deepEqual(photos.sort(), [...place.withPhoto].filter((name) => name.startsWith('texte-')).sort());
      const expected = devices.length > 0 && texts.length >= devices.length;
      assert.ok(expected && network.told.lost > 0 && network.told.cut > 0 && server.kills > 0 && deaths > 0, 'nothing was cut: the test proves nothing');
    });

    await test(`${engine}: all telephones then read the same sheet, with every word`, async () => {
      const { staff, portal } = place.forms.path;
      const shown = [['admin', staff], ['employe', staff], ['client', portal]].map(([role, path]) => readSheet(server, server.newCookie(accountOf(server, role)), path));
      const [first, ...others] = await Promise.all(shown);
      for (const other of others) assert.deepEqual(other, first);
      assert.deepEqual(first.toSorted(), texts.toSorted());
    });
  } finally {
    await server.stop();
  }
}

await proveOn('sqlite', seconds);
await proveOn('postgres', seconds);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
