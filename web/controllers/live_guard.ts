// What a page that reads itself again must leave alone: what is being typed, and what was opened.
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isControl(element: Element): element is Control {
  return element.matches('input, textarea, select');
}

// What a form had when it was sent, until the page that answers it is shown: that is no longer being written.
const sent = new Map<Element, string>();

function isDirty(control: Control): boolean {
  if (sent.get(control) === control.value) return false;
  if (control === document.activeElement && !control.matches('[type=hidden], [type=checkbox], [type=radio]')) return true;
  if (control instanceof HTMLSelectElement) return [...control.options].some((option) => option.selected !== option.defaultSelected) && control.dataset['touched'] === 'true';
  if (control.matches('[type=hidden]')) return false;
  if (control instanceof HTMLInputElement && control.matches('[type=checkbox], [type=radio]')) return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

function hasDirty(element: Element): boolean {
  return [...element.querySelectorAll<Control>('input, textarea, select')].some(isDirty);
}

export function isBeingWritten(): boolean {
  return hasDirty(document.body);
}

// Its version and keys belong to what was typed.
function isOfDirtyForm(element: Element): boolean {
  return isControl(element) && element.form !== null && [...element.form.elements].some((other) => isControl(other) && isDirty(other));
}

const kept_attributes = ['aria-expanded', 'data-cursor', 'data-state'];

function mayChange(element: Element, name: string): boolean {
  if (name === 'open') return !element.matches('details, dialog');
  return !kept_attributes.includes(name);
}

// « Une nouvelle version… »: the object of a form that is being filled in was changed by somebody else.
function announceNewer(page: HTMLElement): void {
  for (const form of document.querySelectorAll('form')) {
    const version = form.querySelector<HTMLInputElement>('input[type=hidden][name=version]');
    if (!version || !hasDirty(form) || form.querySelector('[data-newer]')) continue;
    const twins = [...page.querySelectorAll<HTMLFormElement>('form')].filter((other) => other.getAttribute('action') === form.getAttribute('action'));
    const newer = twins.map((twin) => twin.querySelector<HTMLInputElement>('input[name=version]')?.value).find((value) => value && value !== version.value);
    const notice = document.querySelector<HTMLTemplateElement>('#newer-version')?.content.firstElementChild?.cloneNode(true);
    if (!newer || !(notice instanceof HTMLElement)) continue;
    notice.querySelector('a')?.addEventListener('click', (event) => { event.preventDefault(); location.reload(); });
    form.prepend(notice);
  }
}

// The page that answers a refused form: what it holds is what was typed, as the server read it.
let isAnswer = false;

export function guardMorphs(): void {
  addEventListener('turbo:submit-start', ({ target }) => {
    for (const control of (target as HTMLFormElement).elements) if (isControl(control) && control.matches('textarea, select, input:not([type=hidden], [type=checkbox], [type=radio])')) sent.set(control, control.value);
  });
  addEventListener('turbo:submit-end', ({ detail }) => {
    isAnswer = !detail.success && detail.fetchResponse !== undefined;
    if (!detail.success) sent.clear();
  });
  addEventListener('turbo:render', () => { isAnswer = false; sent.clear(); });
  addEventListener('change', ({ target }) => { if (target instanceof HTMLSelectElement) target.dataset['touched'] = 'true'; });
  addEventListener('turbo:before-morph-element', (event) => {
    if (isAnswer) return;
    const element = event.target as Element;
    const isLeaving = !event.detail.newElement;
    if (element.matches('[data-controller~=palette][open]')) event.preventDefault(); // what it found is on no page
    else if ((isControl(element) && isDirty(element)) || isOfDirtyForm(element)) event.preventDefault();
    else if (isLeaving && (hasDirty(element) || element.matches('[data-newer], .toast'))) event.preventDefault(); // a toast leaves by itself
  });
  addEventListener('turbo:before-morph-attribute', (event) => {
    if (!isAnswer && !mayChange(event.target as Element, event.detail.attributeName)) event.preventDefault();
  });
  addEventListener('turbo:before-render', (event) => {
    if (event.detail.newBody.querySelector('.toast')) document.querySelectorAll('.toast').forEach((toast) => { toast.remove(); }); // the new one has all its time
    if (event.detail.renderMethod === 'morph' && !isAnswer) announceNewer(event.detail.newBody);
  });
}
