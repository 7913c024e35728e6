// data-turbo-confirm="…" asks in the page's own <dialog id="confirm">; the browser's box otherwise.
export function askInDialog(message: string, _form: HTMLFormElement, submitter?: HTMLElement | null): Promise<boolean> {
  const dialog = document.querySelector<HTMLDialogElement>('dialog#confirm');
  const sentence = dialog?.querySelector('[data-message]');
  if (!dialog || !sentence) return Promise.resolve(confirm(message));
  sentence.textContent = message;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      submitter?.focus();
      resolve(dialog.returnValue === 'yes');
    }, { once: true });
  });
}
