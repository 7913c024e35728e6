// What works without network comes with the first page that needs it, and wherever something still waits.
const needs_it = '[data-offline], [data-offline-page], [data-draft], #offline-words';

export function workOffline(): void {
  const start = () => { if (document.querySelector(needs_it) || localStorage.getItem('offline')) import('./offline.js').catch(() => {}); };
  document.addEventListener('turbo:load', start);
}
