// Signing out leaves nothing of the account on the device; what still waits is asked about first.
import { askInDialog } from './confirm';
import { forgetPages } from './offline_pages';
import { wordsOf } from './offline_view';
import type { Waiting } from './offline_waiting';

const erased_ms = 3_000; // a disk that does not answer keeps nobody signed in

let isErased = false;

export function askAtSignOut(waitingNow: () => Waiting | undefined): void {
  addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const waiting = waitingNow();
    if (isErased || !waiting || !new URL(form.action).pathname.endsWith('/deconnexion')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void leave(waiting, form, event.submitter);
  }, { capture: true });
}

async function leave(waiting: Waiting, form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const count = (await waiting.list()).length;
  if (count > 0) {
    const { question } = await wordsOf();
    const said = (question ?? '').replace('{count}', String(count));
    if (!await askInDialog(said, form, submitter)) return;
  }
  waiting.stop();
  const erased = Promise.all([waiting.shelf.erase(), forgetPages(waiting.account)]);
  await Promise.race([erased, new Promise((resolve) => { setTimeout(resolve, erased_ms); })]).catch(() => {});
  localStorage.removeItem('offline');
  isErased = true;
  form.requestSubmit();
}
