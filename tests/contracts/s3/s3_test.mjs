// Object storage judged by npm s3rver: behaviour of objects only. It accepts any signature; those are
// judged by the standard's 38 examples (kernel/files/aws_signature_test.cpp).
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import S3rver from 's3rver';

const folder = mkdtempSync(path.join(tmpdir(), 'etabli-s3-'));
const service = new S3rver({
  address: '127.0.0.1', port: 0, silent: true, directory: path.join(folder, 'service'),
  configureBuckets: [{ name: 'fichiers' }],
});
const { port } = await service.run();
const url = `s3://S3RVER:S3RVER@127.0.0.1:${port}/fichiers?region=us-east-1&tls=off`;
const program = spawn(process.argv[2] ?? 'build/release/tests/contracts/s3/s3_contract', [url, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
const lines = readline.createInterface({ input: program.stdout })[Symbol.asyncIterator]();

let passed = 0;
let failed = 0;
async function test(sentence, prove) {
  try {
    await prove();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.error(`FAILED: ${sentence}\n${error.stack}`);
  }
}

const { value: link } = await lines.next();
await test('a signed link shows the bytes under the type and name asked for', async () => {
  const answer = await fetch(link);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'image/webp');
  assert.match(answer.headers.get('content-disposition'), /^attachment/);
  assert.equal((await answer.arrayBuffer()).byteLength, 3_000_007);
});
await test('a range of it is served', async () => {
  const answer = await fetch(link, { headers: { Range: 'bytes=3000000-3000006' } });
  assert.equal(answer.status, 206);
  assert.equal(await answer.text(), 'caméra');
});
await test('a link works for 10 minutes, and says so', async () => {
  assert.equal(new URL(link).searchParams.get('X-Amz-Expires'), '600');
});

await test('backup and recovery sheet say that the files stay in the bucket, without its key', async () => {
  const env = { PATH: process.env.PATH, ETABLI_MODE: 'test', ETABLI_DATA: path.join(folder, 'data'), ETABLI_STORAGE_URL: url };
  const etabli = process.env.ETABLI_TEST_BINARY ?? 'build/release/etabli';
  const say = (...words) => execFileSync(etabli, words, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  for (const words of [say('recovery-sheet'), say('backup')]) {
    assert.match(words, new RegExp(`fichiers .*stockage objet http://127.0.0.1:${port}/fichiers`, 's'));
    assert.doesNotMatch(words, /S3RVER/);
  }
});

program.stdin.end('go on\n');
const ended = new Promise((done) => { program.on('exit', done); });
const { value: last = '' } = await lines.next();
const figures = /^(\d+) passed, (\d+) failed$/.exec(last);
await test('the program ends well', async () => assert.equal(await ended, 0));
await service.close();
rmSync(folder, { recursive: true });
passed += Number(figures?.[1] ?? 0);
failed += Number(figures?.[2] ?? 1);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
