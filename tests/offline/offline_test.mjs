// Five telephones publish and comment on the same sheet with a network that cuts, batteries that die and a server that is killed. In
// the end each text is there once, for everybody. It runs the outbox of the browser itself; only its disk is a simulation.
//   node tests/offline/offline_test.mjs [seconds] [seed]
import assert from 'node:assert/strict';
import { build } from '../../web/node_modules/esbuild/lib/main.js';
import { Device } from './device.mjs';
import { badNetwork } from './network.mjs';
import { startServer } from './server.mjs';

const seconds = Number(process.argv[2] ?? 10);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_007);
const settle_ms = 20_000;
const devices_count = 5;
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
const server = await startServer();
const Outbox = await realOutbox();
const sheet = '/e/batir/fiches/CH-118';

async function enter(cookie) {
  const door = await (await fetch(`${server.base}/hors-ligne/compte`, { headers: { cookie } })).text();
  return { account: /data-offline-account="([^"]+)"/.exec(door)?.[1], token: /content="([^"]+)"/.exec(door)?.[1] };
}

/// As a form of a page, with a network that works; where it leads.
async function send(cookie, target, fields) {
  const { token } = await enter(cookie);
  const body = new URLSearchParams({ ...fields, _csrf: token });
  const answer = await fetch(server.base + target, { method: 'POST', headers: { cookie }, body, redirect: 'manual' });
  assert.equal(answer.status, 303, `${target}: ${answer.status}`);
  return answer.headers.get('Location');
}

/// One sheet with one publication; the two forms of its page.
async function beginSheet() {
  const cookie = server.newCookie();
  const client = await send(cookie, '/e/batir/clients', { kind: 'company', company_name: 'Le Goff', email: 'contact@legoff.example' });
  await send(cookie, '/e/batir/fiches', { client: client.split('/').pop(), identifier: 'CH-118', title: 'Extension', starts_on: '2026-11-02' });
  const publish = { target: `${sheet}/publications`, multipart: true, fields: [['text_format', 'plain'], ['intent', 'publish']] };
  await send(cookie, publish.target, { text: 'Début du chantier.', text_format: 'plain', intent: 'publish' });
  const [post] = server.ask('SELECT id FROM progress_post');
  return { publish, comment: { target: `${publish.target}/${post}/commentaires`, multipart: false, fields: [] } };
}

const forms = await beginSheet();

async function makeDevices(network, tamper) {
  const devices = [];
  for (let i = 0; i < devices_count; ++i) {
    const cookie = server.newCookie();
    const { account } = await enter(cookie);
    devices.push(new Device({ Outbox, account, cookie, network, tamper }));
  }
  return devices;
}

async function liveThrough(device, name, until, said) {
  const { token } = await enter(device.cookie).catch(() => ({}));
  for (let turn = 0; Date.now() < until; ++turn) {
    const text = `${said}-${name}-${turn} ${Math.floor(roll() * 1e9).toString(36)} fin.`;
    const form = roll() < 0.5 ? forms.publish : forms.comment;
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
const withPhoto = new Set(); // names of what must be there, once each

async function killServer(until) {
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
function countOf(texts) {
  const written = [...server.ask('SELECT body FROM progress_post'), ...server.ask('SELECT body FROM progress_comment')];
  return new Map(texts.map((text) => [text, written.filter((body) => body.includes(text)).length]));
}

/// As a telephone reads it: page after page, to the oldest publication.
async function readSheet(cookie) {
  const read = [];
  for (let address = sheet; address;) {
    const page = await (await fetch(server.base + address, { headers: { cookie } })).text();
    read.push(...[...page.matchAll(/texte-\d+-\d+ [0-9a-z]+ fin\./g)].map(([text]) => text));
    address = /href="([^"]*\?avant=\d+)"/.exec(page)?.[1];
  }
  return read;
}

async function playedWith(said, forSeconds, tamper) {
  let isBad = true;
  const fates = ['passes', 'passes', 'passes', 'never arrives', 'answer is lost', 'cut on the way'];
  const network = await badNetwork(server.port, () => isBad ? fates[Math.floor(roll() * fates.length)] : 'passes');
  const devices = await makeDevices(network, tamper);
  const until = Date.now() + forSeconds * 1_000;
  await Promise.all([...devices.map((device, index) => liveThrough(device, index, until, said)), tamper ? undefined : killServer(until)]);
  isBad = false;
  await sendTheRest(devices);
  network.close();
  const texts = devices.flatMap((device) => device.texts);
  return { devices, texts, network, counted: countOf(texts) };
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

let texts = [];
try {
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

  await test('without the key of the operation a lost answer makes a second message: the judge sees it', async () => {
    const { counted } = await playedWith('canari', 2, withoutKey);
    assert.ok([...counted.values()].some((times) => times > 1), 'no duplicate was found');
  });

  await test('each text is there once, whatever was cut, died or was killed', async () => { // PLT-075, PRG-017
    const played = await playedWith('texte', seconds);
    const { devices, network, counted } = played;
    texts = played.texts;
    const wrong = [...counted].filter(([, times]) => times !== 1);
    const deaths = devices.reduce((sum, device) => sum + device.deaths, 0);
    console.log(`seed ${seed}: ${texts.length} texts, ${network.told.cut} requests never arrived, ${network.told.lost} answers were lost, ${deaths} devices died, the server was killed ${server.kills} times`);
    assert.deepEqual(wrong, []);
    const photos = server.ask("SELECT name FROM files_file WHERE name LIKE 'texte-%'");
    assert.deepEqual(photos.sort(), [...withPhoto].filter((name) => name.startsWith('texte-')).sort());
    const expected = devices.length > 0 && texts.length >= devices.length;
    assert.ok(expected && network.told.lost > 0 && network.told.cut > 0 && server.kills > 0 && deaths > 0, 'nothing was cut: the test proves nothing');
  });

  await test('all telephones then read the same sheet, with every word', async () => {
    const shown = [];
    for (let i = 0; i < 2; ++i) shown.push(await readSheet(server.newCookie()));
    assert.deepEqual(shown[1], shown[0]);
    assert.deepEqual(shown[0].toSorted(), texts.toSorted());
  });
} finally {
  await server.stop();
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
