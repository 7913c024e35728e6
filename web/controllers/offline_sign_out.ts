// Signing out leaves nothing of the account on the device; what still waits is asked about first, and nothing is erased
// before the server said that nobody is signed in any more.
import { askInDialog } from './confirm';
import { dropTyping } from './offline_drafts';
import { forgetPages } from './offline_pages';
import { wordsOf } from './offline_view';
import { unmarkWhenBare, type Waiting } from './offline_waiting';

const answer_ms = 30_000;
const erased_ms = 3_000; // a disk that does not answer keeps nobody on the page

let isLeaving = false;

export function askAtSignOut(waitingNow: () => Waiting | undefined): void {
  addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const waiting = waitingNow();
    if (!waiting || !new URL(form.action).pathname.endsWith('/deconnexion')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isLeaving) return;
    isLeaving = true;
    void leave(waiting, form, event.submitter).finally(() => { isLeaving = false; });
  }, { capture: true });
}

async function leave(waiting: Waiting, form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const count = (await waiting.list().catch(() => [])).length;
  if (count > 0) {
    const { question } = await wordsOf().catch(() => ({ question: undefined }));
    const said = (question ?? '').replace('{count}', String(count));
    if (!await askInDialog(said, form, submitter)) return;
  }
  const next = await signOut(form);
  if (!next) return waiting.say('stay');
  waiting.stop();
  dropTyping();
  const erased = Promise.all([waiting.shelf.erase(), forgetPages(waiting.account)]).then(unmarkWhenBare);
  await Promise.race([erased, new Promise((resolve) => { setTimeout(resolve, erased_ms); })]).catch(() => {});
  location.assign(next);
}

// Where that leads; nothing when the server did not do it, or did not say so. The page itself reads what is said there.
async function signOut(form: HTMLFormElement): Promise<string | undefined> {
  const fields = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const options: RequestInit = { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', signal: AbortSignal.timeout(answer_ms) };
  const answer = await fetch(form.action, options).catch(() => undefined);
  return answer?.type === 'opaqueredirect' ? form.action.replace(/deconnexion$/, 'connexion') : undefined;
}
