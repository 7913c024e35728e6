// Pennylane, as far as one company's token reads journals and accounts and sends entries; the rest is judged by tests/books
// (tests/support/simulated_pennylane.hpp), which says where its manners are read from.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';

const root = '/api/external/v2';
const cents = (amount) => Math.round(Number(amount) * 100);
const page = (items) => ({ items, has_more: false, next_cursor: null });

/// A company: its token, its journals and accounts, what it was sent. It has no account of sales until `opensAccount()`.
class Company {
  constructor(name) {
    this.token = `jeton-de-${name}`;
    this.journals = [['VT', 11], ['BQ', 12], ['CA', 13], ['OD', 14]].map(([code, id]) => ({ code, id }));
    this.accounts = ['411000', '419100', '512000', '445710', '445800', '511200'].map((number, at) => ({ number, id: 101 + at }));
    this.entries = [];
  }

  opensAccount(number) {
    this.accounts.push({ number, id: 101 + this.accounts.length });
  }

  takes(entry) {
    const lines = entry.ledger_entry_lines;
    const refuses = (error) => [422, { error }];
    if (!this.journals.some(({ id }) => id === entry.journal_id)) return refuses('journal_id is unknown');
    if (!lines.every((line) => this.accounts.some(({ id }) => id === line.ledger_account_id))) return refuses('ledger_account_id is unknown');
    if (lines.length < 2 || lines.reduce((sum, line) => sum + cents(line.debit) - cents(line.credit), 0) !== 0) return refuses('The entry is not balanced');
    this.entries.push({ id: 9000 + this.entries.length, label: entry.label, date: entry.date, journal_id: entry.journal_id });
    return [201, this.entries.at(-1)];
  }

  answers(method, { pathname, searchParams }, body) {
    const wanted = JSON.parse(searchParams.get('filter') ?? '[]');
    const among = (items) => [200, page(items.filter((item) => wanted.every(({ field, value }) => String(item[field]) === value)))];
    if (pathname === `${root}/me`) return [200, { company: { id: 4242, name: 'Charpentes du Trégor' } }];
    if (pathname === `${root}/journals`) return among(this.journals);
    if (pathname === `${root}/ledger_accounts`) return among(this.accounts);
    if (pathname !== `${root}/ledger_entries`) return [404, { error: 'not found' }];
    return method === 'POST' ? this.takes(JSON.parse(body)) : among(this.entries);
  }
}

// The canary goes first: another token, an unknown account and an entry off by a cent are refused.
async function proves(address, company) {
  const send = async (token, entry) => {
    const headers = { Authorization: `Bearer ${token}` };
    return (await fetch(`${address}${root}/ledger_entries`, { method: 'POST', headers, body: JSON.stringify(entry) })).status;
  };
  const entry = (account, credit) => ({
    date: '2026-11-01', label: 'VE000001 essai', journal_id: 11,
    ledger_entry_lines: [{ debit: '12.00', credit: '0.00', ledger_account_id: 101 }, { debit: '0.00', credit, ledger_account_id: account }],
  });
  assert.equal(await send('un-autre', entry(104, '12.00')), 401, 'another token is taken');
  assert.equal(await send(company.token, entry(999, '12.00')), 422, 'an unknown account is taken');
  assert.equal(await send(company.token, entry(104, '11.99')), 422, 'an entry off by a cent is taken');
  assert.equal(company.entries.length, 0);
}

/// Until the process ends. `address` is where the product finds it; each name begins a company of its own.
export async function simulatedPennylane() {
  const companies = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const company = companies.find(({ token }) => request.headers.authorization === `Bearer ${token}`);
    const [status, answer] = company
      ? company.answers(request.method, new URL(request.url, 'http://here'), body)
      : [401, { error: 'Access token is missing or invalid' }];
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  server.unref();
  const address = `http://127.0.0.1:${server.address().port}`;

  return {
    address,
    async begins(name) {
      const company = new Company(name.replaceAll(/[^a-z]+/gi, '-'));
      companies.push(company);
      await proves(address, company);
      return company;
    },
  };
}
