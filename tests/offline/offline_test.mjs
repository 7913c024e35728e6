// Five telephones write on the same ticket with a network that cuts, batteries that die and a server that is killed. In
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
const { slug, accounts } = server.workspaces[0];
const writers = accounts.filter(({ role, email }) => email && role !== 'client').slice(0, 2);
const [ticket] = server.ask(`SELECT number FROM tickets_ticket WHERE workspace_id = (SELECT id FROM workspace WHERE slug = '${slug}') ORDER BY id DESC LIMIT 1`);
const page = `/e/${slug}/tickets/${ticket}`;

async function enter(cookie) {
  const door = await (await fetch(`${server.base}/hors-ligne/compte`, { headers: { cookie } })).text();
  return { account: /data-offline-account="([^"]+)"/.exec(door)?.[1], token: /content="([^"]+)"/.exec(door)?.[1] };
}

async function makeDevices(network, tamper) {
  const devices = [];
  for (let i = 0; i < devices_count; ++i) {
    const { email } = writers[i % writers.length];
    const cookie = `__Host-s=${server.command('user', 'sessions', '--account', email, '--count', '1').trim().replace(/^.*=/, '')}`;
    devices.push(Object.assign(new Device({ Outbox, cookie, network, tamper, form: `${page}/messages`, ...(await enter(cookie)) }), { cookie }));
  }
  return devices;
}

async function liveThrough(device, name, until, said) {
  const { token } = await enter(device.cookie).catch(() => ({}));
  for (let turn = 0; Date.now() < until; ++turn) {
    const text = `${said}-${name}-${turn} ${Math.floor(roll() * 1e9).toString(36)} fin.`;
    const files = roll() < 0.2 ? [{ field: 'files', name: `${said}-${name}-${turn}.txt`, type: 'text/plain', bytes: new TextEncoder().encode(text).buffer }] : [];
    if (roll() < 0.3 && token) await device.tryThenWait(text, token);
    else await device.write(text, files);
    const sending = [device.outbox.send()];
    if (roll() < 0.3) sending.push(device.outbox.send()); // a second tab, in a browser without locks
    const dying = roll() < 0.4 ? pause(roll() * 60).then(() => device.die(roll() < 0.5)) : forever;
    await Promise.race([Promise.all(sending), dying, pause(2_000)]);
    await pause(roll() * 300);
  }
}

const forever = new Promise(() => {});

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

/// How often each text, and each file, is on the ticket.
function countOf(texts) {
  const written = server.ask('SELECT body FROM tickets_message');
  return new Map(texts.map((text) => [text, written.filter((body) => body === text).length]));
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

try {
  await test('without the key of the operation a lost answer makes a second message: the judge sees it', async () => {
    const { counted } = await playedWith('canari', 2, withoutKey);
    assert.ok([...counted.values()].some((times) => times > 1), 'no duplicate was found');
  });

  await test('each text is there once, whatever was cut, died or was killed', async () => { // PLT-075, PRG-017
    const { devices, texts, network, counted } = await playedWith('texte', seconds);
    const wrong = [...counted].filter(([, times]) => times !== 1);
    const deaths = devices.reduce((sum, device) => sum + device.deaths, 0);
    console.log(`seed ${seed}: ${texts.length} texts, ${network.told.cut} requests never arrived, ${network.told.lost} answers were lost, ${deaths} devices died, the server was killed ${server.kills} times`);
    assert.deepEqual(wrong, []);
    const twice = server.ask("SELECT name FROM files_file WHERE name LIKE 'texte-%' GROUP BY name HAVING count(*) <> 1");
    assert.deepEqual(twice, []);
    const expected = devices.length > 0 && texts.length >= devices.length;
    assert.ok(expected && network.told.lost > 0 && network.told.cut > 0 && server.kills > 0 && deaths > 0, 'nothing was cut: the test proves nothing');
  });

  await test('all telephones then read the same ticket', async () => {
    const shown = [];
    for (const { email } of writers) {
      const cookie = `__Host-s=${server.command('user', 'sessions', '--account', email, '--count', '1').trim().replace(/^.*=/, '')}`;
      const read = await (await fetch(server.base + page, { headers: { cookie } })).text();
      shown.push([...read.matchAll(/texte-\d+-\d+ [0-9a-z]+ fin\./g)].map(([text]) => text));
    }
    assert.ok(shown[0].length > 0);
    for (const other of shown) assert.deepEqual(other, shown[0]);
  });
} finally {
  await server.stop();
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
