// GoCardless, as far as one client signs a mandate and a bank confirms one debit. What it is asked must have the shape of the
// official types (tests/contracts/gocardless); the rest is judged by modules/payments.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

export const token = 'sandbox_essai';
export const secret = 'ED7D658C-D8EB-4941-948B-3973214F2D49';

const day = 86_400_000; // ms
const schemaOf = (name) => JSON.parse(readFileSync(new URL(`../../contracts/gocardless/${name}.schema.json`, import.meta.url)));
const requests = { billing_requests: schemaOf('BillingRequestCreateRequest'), billing_request_flows: schemaOf('BillingRequestFlowCreateRequest'), payments: schemaOf('PaymentCreateRequest') };

/// Until the process ends. `address` is where the product finds it.
export async function simulatedGocardless() {
  const mandates = new Map(); // requests of a mandate
  const debits = new Map();
  const made = new Map(); // idempotency key → id
  let count = 0;
  const named = (kind) => `${kind}${process.pid}${(count += 1)}`;

  async function send(listening, body, proof) {
    const headers = { 'Content-Type': 'application/json', 'Webhook-Signature': proof };
    return (await fetch(listening, { method: 'POST', body, headers })).status;
  }
  const signed = (body, by) => createHmac('sha256', by).update(body).digest('hex');
  // The canary goes first: another secret is refused as the contract says.
  async function tell(listening, events) {
    const body = JSON.stringify({ events: events.map((event) => ({ id: named('EV'), created_at: new Date().toISOString(), metadata: {}, ...event })) });
    assert.equal(await send(listening, body, signed(body, 'autre')), 498, 'a notice signed by another secret is taken');
    assert.equal(await send(listening, body, signed(body, secret)), 200, 'a notice is refused');
    assert.equal(await send(listening, body, signed(body, secret)), 200, 'the same notice again is refused');
  }

  const requestObject = (one) => ({
    id: one.id, status: one.status, created_at: one.at, metadata: { checkout: one.tracking }, links: one.mandate ? { mandate_request_mandate: one.mandate } : {},
  });
  const debitObject = (one) => ({
    id: one.id, amount: one.amount, amount_refunded: '0', currency: one.currency, charge_date: new Date(Date.now() + 4 * day).toISOString().slice(0, 10),
    created_at: one.at, status: one.status, metadata: { checkout: one.tracking }, links: { mandate: one.mandate },
  });

  const make = {
    billing_requests(body) {
      const one = { id: named('BRQ'), status: 'pending', at: new Date().toISOString(), tracking: body.metadata.checkout };
      mandates.set(one.id, one);
      return requestObject(one);
    },
    billing_request_flows(body) {
      const one = mandates.get(body.links.billing_request);
      const back = new URL(body.redirect_uri);
      Object.assign(one, { back: back.href, listening: `${back.origin}/p/${back.pathname.split('/')[2]}/paiements/gocardless` });
      return { id: named('BRF'), authorisation_url: `${address}/flow/${one.id}`, expires_at: new Date(Date.now() + 7 * day).toISOString() };
    },
    payments(body) {
      const { listening, back } = [...mandates.values()].find((one) => one.mandate === body.links.mandate);
      const one = { id: named('PM'), status: 'pending_submission', at: new Date().toISOString(), amount: body.amount, currency: body.currency, tracking: body.metadata.checkout, mandate: body.links.mandate, listening, back };
      debits.set(one.id, one);
      return debitObject(one);
    },
  };

  function creates(kind, once, body) {
    const inner = body[kind];
    const { properties, required = [] } = requests[kind];
    for (const name of Object.keys(inner)) assert.ok(properties[name], `GoCardless knows no « ${name} »`);
    for (const name of required) assert.ok(inner[name] !== undefined, `GoCardless wants « ${name} »`);
    if (once && made.has(once)) {
      const errors = [{ reason: 'idempotent_creation_conflict', links: { conflicting_resource_id: made.get(once) } }];
      return [409, { error: { message: 'A resource has already been created with this idempotency key', code: 409, errors } }];
    }
    const object = make[kind](inner);
    if (once) made.set(once, object.id);
    return [201, { [kind]: object }];
  }
  function api(request, path, text) {
    assert.equal(request.headers['gocardless-version'], '2015-07-06', 'no version');
    const [, kind, id] = path.split('/');
    if (kind === 'creditors') return [200, { creditors: [] }];
    if (request.method === 'POST') return creates(kind, request.headers['idempotency-key'], JSON.parse(text));
    const object = kind === 'payments' ? debitObject(debits.get(id)) : requestObject(mandates.get(id));
    return [200, { [kind]: object }];
  }

  /// As GoCardless's own page: the client signs and goes back.
  async function sign(request, response, id) {
    const one = mandates.get(id);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (request.method !== 'POST') {
      response.end('<!doctype html><html lang="fr"><title>GoCardless (simulé)</title><meta name="viewport" content="width=device-width"><main><h1>Mandat de prélèvement SEPA</h1><form method="post"><button>Signer le mandat</button></form></main>');
      return;
    }
    Object.assign(one, { status: 'fulfilled', mandate: named('MD') });
    response.writeHead(303, { Location: one.back }).end();
  }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    try {
      if (pathname.startsWith('/flow/')) return void (await sign(request, response, pathname.slice(6)));
      const isKnown = request.headers.authorization === `Bearer ${token}`;
      const [status, answer] = isKnown ? api(request, pathname, Buffer.concat(chunks).toString()) : [401, { error: { message: 'Unauthorized', code: 401, errors: [] } }];
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    } catch (error) {
      response.writeHead(422, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error: { message: String(error), code: 422, errors: [] } }));
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  const address = `http://127.0.0.1:${server.address().port}`;
  const served = (all, origin) => [...all.values()].filter((one) => one.listening && new URL(one.back).origin === origin);
  return {
    address,
    /// Tells who serves there of every mandate that was signed.
    async tellsOfMandates(origin) {
      for (const one of served(mandates, origin))
        if (one.mandate)
          await tell(one.listening, [
            { resource_type: 'mandates', action: 'created', links: { mandate: one.mandate } },
            { resource_type: 'billing_requests', action: 'fulfilled', links: { billing_request: one.id, mandate_request_mandate: one.mandate } },
          ]);
    },
    /// The bank of the client pays every debit asked for from there.
    async confirms(origin) {
      for (const one of served(debits, origin)) {
        one.status = 'confirmed';
        await tell(one.listening, [{ resource_type: 'payments', action: 'confirmed', links: { payment: one.id } }]);
      }
    },
  };
}
