// Working without network, on demand (offline_start.ts). A page says what it can:
//   data-offline-page                     it stays readable (worker.ts keeps it)
//   <form data-offline="queue" data-offline-label="…">   what it sends waits when nobody answers
//   <div data-offline-pending="/e/vigie/fiches/CH-118">  where what waits for that address is shown; empty: made here
//   <form data-draft="key">               what is being typed survives a closed tab
// The account is in #offline; no words here: they come with the page « Hors ligne ».
import { followDrafts } from './offline_drafts';
import { queueForms } from './offline_forms';
import { DeviceShelf } from './offline_shelf';
import { askAtSignOut } from './offline_sign_out';
import { Waiting } from './offline_waiting';
import { keepPages } from './offline_pages';

let waiting: Waiting | undefined;

// Who is signed in on this page; nobody on the sign-in page, and then nothing private is kept readable.
function accountHere(): string | undefined {
  return document.getElementById('offline')?.dataset['offlineAccount'];
}

function follow(): void {
  const account = accountHere();
  if (account === waiting?.account) return void waiting?.draw();
  waiting?.stop();
  waiting = account ? new Waiting(account, new DeviceShelf(account)) : undefined;
  waiting?.start();
}

// What is shown of it is on no page that comes from the server.
function keepShown(event: WindowEventMap['turbo:before-morph-element']): void {
  const element = event.target as HTMLElement;
  const { newElement } = event.detail;
  if (!element.matches('#offline, [data-offline-pending]') || !element.firstElementChild || !(newElement instanceof HTMLElement)) return;
  if (element.dataset['offlineAccount'] === newElement.dataset['offlineAccount']) event.preventDefault();
}

if (crypto.subtle && 'indexedDB' in window) {
  queueForms(() => waiting);
  followDrafts(accountHere);
  askAtSignOut(() => waiting);
  keepPages();
  document.addEventListener('turbo:load', follow);
  addEventListener('turbo:render', follow);
  addEventListener('turbo:before-morph-element', keepShown);
  addEventListener('online', () => { if (document.getElementById('offline-words')) location.reload(); }); // the page « Hors ligne » in place of another
  follow();
}
