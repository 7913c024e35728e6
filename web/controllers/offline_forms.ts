// A form that says data-offline="queue" is sent as any other while somebody answers; when nobody does, what it brings
// waits on the device. It carries the UUID of its operation from the first try on: an answer that was lost is not a
// second message.
import type { KeptFile, Work } from './outbox';
import type { Waiting } from './offline_waiting';

interface Attempt {
  readonly id: string;
  readonly data: FormData;
  readonly submitter: HTMLElement | null;
}

const text_max = 20_000; // of what is shown of an operation

const attempts = new WeakMap<HTMLFormElement, Attempt>();

export function queueForms(waitingNow: () => Waiting | undefined): void {
  const keep = (form: HTMLFormElement, attempt: Attempt) => {
    const waiting = waitingNow();
    if (waiting) void keepAttempt(waiting, form, attempt);
  };
  // After what the form itself holds back, before Turbo, which listens to the document.
  document.documentElement.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.dataset['offline'] !== 'queue' || event.defaultPrevented || !waitingNow()) return;
    const attempt = begin(form, event.submitter);
    if (navigator.onLine) return;
    event.preventDefault();
    keep(form, attempt);
  });
  document.addEventListener('turbo:fetch-request-error', (event) => {
    const attempt = attemptOf(event.target);
    if (!attempt) return;
    event.preventDefault();
    keep(event.target as HTMLFormElement, attempt);
  });
  document.addEventListener('turbo:before-fetch-response', (event) => {
    const attempt = attemptOf(event.target);
    const { statusCode } = event.detail.fetchResponse;
    if (!attempt) return;
    if (![502, 503, 504].includes(statusCode)) return void attempts.delete(event.target as HTMLFormElement);
    event.preventDefault();
    keep(event.target as HTMLFormElement, attempt);
  });
}

function attemptOf(target: EventTarget | null): Attempt | undefined {
  return target instanceof HTMLFormElement ? attempts.get(target) : undefined;
}

// What is sent twice before anybody answered is one operation: the second sending only aborts the waiting for the first.
function begin(form: HTMLFormElement, submitter: HTMLElement | null): Attempt {
  const before = attempts.get(form);
  const isSame = before && targetOf(form, before.submitter) === targetOf(form, submitter) && saidIn(before.data) === saidIn(new FormData(form, submitter));
  const id = isSame ? before.id : crypto.randomUUID();
  form.querySelector('input[name=_operation]')?.remove();
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name: '_operation', value: id });
  form.append(field);
  const attempt = { id, data: new FormData(form, submitter), submitter };
  attempts.set(form, attempt);
  return attempt;
}

function targetOf(form: HTMLFormElement, submitter: HTMLElement | null): string {
  return new URL(submitter?.getAttribute('formaction') ?? form.action, location.href).pathname;
}

// Without what the guard put there: the page may have been given new ones.
function saidIn(data: FormData): string {
  const said = [...data].filter(([name]) => !name.startsWith('_'));
  return JSON.stringify(said.map(([name, value]) => typeof value === 'string' ? [name, value] : [name, value.size && [value.name, value.size, value.lastModified]]));
}

async function keepAttempt(waiting: Waiting, form: HTMLFormElement, attempt: Attempt): Promise<void> {
  const { id, data, submitter } = attempt;
  const fields = [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const work: Work = {
    target: targetOf(form, submitter),
    page: location.pathname,
    label: submitter?.dataset['offlineLabel'] ?? form.closest<HTMLElement>('[data-offline-label]')?.dataset['offlineLabel'] ?? document.title,
    text: writtenIn(form),
    fields,
    multipart: form.enctype === 'multipart/form-data',
  };
  try {
    const files = await filesIn(data).catch(async (cause: unknown) => { await waiting.say('unread'); throw cause; });
    await waiting.keep(work, files, id);
  } catch {
    return; // what was written stays in the form
  }
  if (attempts.get(form) === attempt) attempts.delete(form);
  const isAsKept = saidIn(new FormData(form, inForm(form, submitter))) === saidIn(data);
  if (isAsKept) empty(form, submitter); // else something was typed meanwhile
}

// A button that a page read again has replaced belongs to no form.
function inForm(form: HTMLFormElement, submitter: HTMLElement | null): HTMLElement | null {
  return submitter instanceof HTMLButtonElement && submitter.form === form ? submitter : null;
}

// Rejects when one cannot be read any more: moved, changed, or taken back by the telephone.
async function filesIn(data: FormData): Promise<KeptFile[]> {
  const files: KeptFile[] = [];
  for (const [field, value] of data)
    if (typeof value !== 'string' && value.size > 0) files.push({ field, name: value.name, type: value.type, bytes: await value.arrayBuffer() });
  return files;
}

function writtenIn(form: HTMLFormElement): string {
  const written = [...form.elements].flatMap((element) => {
    const isText = element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');
    return isText && element.value.trim() ? [element.value.trim()] : [];
  });
  const format = form.elements.namedItem('text_format');
  const isRich = format instanceof HTMLInputElement && format.value === 'html';
  const text = written.join('\n\n');
  return (isRich ? plain(text) : text).slice(0, text_max);
}

function plain(rich: string): string {
  const read = new DOMParser().parseFromString(rich.replace(/<(?:br|\/p|\/li|\/h\d)[^>]*>/g, '$&\n'), 'text/html');
  return (read.body.textContent ?? '').replace(/\n{3,}/g, '\n\n').trim();
}

// As after a sending that went well: boxes, lists of files and drafts that follow Turbo empty themselves.
function empty(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const detail = { success: true, formSubmission: { formElement: form, submitter } };
  form.reset();
  form.dispatchEvent(new CustomEvent('turbo:submit-end', { bubbles: true, detail }));
  form.dispatchEvent(new CustomEvent('offline:kept', { bubbles: true }));
}
