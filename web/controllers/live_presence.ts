// Who else is on a record, and who answers. Told while the page is seen, never stored.
import type { Present } from './live_link';
import { csrfToken } from './csrf';

const say_again_ms = 60_000;
const typing_again_ms = 4_000;

function place(): HTMLElement | null {
  return document.getElementById('presence');
}

export function showPresence(people: Present[]): void {
  const shown = place();
  if (!shown) return;
  const lines = people.map(({ name, typing }) => ((typing ? shown.dataset['replying'] : shown.dataset['looking']) ?? '').replace('{name}', name));
  // Two who answer at once: the second is asked before sending. A note goes to the team: it needs no turn.
  const answering = people.find(({ typing }) => typing);
  for (const box of document.querySelectorAll<HTMLElement>('.composer:not(#composer-note)')) {
    if (answering) box.dataset['turboConfirm'] = (shown.dataset['ask'] ?? '').replace('{name}', answering.name);
    else delete box.dataset['turboConfirm'];
  }
  shown.replaceChildren(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
}

// Says that this person looks at the record, or writes; the returned controller ends it.
export function presenceOf(stream: string, token: string): AbortController {
  const ending = new AbortController();
  const { signal } = ending;
  let typedAt = 0;
  let isPresent = false;
  const say = (state: 'lit' | 'ecrit' | 'part') => {
    // What Turbo keeps from one page to the next is out of the page while it renders: asked each time.
    if (state === 'part' ? !isPresent : !place()) return;
    isPresent = state !== 'part';
    const body = new URLSearchParams({ jetons: token, etat: state });
    fetch(`${stream}/presence`, { method: 'POST', headers: { 'X-CSRF-Token': csrfToken() }, body, keepalive: true }).catch(() => {});
  };
  const turn = () => say(document.hidden ? 'part' : 'lit');
  const timer = setInterval(() => { if (!document.hidden) say(Date.now() - typedAt < typing_again_ms ? 'ecrit' : 'lit'); }, say_again_ms);
  setTimeout(() => { if (!signal.aborted && !document.hidden) say('lit'); }, 300);
  document.addEventListener('visibilitychange', turn, { signal });
  addEventListener('pagehide', () => say('part'), { signal });
  document.addEventListener('input', ({ target }) => {
    const isReply = target instanceof HTMLTextAreaElement && target.closest('.composer');
    if (!isReply || Date.now() - typedAt < typing_again_ms) return;
    typedAt = Date.now();
    say('ecrit');
  }, { signal });
  addEventListener('turbo:submit-end', () => { if (typedAt) say('lit'); typedAt = 0; }, { signal });
  signal.addEventListener('abort', () => { clearInterval(timer); say('part'); });
  return ending;
}
