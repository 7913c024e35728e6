// A page reads itself again: never hidden, never during a visit or a submission; at once, then less and less often
// while changes keep coming. It does so beside Turbo's visits: one of these would end a form that is on its way.
import { PageSnapshot, session, visit } from '@hotwired/turbo';
import { isPageBusy } from './busy';
import { isBeingWritten } from './live_guard';

const pace_min_ms = 150;
const pace_max_ms = 1_000;
const again_ms = 5_000; // after an error
const press_ms = 2_000; // after which a press that never ended is forgotten: a native menu keeps its end
const answer_ms = 15_000; // a network that went silent

let stale = false; // while hidden
let reading = false;
let pulledAt = 0;
let pace = pace_min_ms;
let timer = 0;
let moment = 0; // moves with each form, visit and rendering: what was asked before is not shown after
let pressed = false; // a button that is replaced under the pointer never gets its click
let shown = { address: '', tag: '' }; // what the server called the page as it stands

export function pullPage(request?: string): void {
  if (document.hidden) { stale = true; return; }
  if (request && session.recentRequests.has(request)) return; // the answer to our own form has shown it
  clearTimeout(timer);
  timer = window.setTimeout(() => { void pull(); }, Math.max(0, pulledAt + pace - Date.now()));
}

function isBusy(): boolean {
  return reading || pressed || isPageBusy() || document.querySelector('[data-grab]') !== null || session.navigator.currentVisit !== undefined || session.view.renderPromise !== undefined;
}

async function pull(): Promise<void> {
  if (document.hidden) { stale = true; return; }
  if (!document.querySelector('[data-controller~=live], [data-controller~=soon]')) return; // the page that waited was left
  if (document.querySelector('[aria-invalid=true], .banner[role=alert]')) return; // what is wrong stays said until it is mended
  if (isBusy()) { timer = window.setTimeout(() => { void pull(); }, pace_min_ms); return; }
  const since = Date.now() - pulledAt;
  pace = since < 2 * pace_max_ms ? Math.min(2 * pace, pace_max_ms) : pace_min_ms;
  pulledAt = Date.now();
  reading = true;
  const outcome = await readAgain().finally(() => { reading = false; });
  if (outcome === 'overtaken') pullPage();
  if (outcome === 'unreachable') timer = window.setTimeout(() => pullPage(), again_ms); // with its drafts, it is better than an error
}

async function readAgain(): Promise<'shown' | 'overtaken' | 'unreachable'> {
  const asked = moment;
  const address = location.href;
  const headers = new Headers({ Accept: 'text/html' });
  if (shown.address === address && shown.tag) headers.set('If-None-Match', shown.tag);
  const answer = await fetch(address, { cache: 'no-store', headers, signal: AbortSignal.timeout(answer_ms) }).catch(() => undefined);
  if (!answer || answer.status === 429 || answer.status >= 500) return 'unreachable';
  if (answer.status === 304) return 'shown';
  const page = await answer.text().catch(() => undefined);
  if (page === undefined) return 'unreachable';
  if (pressed || asked !== moment || address !== location.href) return 'overtaken';
  if (answer.redirected) { if (!isBeingWritten()) visit(answer.url, { action: 'replace' }); return 'shown'; }
  const snapshot = PageSnapshot.fromHTMLString(page);
  if (!answer.ok) { if (!isBeingWritten()) await session.view.renderError(snapshot); return 'shown'; }
  // With other styles and scripts Turbo loads the page whole: not over what is being written.
  const isSameBuild = snapshot.headSnapshot.trackedElementSignature === session.view.snapshot.headSnapshot.trackedElementSignature;
  if (!isSameBuild && isBeingWritten()) return 'shown';
  await session.view.renderPage(snapshot);
  shown = { address, tag: answer.headers.get('ETag') ?? '' };
  return 'shown';
}

function overtake(): void {
  moment += 1;
  shown = { address: '', tag: '' };
}

addEventListener('turbo:submit-start', overtake);
addEventListener('turbo:submit-end', overtake);
addEventListener('turbo:before-visit', overtake);
addEventListener('turbo:visit', overtake);
addEventListener('turbo:render', overtake);
addEventListener('pointerdown', ({ isPrimary, button }) => {
  pressed = isPrimary && button === 0;
  setTimeout(() => { pressed = false; }, press_ms);
}, { capture: true });
for (const end of ['pointerup', 'pointercancel', 'dragend']) addEventListener(end, () => { setTimeout(() => { pressed = false; }); }, { capture: true });
document.addEventListener('visibilitychange', () => {
  if (document.hidden || !stale) return;
  stale = false;
  pullPage();
});
