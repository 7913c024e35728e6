// What waits, on the page: a line under the bar, and each item where the page has a place for it. Words and shapes are
// the templates of the page « Hors ligne », which is kept on the device.
import type { Operation } from './outbox';

// What the person must know at once, in place of what waits.
export type Notice = 'full' | 'unread' | 'stay';

export interface Shown {
  readonly operations: readonly Operation[];
  readonly state: 'idle' | 'sending' | 'offline' | 'unreachable' | 'signed_out' | Notice;
  dismiss(operation: Operation): void;
  retry(operation: Operation): void;
  send(): void;
}

interface Words {
  readonly [name: string]: string | undefined;
}

const words_page = '/hors-ligne';
const copied_ms = 2_000;

let templates: Promise<Document> | undefined;

async function readTemplates(): Promise<Document> {
  const kept = await caches.match(words_page).catch(() => undefined);
  const fresh = navigator.onLine ? await fetch(words_page, { credentials: 'omit' }).catch(() => undefined) : undefined;
  const answer = fresh?.ok ? fresh : kept;
  if (!answer) { templates = undefined; throw new Error('no words for what waits'); }
  if (fresh?.ok) await caches.open('etabli-shell').then((shell) => shell.put(words_page, fresh.clone())).catch(() => {});
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

function shapes(): Promise<Document> {
  templates ??= readTemplates();
  return templates;
}

// While there is a network: where no service worker may be, nobody else keeps them.
export async function prepareWords(): Promise<void> {
  if (navigator.onLine && !await caches.match(words_page)) await shapes();
}

export async function wordsOf(): Promise<Words> {
  return { ...(await shapes()).querySelector<HTMLElement>('#offline-words')?.dataset };
}

function copyOf(page: Document, id: string): HTMLElement {
  const made = page.querySelector<HTMLTemplateElement>(`#${id}`)?.content.firstElementChild;
  return document.importNode(made as HTMLElement, true);
}

let turn = 0; // the last one drawn wins

export async function draw(shown: Shown): Promise<void> {
  const mine = ++turn;
  const bar = document.getElementById('offline');
  const places = document.querySelectorAll<HTMLElement>('[data-offline-pending]');
  const isQuiet = shown.operations.length === 0 && shown.state !== 'offline' && !isNotice(shown.state);
  if (isQuiet) {
    bar?.replaceChildren();
    places.forEach((place) => place.replaceChildren());
    return;
  }
  const page = await shapes().catch(() => undefined);
  if (!page || mine !== turn) return;
  const words: Words = { ...page.querySelector<HTMLElement>('#offline-words')?.dataset };
  if (bar) drawBar(bar, page, words, shown);
  places.forEach((place) => {
    const here = shown.operations.filter((operation) => isOf(place, operation));
    place.replaceChildren(...here.map((operation) => itemOf(page, words, operation, shown)));
  });
}

function isNotice(state: Shown['state']): state is Notice {
  return state === 'full' || state === 'unread' || state === 'stay';
}

function isOf(place: HTMLElement, { target, page }: Operation): boolean {
  const address = place.dataset['offlinePending'];
  return address ? target === address : page === location.pathname;
}

function drawBar(bar: HTMLElement, page: Document, words: Words, shown: Shown): void {
  const wasOpen = bar.querySelector('details')?.open ?? false;
  const line = copyOf(page, 'offline-bar');
  const refused = shown.operations.filter(({ refused: why }) => why !== undefined).length;
  const count = shown.operations.length - refused;
  const key = isNotice(shown.state) ? shown.state : `${shown.state === 'offline' ? 'off' : shown.state === 'signed_out' && count > 0 ? 'signed' : 'on'}${count > 1 ? 'Many' : count === 1 ? 'One' : 'None'}`;
  const sentences = [words[key], refused > 1 ? words['refusedMany'] : refused === 1 ? words['refusedOne'] : ''];
  const said = line.querySelector('[data-said]');
  if (said) said.textContent = sentences.filter(Boolean).join(' ').replace('{count}', String(count)).replace('{refused}', String(refused));
  const send = line.querySelector<HTMLElement>('[data-send]');
  if (send) send.hidden = count === 0 || shown.state !== 'unreachable';
  send?.addEventListener('click', () => shown.send());
  const list = line.querySelector('details');
  if (list) { list.hidden = shown.operations.length === 0; list.open = wasOpen; }
  line.querySelector('[data-items]')?.replaceChildren(...shown.operations.map((operation) => itemOf(page, words, operation, shown)));
  bar.replaceChildren(line);
}

function itemOf(page: Document, words: Words, operation: Operation, shown: Shown): HTMLElement {
  const item = copyOf(page, operation.refused === undefined ? 'offline-item' : 'offline-refused');
  const say = (part: string, text: string) => { const place = item.querySelector(`[data-${part}]`); if (place) place.textContent = text; };
  say('label', operation.label);
  say('at', new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'short', timeStyle: 'short' }).format(operation.at));
  say('text', operation.text);
  say('reason', operation.refused || (words['incident'] ?? ''));
  say('files', operation.files > 1 ? (words['files'] ?? '').replace('{count}', String(operation.files)) : operation.files === 1 ? words['file'] ?? '' : '');
  item.querySelector('[data-dismiss]')?.addEventListener('click', () => shown.dismiss(operation));
  item.querySelector('[data-retry]')?.addEventListener('click', () => shown.retry(operation));
  const copy = item.querySelector<HTMLElement>('[data-copy]');
  copy?.addEventListener('click', () => {
    void navigator.clipboard.writeText(operation.text).then(() => {
      const was = copy.textContent;
      copy.textContent = words['copied'] ?? '';
      setTimeout(() => { copy.textContent = was; }, copied_ms);
    });
  });
  if (copy) copy.hidden = operation.text === '';
  return item;
}
