// The service worker (worker.ts) keeps the pages that say so; it is asked for by the first of them.
export function pagesOf(account: string): string {
  return `etabli-pages-${account}`;
}

export async function forgetPages(account: string): Promise<void> {
  await caches.delete(pagesOf(account));
}

export function keepPages(): void {
  if (!('serviceWorker' in navigator)) return;
  const tell = async () => {
    if (!document.querySelector('[data-offline-page]') || !navigator.onLine) return;
    // Not to be had over a certificate that was only waved through: the page works as before.
    await navigator.serviceWorker.register('/service-worker.js', { scope: '/' }).catch(() => {});
    const { active } = await navigator.serviceWorker.ready;
    const assets = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.startsWith(`${location.origin}/assets/`));
    const photos = [...document.querySelectorAll('#main img')].map((image) => (image as HTMLImageElement).currentSrc).filter((source) => source.startsWith(location.origin));
    active?.postMessage({ page: location.href, assets, photos });
  };
  document.addEventListener('turbo:load', () => void tell());
  void tell();
}
