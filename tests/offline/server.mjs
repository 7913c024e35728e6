// A server with the demonstration, that may be killed and started again on what it left.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const binary = process.env.ETABLI_TEST_BINARY ?? 'build/release/etabli';
const start_max_ms = 20_000;

const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/// A new database on the private cluster; its URL.
function postgresDatabase() {
  const url = new URL(process.env.ETABLI_TEST_POSTGRES ?? '');
  const name = `offline_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  execFileSync('psql', ['-q', '-d', url.href, '-c', `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`]);
  url.pathname = `/${name}`;
  return url.href;
}

/// `engine` is sqlite or postgres.
export async function startServer(engine) {
  const data = mkdtempSync(join(tmpdir(), 'etabli-offline-'));
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const env = {
    ...process.env, ETABLI_DATA: data, ETABLI_LISTEN: `127.0.0.1:${port}`, ETABLI_BASE_URL: base,
    ETABLI_MODE: 'test', ETABLI_LIMITS: 'off', ETABLI_LOG_LEVEL: 'error',
    ...(engine === 'postgres' ? { ETABLI_DATABASE_URL: postgresDatabase() } : {}),
  };
  const command = (...args) => execFileSync(binary, args, { env, encoding: 'utf8' });
  const { workspaces } = JSON.parse(command('demo', '--json'));
  const { slug, accounts } = workspaces.find(({ preset }) => preset === 'chantier');
  const server = { base, port, slug, accounts, kills: 0, child: undefined };

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
  /// Of a new session of the account that has this address.
  server.newCookie = (email) => command('user', 'sessions', '--account', email, '--count', '1').trim();
  /// What the database holds, one line a row.
  server.ask = (sql) => execFileSync(...(engine === 'postgres'
    ? ['psql', ['-d', env.ETABLI_DATABASE_URL, '-qAtc', sql]]
    : ['sqlite3', ['-readonly', join(data, 'etabli.sqlite'), sql]]), { encoding: 'utf8' }).split('\n').filter(Boolean);
  await server.start();
  return server;
}
