// The service worker: pages that say data-offline-page, what they show and what they are made of stay readable without
// network; everything else is told « Hors ligne ». The network always comes first: nothing old is shown while somebody
// answers within 8 s. What is kept belongs to the account in the page, and goes when another one, or nobody, is there.
import { pagesOf } from './offline_pages';

const worker = self as unknown as WorkerScope;
const shell = 'etabli-shell'; // the page « Hors ligne » and what it is made of
const assets = 'etabli-assets';
const state = 'etabli-state'; // who was last seen on each side
const fallback = '/hors-ligne';

const pages_most = { count: 60, bytes: 15_000_000 };
const page_bytes_max = 3_000_000;
const photos_most = { count: 200, bytes: 25_000_000 }; // apart: an album does not push the pages out
const photo_bytes_max = 2_000_000;
const assets_max = 80;
const patience_ms = 8_000; // with a network that is there but lets nothing through

interface Seen {
  readonly account: string;
  readonly asked: number; // when the page that says so was asked for: a slow one does not bring somebody back
}

worker.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    await keepFallback();
    await worker.skipWaiting();
  })());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    await worker.registration.navigationPreload?.enable();
    await worker.clients.claim();
  })());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method === 'POST' && pathname.endsWith('/deconnexion')) return void event.respondWith(signOut(request));
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (isMadeOf(pathname)) event.respondWith(assetOf(request));
  else if (isPage(request)) event.respondWith(page(event));
  else if (request.destination === 'image' && isPrivate(pathname)) event.respondWith(fromNetwork(request, () => keptOf(request.url)));
});

worker.addEventListener('message', (event) => {
  const { page: address, assets: used, photos } = event.data as { page: string; assets: string[]; photos: string[] };
  event.waitUntil((async () => {
    await keepAssets(used);
    const asked = Date.now();
    if (!await keptOf(address)) {
      const answer = await fetch(address, { headers: { Accept: 'text/html' } });
      await keepPage(answer.url || address, answer, asked);
    }
    await keepPhotos(address, photos);
  })().catch(() => {}));
});

function isMadeOf(path: string): boolean {
  return path.startsWith('/assets/') || path.startsWith('/theme/');
}

function isPrivate(path: string): boolean {
  return /^\/[ep]\//.test(path);
}

// What a person opens: by the browser, or by Turbo. A page that reads itself again keeps what it shows.
function isPage(request: Request): boolean {
  if (request.mode === 'navigate') return true;
  return request.headers.has('X-Turbo-Request-Id') && !request.headers.has('Turbo-Frame');
}

// Whoever could not sign out is still there, with his pages. A browser that follows by itself is told where by the answer.
async function signOut(request: Request): Promise<Response> {
  const answer = await fetch(request);
  const isDone = answer.type === 'opaqueredirect' || answer.redirected || answer.ok;
  if (isDone) await meet(sideOf(request.url), { account: '', asked: Date.now() }).catch(() => {});
  return answer;
}

// Its name says its contents; after an update the server no longer has the old one, which an open page still asks for.
async function assetOf(request: Request): Promise<Response> {
  const kept = () => caches.match(request, { ignoreVary: true });
  const named = /\.[0-9a-f]{16}\.\w+$/.test(new URL(request.url).pathname) ? await kept() : undefined;
  if (named) return named;
  const answer = await fromNetwork(request, kept);
  return answer.ok ? answer : await kept() ?? answer;
}

async function fromNetwork(request: Request, kept: () => Promise<Response | undefined>): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return await kept() ?? Response.error();
  }
}

async function page(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const asked = Date.now();
  const coming = comingFor(event);
  event.waitUntil(coming.then((answer) => isReadable(answer) ? keepPage(answer.url || request.url, answer.clone(), asked) : undefined).catch(() => {}));
  try {
    return await Promise.race([coming, pause(patience_ms)]) ?? await keptOf(request.url) ?? await coming;
  } catch {
    return await keptOf(request.url) ?? await caches.match(fallback) ?? Response.error();
  }
}

async function comingFor({ preloadResponse, request }: FetchEvent): Promise<Response> {
  return await preloadResponse ?? fetch(request);
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => { setTimeout(resolve, ms, undefined); });
}

function isReadable(answer: Response): boolean {
  const isHtml = answer.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  return isHtml && (answer.status === 200 || answer.status === 401);
}

function sideOf(address: string): string {
  return new URL(address).pathname.startsWith('/p/') ? 'portal' : 'staff';
}

