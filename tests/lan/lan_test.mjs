// `bin/run --lan` without its build: the authority of tools/lan_authority, a server under it, and a client that
// trusts nothing else. Then the page, as a telephone shows it.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import https from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, violations } from '../journeys/lib/browser.mjs';

const binary = process.env.ETABLI_TEST_BINARY ?? 'build/release/etabli';
const start_max = 20_000; // ms
const day = 86_400_000; // ms
const data = mkdtempSync(join(tmpdir(), 'etabli-lan-'));
const folder = join(data, 'lan');
const makeAuthority = (...names) => execFileSync('tools/lan_authority', [folder, ...names], { encoding: 'utf8' }).trim();
const fileOf = (name) => readFileSync(join(folder, name));
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

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
});
const base = `https://127.0.0.1:${port}`;

function get(path, ca) {
  return new Promise((resolve, reject) => {
    https.get(`${base}${path}`, { ca, agent: false }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    }).on('error', reject);
  });
}

const fingerprint = makeAuthority('127.0.0.1', 'poste.local');
const server = spawn(binary, ['serve'], {
  stdio: 'ignore',
  env: {
    ...process.env,
    ETABLI_DATA: data,
    ETABLI_LISTEN: `127.0.0.1:${port}`,
    ETABLI_BASE_URL: base,
    ETABLI_TLS_CERT: join(folder, 'server.crt'),
    ETABLI_TLS_KEY: join(folder, 'server.key'),
  },
});
const ended = new Promise((resolve) => server.once('exit', resolve));
const authority = fileOf('authority.crt');
for (const until = Date.now() + start_max; Date.now() < until && server.exitCode === null;) {
  const answer = await get('/readyz', authority).catch(() => null);
  if (answer?.status === 200) break;
  await new Promise((resolve) => setTimeout(resolve, 100));
}

await test('who has not installed the authority is warned', async () => {
  await assert.rejects(get('/autorite', undefined), { code: 'SELF_SIGNED_CERT_IN_CHAIN' });
});

await test('who has installed it is served, and reads the fingerprint that the terminal printed', async () => {
  const page = await get('/autorite', authority);
  assert.equal(page.status, 200);
  assert.match(fingerprint, /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  assert.ok(page.body.toString().includes(fingerprint));
});

await test('the certificate that is downloaded is the authority, never its key', async () => {
  const file = await get('/autorite/etabli.crt', authority);
  assert.equal(file.headers['content-type'], 'application/x-x509-ca-cert');
  const certificate = new X509Certificate(file.body);
  assert.equal(certificate.fingerprint256, fingerprint);
  assert.ok(certificate.ca);
  for (const path of ['/autorite/authority.key', '/autorite/..%2flan%2fauthority.key', '/autorite/server.key'])
    assert.ok([400, 404].includes((await get(path, authority)).status), path);
});

await test('the folder and the keys are for their owner only', () => {
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  for (const key of ['authority.key', 'server.key']) assert.equal(statSync(join(folder, key)).mode & 0o777, 0o600);
});

await test('the server certificate holds the addresses, in days that telephones accept', () => {
  const certificate = new X509Certificate(fileOf('server.crt'));
  assert.equal(certificate.subjectAltName, 'IP Address:127.0.0.1, DNS:poste.local');
  assert.ok(new Date(certificate.validTo) - new Date(certificate.validFrom) <= 398 * day);
});

await test('the same addresses keep the certificate, others renew it under the same authority', () => {
  const before = fileOf('server.crt');
  assert.equal(makeAuthority('127.0.0.1', 'poste.local'), fingerprint);
  assert.deepEqual(fileOf('server.crt'), before);
  assert.equal(makeAuthority('127.0.0.1', '192.168.1.20'), fingerprint);
  assert.match(new X509Certificate(fileOf('server.crt')).subjectAltName, /192\.168\.1\.20/);
  assert.deepEqual(fileOf('authority.crt'), authority);
});

await test('the page is accessible on a telephone, in both themes', async () => {
  const browser = await launch();
  try {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ignoreHTTPSErrors: true, colorScheme });
      const page = await context.newPage();
      await page.goto(`${base}/autorite`);
      if (process.argv[2]) await page.screenshot({ path: join(process.argv[2], `autorite-${colorScheme}.png`), fullPage: true });
      assert.deepEqual(await violations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await context.close();
    }
  } finally {
    await browser.close();
  }
});

server.kill('SIGTERM');
await ended;
rmSync(data, { recursive: true, force: true });
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
