// Stripe, as far as one client pays one invoice: a page to pay on, and the notices of it, signed. What it is asked must
// have the shape of the official description (tests/contracts/stripe); the rest is judged by modules/payments.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

export const key = 'sk_test_essai';
export const secret = 'whsec_essai';

const description = JSON.parse(readFileSync(new URL('../../contracts/stripe/openapi.minimal.json', import.meta.url)));
const properties = description.paths['/v1/checkout/sessions'].post.requestBody.content['application/x-www-form-urlencoded'].schema.properties;

/// Until the process ends; every journey of a run may use it. `address` is where the product finds it.
export async function simulatedStripe() {
  const sessions = new Map();
  const silent = new Set(); // origins that are told nothing for now
  let count = 0;
  const now = () => Math.floor(Date.now() / 1000);
  const named = (kind) => `${kind}_${process.pid}${(count += 1)}`;

  async function tell(session, type, object) {
    const body = JSON.stringify({ id: named('evt'), object: 'event', created: now(), livemode: false, pending_webhooks: 1, type, data: { object } });
    const time = now();
    const proof = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
    const answer = await fetch(session.listening, { method: 'POST', body, headers: { 'Content-Type': 'application/json', 'Stripe-Signature': `t=${time},v1=${proof}` } });
    assert.equal(answer.status, 200, `a notice is refused: ${answer.status}`);
  }

  const sessionObject = (one) => ({
    id: one.id, object: 'checkout.session', created: now(), expires_at: now() + 86_400, livemode: false, mode: 'payment',
    amount_total: one.amount, currency: 'eur', payment_method_types: ['card'], payment_status: one.payment ? 'paid' : 'unpaid',
    status: one.payment ? 'complete' : 'open', metadata: { checkout: one.tracking }, payment_intent: one.payment,
    url: one.payment ? null : `${address}/pay/${one.id}`,
  });
  const chargeObject = (one) => ({
    id: one.charge, object: 'charge', created: now(), livemode: false, amount: one.amount, amount_captured: one.amount,
    amount_refunded: one.refunded, captured: true, paid: true, refunded: one.refunded === one.amount, disputed: false,
    currency: 'eur', status: 'succeeded', payment_intent: one.payment, metadata: { checkout: one.tracking },
  });

  function opens(form) {
    for (const name of form.keys()) assert.ok(properties[name.split('[')[0]], `Stripe knows no « ${name} »`);
    const back = new URL(form.get('success_url'));
    const one = {
      id: named('cs_test'), amount: Number(form.get('line_items[0][price_data][unit_amount]')), refunded: 0,
      tracking: form.get('metadata[checkout]'), back: back.href, title: form.get('line_items[0][price_data][product_data][name]'),
      listening: `${back.origin}/p/${back.pathname.split('/')[2]}/paiements/stripe`,
    };
    sessions.set(one.id, one);
    return sessionObject(one);
  }
  const byPayment = (payment) => [...sessions.values()].find((one) => one.payment === payment);

  async function api(method, path, form) {
    if (path === '/v1/checkout/sessions') return method === 'POST' ? opens(form) : { object: 'list', data: [], has_more: false, url: path };
    if (path === '/v1/refunds') {
      byPayment(form.get('payment_intent')).refunded += Number(form.get('amount'));
      return { id: named('re'), object: 'refund', amount: Number(form.get('amount')), created: now(), currency: 'eur', status: 'succeeded' };
    }
    const [, , kind, id, session] = path.split('/');
    if (kind === 'checkout') return sessionObject(sessions.get(session));
    if (kind === 'payment_intents') return { id, object: 'payment_intent', latest_charge: byPayment(id).charge };
    return chargeObject([...sessions.values()].find((one) => one.charge === id));
  }

  /// As Stripe's own page: says what is paid, takes it, sends back. The notices come twice, the last one first.
  async function pay(request, response, id) {
    const one = sessions.get(id);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (request.method !== 'POST') {
      response.end(`<!doctype html><html lang="fr"><title>Stripe (simulé)</title><meta name="viewport" content="width=device-width"><main><h1>${one.title}</h1><p>${(one.amount / 100).toFixed(2)} EUR</p><form method="post"><button>Payer par carte</button></form></main>`);
      return;
    }
    Object.assign(one, { payment: named('pi'), charge: named('ch') });
    if (!silent.has(new URL(one.back).origin)) await tells(one);
    response.writeHead(303, { Location: one.back }).end();
  }
  async function tells(one) {
    for (let time = 0; time < 2; time += 1) {
      await tell(one, 'checkout.session.completed', sessionObject(one));
      await tell(one, 'charge.succeeded', chargeObject(one));
    }
  }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    try {
      if (pathname.startsWith('/pay/')) return void (await pay(request, response, pathname.slice(5)));
      const isKnown = request.headers.authorization === `Bearer ${key}`;
      const answer = isKnown ? await api(request.method, pathname, new URLSearchParams(Buffer.concat(chunks).toString())) : { error: { type: 'invalid_request_error', message: 'Invalid API Key provided' } };
      response.writeHead(isKnown ? 200 : 401, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    } catch (error) {
      response.writeHead(400, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error: { type: 'invalid_request_error', message: String(error) } }));
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  const address = `http://127.0.0.1:${server.address().port}`;
  return {
    address,
    /// Who serves there learns nothing of payments until it `speaks`.
    fallsSilent: (origin) => silent.add(origin),
    async speaks(origin) {
      silent.delete(origin);
      for (const one of sessions.values()) if (one.payment && new URL(one.back).origin === origin) await tells(one);
    },
  };
}