async function seenOn(side: string): Promise<Seen | undefined> {
  const kept = await (await caches.open(state)).match(`/${side}`);
  return kept ? await kept.json() as Seen : undefined;
}

async function meet(side: string, now: Seen): Promise<boolean> {
  const before = await seenOn(side);
  if (before && before.asked > now.asked) return before.account === now.account;
  if (before && before.account !== now.account) await caches.delete(pagesOf(before.account));
  await (await caches.open(state)).put(`/${side}`, Response.json(now));
  return true;
}

async function keptOf(address: string): Promise<Response | undefined> {
  const seen = await seenOn(sideOf(address));
  if (!seen?.account) return undefined;
  return (await caches.open(pagesOf(seen.account))).match(address, { ignoreVary: true });
}

async function keepPage(address: string, answer: Response, asked: number): Promise<void> {
  const text = await answer.text();
  const account = /data-offline-account="([^"]+)"/.exec(text)?.[1];
  const { pathname } = new URL(address);
  const isNobody = !account && (answer.status === 401 || pathname.endsWith('/connexion'));
  if (isNobody) return void await meet(sideOf(address), { account: '', asked });
  if (!account || !await meet(sideOf(address), { account, asked })) return;
  if (answer.status !== 200 || !text.includes('data-offline-page') || text.length > page_bytes_max) return;
  await keepAssets([...text.matchAll(/(?:href|src)="(\/(?:assets|theme)\/[^"#]+)/g)].map(([, source]) => source as string));
  const headers = new Headers(answer.headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'ETag']) headers.delete(name);
  await put(pagesOf(account), address, text, headers);
  if ((await seenOn(sideOf(address)))?.account !== account) await caches.delete(pagesOf(account)); // who left meanwhile
}

async function keepPhotos(address: string, photos: readonly string[]): Promise<void> {
  const seen = await seenOn(sideOf(address));
  if (!seen?.account || !await keptOf(address)) return;
  for (const photo of photos.slice(0, photos_most.count).reverse()) { // the first of the page last, so that it leaves last
    if (!isPrivate(new URL(photo).pathname) || await keptOf(photo)) continue;
    const answer = await fetch(photo).catch(() => undefined);
    if (!answer?.ok || answer.type !== 'basic') continue; // elsewhere: only while there is a network
    const bytes = await answer.arrayBuffer();
    if (bytes.byteLength <= photo_bytes_max) await put(pagesOf(seen.account), photo, bytes, new Headers(answer.headers));
  }
}

// The newest last; the oldest of the same kind go when there are too many, or too much.
async function put(name: string, address: string, body: string | ArrayBuffer, headers: Headers): Promise<void> {
  const cache = await caches.open(name);
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body).length : body.byteLength;
  headers.set('Content-Length', String(bytes));
  await cache.delete(address, { ignoreVary: true });
  await cache.put(address, new Response(body, { headers }));
  const pages = { ...pages_most };
  const photos = { ...photos_most };
  for (const request of [...await cache.keys()].reverse()) {
    const kept = await cache.match(request, { ignoreVary: true });
    const room = kept?.headers.get('Content-Type')?.startsWith('text/html') ? pages : photos;
    room.count -= 1;
    room.bytes -= Number(kept?.headers.get('Content-Length') ?? 0);
    if (room.count < 0 || room.bytes < 0) await cache.delete(request, { ignoreVary: true });
  }
}

async function keepAssets(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(assets);
  const wanted = new Set(addresses.map((address) => new URL(address, location.origin).pathname));
  for (const address of wanted) { // what a script asks for later joins them
    if (await cache.match(address, { ignoreVary: true })) continue;
    const answer = await fetch(address).catch(() => undefined);
    if (!answer?.ok) continue;
    await cache.put(address, answer.clone());
    if (!address.endsWith('.js')) continue;
    for (const [, name] of (await answer.text()).matchAll(/"\.\/([a-z_]+\.[0-9a-f]{16}\.js)"/g)) wanted.add(`/assets/${name}`);
  }
  const all = await cache.keys();
  for (const old of all.slice(0, Math.max(0, all.length - assets_max))) await cache.delete(old, { ignoreVary: true });
}

async function keepFallback(): Promise<void> {
  const answer = await fetch(fallback, { credentials: 'omit', cache: 'reload' });
  if (!answer.ok) throw new Error('no page for the absence of the network');
  const text = await answer.clone().text();
  const used = [...text.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map(([, source]) => source as string);
  await keepAssets(used);
  await (await caches.open(shell)).put(fallback, answer);
}
