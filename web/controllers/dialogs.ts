// <a href="/page" data-dialog="id"> opens <dialog id="id"> instead of the page; [data-close] closes it.
export function openDialogs(): void {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const opener = target?.closest<HTMLElement>('[data-dialog]');
    const dialog = opener && document.getElementById(opener.dataset.dialog ?? '');
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault();
      dialog.showModal();
    }
    if (target?.closest('[data-close]')) target.closest('dialog')?.close();
    if (target instanceof HTMLDialogElement) target.close();
  });
  // What was done in a panel that floats shows in the page under it.
  document.documentElement.addEventListener('turbo:submit-end', ({ detail, target }) => {
    const popover = detail.success && target instanceof Element ? target.closest<HTMLElement>('[popover]:popover-open') : null;
    popover?.hidePopover();
  });
  // A page that reads itself again leaves an open dialog alone: the palette keeps its results.
  document.addEventListener('turbo:before-morph-element', (event) => {
    if (event.target instanceof HTMLDialogElement && event.target.open) event.preventDefault();
  });
  // What floats is not part of the page that « back » shows again.
  document.addEventListener('turbo:before-cache', () => {
    document.querySelectorAll<HTMLDialogElement>('dialog[open]').forEach((dialog) => dialog.close());
    document.querySelectorAll<HTMLElement>('[popover]:popover-open').forEach((popover) => popover.hidePopover());
  });
}
