// Pages that change by themselves.
import assert from 'node:assert/strict';

export const soon = 2_000; // ms, PLT-057

/// The words appear without a reload, soon; without JavaScript the person asks again.
export async function hears(person, words) {
  if (!person.variant.javaScript) await person.page.reload();
  const since = Date.now();
  await person.reads(words);
  const waited = Date.now() - since;
  assert.ok(!person.variant.javaScript || waited <= soon, `${person.who} waited ${waited} ms for « ${words} »`);
  return waited;
}

/// The page says « En direct »: its stream is open.
export async function isLive(person) {
  await person.page.locator('#live-mark[data-state=on]').waitFor({ state: 'attached', timeout: 10_000 });
}

/// Nothing of the live stream reaches this person, as behind a proxy that keeps it back.
export async function withoutNews(person) {
  await person.context.route(/\/flux/, (route) => route.abort());
}

/// How often the person's browser asks for pages from now on; the function gives the count.
export function countReadings(person, path) {
  let count = 0;
  person.page.on('request', (request) => {
    if (new URL(request.url()).pathname === path && request.method() === 'GET') count += 1;
  });
  return () => count;
}

/// What the person's live stream says from now on, in a list that grows; the heartbeats left out.
export async function streamOf(person) {
  const said = [];
  const session = await person.context.newCDPSession(person.page);
  session.on('Network.eventSourceMessageReceived', ({ eventName, data }) => {
    if (eventName !== 'beat') said.push(`${eventName} ${data}`);
  });
  await session.send('Network.enable');
  return said;
}

/// The page is seen or hidden, as the browser would say.
export async function turn(person, state) {
  await person.page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (hidden ? 'hidden' : 'visible') });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state === 'hidden');
}
