// A server of the product with its own folder and database, on a free loopback port.
import { spawn, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const binary = process.env.ETABLI_TEST_BINARY ?? 'build/release/etabli';
const startMax = 90_000; // ms; a first start writes all tables

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/// A new database on the private cluster, empty or a copy; its URL.
function postgresDatabase(from) {
  const url = new URL(process.env.ETABLI_TEST_POSTGRES ?? '');
  const name = `journey_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const like = from ? new URL(from).pathname.slice(1) : `template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`;
  execFileSync('psql', ['-q', '-d', url.href, '-c', `CREATE DATABASE ${name} TEMPLATE ${like} STRATEGY file_copy`]);
  url.pathname = `/${name}`;
  return url.href;
}

const blanks = new Map(); // engine → what a server left that did nothing

/// A database with its schema and nothing in it, made once a run: the migrations of an empty one take longer than a copy.
export function blankStart(engine) {
  if (!blanks.has(engine)) blanks.set(engine, startServer(engine).then((server) => server.leave()));
  return blanks.get(engine);
}

export async function clearBlanks() {
  for (const blank of await Promise.allSettled(blanks.values())) blank.value?.remove();
}

/// `left` is what another server left: this one begins with a copy of it.
export async function startServer(engine, more = {}, left = undefined) {
  const data = mkdtempSync(join(tmpdir(), 'etabli-journey-'));
  if (left) cpSync(left.data, data, { recursive: true });
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const env = {
    ...process.env,
    ETABLI_DATA: data,
    ETABLI_LISTEN: `127.0.0.1:${port}`,
    ETABLI_BASE_URL: base,
    ETABLI_MODE: 'test',
    ETABLI_LOG_LEVEL: 'info',
    ...(engine === 'postgres' && !more.ETABLI_DATABASE_URL ? { ETABLI_DATABASE_URL: postgresDatabase(left?.database) } : {}),
    ...more,
  };
  for (const name of ['ETABLI_TEST_POSTGRES', 'ETABLI_TEST_BINARY']) delete env[name];
  const lines = [];
  /// What the database says behind the server's back, one line a row.
  const ask = (sql) => execFileSync(...(engine === 'postgres'
    ? ['psql', ['-d', env.ETABLI_DATABASE_URL, '-qAtc', sql]]
    : ['sqlite3', ['-readonly', join(data, 'etabli.sqlite'), sql]]), { encoding: 'utf8' }).split('\n').filter(Boolean);
  const command = (...args) => execFileSync(binary, args, { env, encoding: 'utf8' });
  const child = spawn(binary, ['serve'], { env });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      lines.push(String(chunk));
      if (lines.length > 200) lines.shift();
    });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const remove = () => rmSync(data, { recursive: true, force: true });
  const leave = async () => {
    child.kill('SIGTERM');
    await ended;
    return { data, database: env.ETABLI_DATABASE_URL, remove };
  };
  const stop = async () => (await leave()).remove();
  const deadline = Date.now() + startMax;
  for (;;) {
    const answer = await fetch(`${base}/readyz`).catch(() => null);
    if (answer?.ok) break;
    if (Date.now() > deadline || child.exitCode !== null) {
      await stop();
      throw new Error(`the server did not start:\n${lines.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { base, data, env, ask, command, leave, stop, lastLines: () => lines.slice(-100).join('') };
}
