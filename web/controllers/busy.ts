// A form is sent once: while it is on its way its button shows a spinner and does nothing.
export function keepButtonsBusy(): void {
  const root = document.documentElement;
  root.addEventListener('turbo:submit-start', ({ detail }) => {
    detail.formSubmission.submitter?.setAttribute('aria-busy', 'true');
  });
  root.addEventListener('turbo:submit-end', ({ detail }) => {
    detail.formSubmission.submitter?.removeAttribute('aria-busy');
  });
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
