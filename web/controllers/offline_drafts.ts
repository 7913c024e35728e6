// What is being typed in a <form data-draft="key"> (its id without a key) survives a closed tab and a dead battery, on this device, for its
// account; it is forgotten when the form was sent, or is waiting to be. Files are not part of it.
import { DeviceShelf, type Typed } from './offline_shelf';

const pause_ms = 400;
const typed_in = 'textarea[name], select[name], input[name]:not([type=file], [type=password], [type=submit], [type=button])';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const timers = new Map<HTMLFormElement, number>();

// Before everything is erased: nothing typed a moment ago comes back after it.
export function dropTyping(): void {
  timers.forEach((timer) => { clearTimeout(timer); });
  timers.clear();
}

export function followDrafts(accountHere: () => string | undefined): void {
  const shelf = () => { const account = accountHere(); return account ? new DeviceShelf(account) : undefined; };
  const save = (form: HTMLFormElement) => {
    const key = keyOf(form);
    timers.delete(form);
    if (isTouched(form)) void shelf()?.keepDraft(key, typedIn(form));
    else if (form.dataset['draftRead'] === 'done') void shelf()?.forgetDraft(key); // emptied by hand
  };
  document.addEventListener('input', ({ target }) => {
    const form = formOf(target);
    if (!form) return;
    clearTimeout(timers.get(form));
    timers.set(form, window.setTimeout(() => save(form), pause_ms));
  });
  document.documentElement.addEventListener('turbo:submit-end', ({ target, detail }) => {
    const form = formOf(target);
    if (!form || !detail.success) return;
    clearTimeout(timers.get(form));
    timers.delete(form);
    void shelf()?.forgetDraft(keyOf(form));
  });
  const restoreAll = async () => {
    const kept = shelf();
    const forms = document.querySelectorAll<HTMLFormElement>('form[data-draft]:not([data-draft-read])');
    if (!kept || forms.length === 0) return;
    forms.forEach((form) => { form.dataset['draftRead'] = ''; });
    const written = new Set(await kept.drafts());
    for (const form of forms) {
      const typed = written.has(keyOf(form)) ? await kept.draft(keyOf(form)) : undefined;
      if (typed) restore(form, typed);
      form.dataset['draftRead'] = 'done';
    }
  };
  document.addEventListener('turbo:load', () => void restoreAll());
  addEventListener('turbo:render', () => void restoreAll());
  void restoreAll();
}

function keyOf(form: HTMLFormElement): string {
  return form.dataset['draft'] || form.id;
}

function formOf(target: EventTarget | null): HTMLFormElement | undefined {
  return (target instanceof Element && target.closest<HTMLFormElement>('form[data-draft]')) || undefined;
}

// Not the guard's own fields, nor a version: what was typed is saved on top of what the page now shows.
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>(typed_in)].filter(({ name }) => !name.startsWith('_') && name !== 'version');
}

function isChoice(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
}

function typedIn(form: HTMLFormElement): Typed {
  return controlsOf(form).filter((control) => !isChoice(control) || control.checked).map(({ name, value }) => [name, value]);
}

function isTouched(form: HTMLFormElement): boolean {
  return controlsOf(form).some((control) => 'defaultValue' in control && control.type !== 'hidden' && !isChoice(control) && control.value !== control.defaultValue);
}

// Only into a form nobody has touched meanwhile, and when there is anything to say.
function restore(form: HTMLFormElement, typed: Typed): void {
  if (isTouched(form) || !typed.some(([, value]) => value.trim() !== '')) return;
  for (const control of controlsOf(form)) {
    if (isChoice(control)) { control.checked = typed.some(([name, value]) => name === control.name && value === control.value); continue; }
    const found = typed.findIndex(([name]) => name === control.name);
    if (found < 0) continue;
    control.value = typed[found]?.[1] ?? '';
    typed.splice(found, 1);
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
  const folded = form.closest('details');
  if (folded) folded.open = true;
  form.dispatchEvent(new CustomEvent('draft:restored', { bubbles: true }));
  form.querySelector('textarea')?.dispatchEvent(new Event('input', { bubbles: true }));
}
