// PayPal, as far as one client pays one invoice: a page to approve on, the capture, and the notice of it. What it is asked
// must have the shape of the official description (tests/contracts/paypal); the rest is judged by modules/payments.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

export const clientId = 'AcheteurEssai';
export const key = 'secretEssai';
export const webhook = '8PT597110X687430LKGECATA';
const proof = 'signature-de-paypal';

const description = JSON.parse(readFileSync(new URL('../../contracts/paypal/openapi.minimal.json', import.meta.url)));
const properties = (name) => Object.keys(description.components.schemas[name].properties);
const ordered = properties('order_request');
const verified = properties('verify_webhook_signature');

/// Until the process ends. `address` is where the product finds it.
export async function simulatedPaypal() {
  const orders = new Map();
  let count = 0;
  const named = (kind) => `${kind}${process.pid}${(count += 1)}`;

  async function send(one, body, signature) {
    const headers = {
      'Content-Type': 'application/json', 'PAYPAL-AUTH-ALGO': 'SHA256withRSA', 'PAYPAL-CERT-URL': 'https://api.paypal.com/cert.pem',
      'PAYPAL-TRANSMISSION-ID': named('t'), 'PAYPAL-TRANSMISSION-SIG': signature, 'PAYPAL-TRANSMISSION-TIME': new Date().toISOString(),
    };
    return (await fetch(one.listening, { method: 'POST', body, headers })).status;
  }
  // The canary goes first: what PayPal did not sign is refused.
  async function tell(one, type, resource) {
    const body = JSON.stringify({ id: named('WH-'), create_time: new Date().toISOString(), event_type: type, event_version: '1.0', resource });
    assert.equal(await send(one, body, 'autre-signature'), 400, 'a notice that PayPal did not sign is taken');
    assert.equal(await send(one, body, proof), 200, 'a notice is refused');
    assert.equal(await send(one, body, proof), 200, 'the same notice again is refused');
  }

  const money = (one) => ({ currency_code: 'EUR', value: one.value });
  const orderObject = (one) => ({
    id: one.id, intent: 'CAPTURE', status: one.status,
    purchase_units: [{
      custom_id: one.tracking, amount: money(one),
      ...(one.capture && { payments: { captures: [{ id: one.capture, status: 'COMPLETED', custom_id: one.tracking, amount: money(one), create_time: one.at }], refunds: [] } }),
    }],
    links: [{ href: `${address}/approve/${one.id}`, rel: 'payer-action', method: 'GET' }],
  });

  function opens(body) {
    for (const name of Object.keys(body)) assert.ok(ordered.includes(name), `PayPal knows no « ${name} »`);
    const [unit] = body.purchase_units;
    const back = new URL(body.payment_source.paypal.experience_context.return_url);
    const one = {
      id: named('O'), status: 'PAYER_ACTION_REQUIRED', tracking: unit.custom_id, value: unit.amount.value, title: unit.description,
      back: back.href, listening: `${back.origin}/p/${back.pathname.split('/')[2]}/paiements/paypal`,
    };
    orders.set(one.id, one);
    return orderObject(one);
  }
  function captures(one) {
    assert.equal(one.status, 'APPROVED', 'an order that nobody approved is captured');
    Object.assign(one, { status: 'COMPLETED', capture: named('C'), at: new Date().toISOString() });
    return orderObject(one);
  }
  function verifies(body) {
    for (const name of Object.keys(body)) assert.ok(verified.includes(name), `PayPal knows no « ${name} »`);
    const isOurs = body.transmission_sig === proof && body.webhook_id === webhook;
    return { verification_status: isOurs ? 'SUCCESS' : 'FAILURE' };
  }
  function api(method, path, body) {
    if (path === '/v1/notifications/verify-webhook-signature') return verifies(body);
    if (path === '/v2/checkout/orders') return opens(body);
    const [, , , , id, deed] = path.split('/');
    return deed === 'capture' ? captures(orders.get(id)) : orderObject(orders.get(id));
  }

  /// As PayPal's own page: says what is asked, is approved, tells it, sends back.
  async function approve(request, response, id) {
    const one = orders.get(id);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (request.method !== 'POST') {
      response.end(`<!doctype html><html lang="fr"><title>PayPal (simulé)</title><meta name="viewport" content="width=device-width"><main><h1>${one.title}</h1><p>${one.value} EUR</p><form method="post"><button>Payer avec PayPal</button></form></main>`);
      return;
    }
    one.status = 'APPROVED';
    response.writeHead(303, { Location: one.back }).end();
  }

  function signsIn(request) {
    const isKnown = request.headers.authorization === `Basic ${Buffer.from(`${clientId}:${key}`).toString('base64')}`;
    return isKnown ? [200, { access_token: 'jeton', token_type: 'Bearer' }]
      : [401, { error: 'invalid_client', error_description: 'Client Authentication failed' }];
  }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    try {
      if (pathname.startsWith('/approve/')) return void (await approve(request, response, pathname.slice(9)));
      const isSignedIn = request.headers.authorization === 'Bearer jeton';
      const [status, answer] = pathname === '/v1/oauth2/token' ? signsIn(request)
        : isSignedIn ? [200, api(request.method, pathname, text ? JSON.parse(text) : {})] : [401, { name: 'ERROR', message: 'Authentication failed' }];
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    } catch (error) {
      response.writeHead(422, { 'Content-Type': 'application/json' }).end(JSON.stringify({ name: 'ERROR', message: String(error) }));
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  const address = `http://127.0.0.1:${server.address().port}`;
  return {
    address,
    /// Tells who serves there of every order that was approved.
    async speaks(origin) {
      for (const one of orders.values())
        if (one.status === 'APPROVED' && new URL(one.back).origin === origin) await tell(one, 'CHECKOUT.ORDER.APPROVED', orderObject(one));
    },
  };
}
