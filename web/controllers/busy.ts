// A form is sent once: while it is on its way its button shows a spinner and does nothing. The page is busy until what
// answered the form is shown; Turbo itself says so of visits alone, from the click to the page as it is now: what it
// remembers of a page and shows meanwhile is not the end.
const render_ms = 1_000; // within which Turbo shows an answer, where there is something to show

let answered = 0;

export function isPageBusy(): boolean {
  return document.documentElement.ariaBusy === 'true';
}

export function keepButtonsBusy(): void {
  const root = document.documentElement;
  const release = () => { clearTimeout(answered); root.removeAttribute('aria-busy'); };
  root.addEventListener('turbo:submit-start', ({ detail }) => {
    detail.formSubmission.submitter?.setAttribute('aria-busy', 'true');
    clearTimeout(answered);
    root.ariaBusy = 'true';
  });
  root.addEventListener('turbo:submit-end', ({ detail }) => {
    detail.formSubmission.submitter?.removeAttribute('aria-busy');
    if (!detail.fetchResponse) return release();
    answered = window.setTimeout(release, render_ms);
  });
  root.addEventListener('turbo:render', () => { if (!root.hasAttribute('data-turbo-preview')) release(); });
  document.addEventListener('submit', blockSecondSubmit);
  addEventListener('pageshow', releaseButtons);
}

// Forms outside Turbo leave the page, so nothing comes back to release them but « back ».
function blockSecondSubmit(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (form.dataset.turbo !== 'false' || event.defaultPrevented) return;
  if (form.ariaBusy === 'true') return event.preventDefault();
  form.ariaBusy = 'true';
  event.submitter?.setAttribute('aria-busy', 'true');
}

function releaseButtons(event: PageTransitionEvent): void {
  if (!event.persisted) return;
  document.querySelectorAll('form[aria-busy], button[aria-busy]').forEach((element) => element.removeAttribute('aria-busy'));
}
