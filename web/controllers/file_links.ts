// A link to a file is the browser's own: Turbo would read it as a page, and wait for one that never comes.
const file = /^\/[ep]\/[^/]+\/fichiers\/\d+$/;

export function openFiles(): void {
  document.addEventListener('turbo:click', (event) => { if (file.test(new URL(event.detail.url).pathname)) event.preventDefault(); });
}
