// A server with one building company, that may be killed and started again on what it left.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const binary = process.env.ETABLI_TEST_BINARY ?? 'build/release/etabli';
const start_max_ms = 20_000;
const owner = 'soizic@batir.example';

const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export async function startServer() {
  const data = mkdtempSync(join(tmpdir(), 'etabli-offline-'));
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const env = {
    ...process.env, ETABLI_DATA: data, ETABLI_LISTEN: `127.0.0.1:${port}`, ETABLI_BASE_URL: base,
    ETABLI_MODE: 'test', ETABLI_LIMITS: 'off', ETABLI_LOG_LEVEL: 'error',
  };
  const command = (...args) => execFileSync(binary, args, { env, encoding: 'utf8' });
  command('workspace', 'create', '--preset', 'chantier', '--slug', 'batir', '--name', 'Bâtir Ouest', '--owner', owner);
  const server = { base, port, kills: 0, child: undefined };

  server.start = async () => {
    server.child = spawn(binary, ['serve'], { env, stdio: 'ignore' });
    for (const until = Date.now() + start_max_ms; Date.now() < until; await pause(20))
      if ((await fetch(`${base}/readyz`).catch(() => undefined))?.ok) return;
    throw new Error('the server does not start');
  };
  server.kill = async () => {
    const ended = new Promise((resolve) => { server.child.once('exit', resolve); });
    server.child.kill('SIGKILL');
    server.kills += 1;
    await ended;
  };
  server.stop = async () => {
    await server.kill().catch(() => {});
    rmSync(data, { recursive: true, force: true });
  };
  /// Of a new session of the owner.
  server.newCookie = () => `__Host-s=${command('user', 'sessions', '--account', owner, '--count', '1').trim().replace(/^.*=/, '')}`;
  /// What the database holds, one line a row.
  server.ask = (sql) => execFileSync('sqlite3', ['-readonly', join(data, 'etabli.sqlite'), sql], { encoding: 'utf8' }).split('\n').filter(Boolean);
  await server.start();
  return server;
}
