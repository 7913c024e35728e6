// A page reads itself again: never hidden, never during a visit or a submission; at once, then less and less often
// while changes keep coming.
import { session } from '@hotwired/turbo';

const pace_min_ms = 150;
const pace_max_ms = 1_000;
const again_ms = 5_000; // after an error

let stale = false; // while hidden
let pulledAt = 0;
let pace = pace_min_ms;
let timer = 0;
let submissions = 0;
let pulling = false;

export function pullPage(request?: string): void {
  if (document.hidden) { stale = true; return; }
  clearTimeout(timer);
  timer = window.setTimeout(() => pull(request), Math.max(0, pulledAt + pace - Date.now()));
}

// Turbo leaves the page for the browser's own error when there is no network: drafts would be lost.
export async function pullIfReachable(): Promise<void> {
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => undefined);
  if (answer?.ok) pullPage();
}

// Turbo drops a refresh that comes during a visit.
function pull(request?: string): void {
  if (!document.querySelector('[data-controller~=live]')) return; // the page that waited has been left
  if (document.querySelector('[aria-invalid=true]')) return; // what is wrong stays said until it is mended
  if (submissions > 0) { addEventListener('turbo:submit-end', () => setTimeout(pullPage, pace_min_ms), { once: true }); return; }
  if (session.navigator.currentVisit) { addEventListener('turbo:load', () => pullPage(), { once: true }); return; }
  const since = Date.now() - pulledAt;
  pace = since < 2 * pace_max_ms ? Math.min(2 * pace, pace_max_ms) : pace_min_ms;
  pulledAt = Date.now();
  session.refresh(document.baseURI, { requestId: request });
  pulling = session.navigator.currentVisit !== undefined;
}

// The page as it is, with its drafts, is better than an error in its place.
function keepPage(event: Event): void {
  if (!pulling) return;
  pulling = false;
  event.preventDefault();
  session.navigator.stop();
  timer = window.setTimeout(() => { void pullIfReachable(); }, again_ms);
}

addEventListener('turbo:load', () => { pulling = false; });
addEventListener('turbo:before-visit', () => { pulling = false; });
addEventListener('turbo:fetch-request-error', keepPage);
addEventListener('turbo:before-fetch-response', (event) => {
  const { status } = event.detail.fetchResponse.response;
  if (status === 429 || status >= 500) keepPage(event);
});
addEventListener('turbo:submit-start', () => { submissions += 1; });
addEventListener('turbo:submit-end', () => { submissions = Math.max(0, submissions - 1); });
document.addEventListener('visibilitychange', () => {
  if (document.hidden || !stale) return;
  stale = false;
  pullPage();
});
