import { folded } from './folded';

// The editor of a document of lines (sale_documents::editor): lines come, go and move in place, and the server counts while one types.
// Nothing is written before « Enregistrer »; without this script each button sends the form.
export function start(form: HTMLElement, signal: AbortSignal): void {
  new LineEditor(form as HTMLFormElement, signal);
}

const typing_pause_ms = 200;
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

class LineEditor {
  private readonly lines: HTMLElement;
  private saved = '';
  private timer = 0;
  private asking = new AbortController();
  private isAnswer = false; // the page to come answers this form
  private isLeaving = false;
  private opener: HTMLElement | null = null; // of the price book
  private isKept = false; // what is typed stood when the page was read again

  constructor(private readonly form: HTMLFormElement, signal: AbortSignal) {
    this.lines = this.one('[data-lines]');
    const on = (target: EventTarget, type: string, act: (event: never) => void) => target.addEventListener(type, act as EventListener, { signal });
    on(form, 'input', (event: Event) => { if (!this.find(event.target as Control)) this.later(); });
    on(form, 'change', (event: Event) => { this.tick(event.target as Element); this.later(0); this.renew(event.target as Element); });
    on(form, 'click', (event: MouseEvent) => this.press(event));
    on(form, 'keydown', (event: KeyboardEvent) => this.key(event));
    on(form, 'turbo:submit-start', () => { this.isLeaving = true; });
    on(form, 'turbo:submit-end', ({ detail }: FormSubmissionEvent) => {
      this.isAnswer = detail.fetchResponse !== undefined;
      this.isLeaving = detail.success ?? false;
      if (detail.success) this.rest();
    });
    on(window, 'turbo:before-morph-element', (event: MorphEvent) => { if (event.target === form && event.detail.newElement) this.keep(event); });
    on(document, 'turbo:render', () => this.stand());
    on(document, 'submit', (event: SubmitEvent) => this.ask(event, event.target !== form));
    on(window, 'beforeunload', (event: Event) => { if (this.isDirty && !this.isLeaving) event.preventDefault(); });
    on(document, 'turbo:before-visit', (event: BeforeVisitEvent) => this.ask(event, event.detail.url !== document.baseURI));
    signal.addEventListener('abort', () => { clearTimeout(this.timer); this.asking.abort(); });
    this.stand();
  }

  // A page that is read again while one types leaves the form as it is.
  private keep(event: Event): void {
    this.isKept = !this.isAnswer && this.isDirty;
    if (this.isKept) event.preventDefault();
  }

  // Again after each page that took the place of this one.
  private stand(): void {
    this.isAnswer = this.isLeaving = false;
    if (this.isKept) return;
    this.form.querySelector('[data-keys]')?.removeAttribute('hidden');
    this.saved = 'unsaved' in this.form.dataset ? '' : this.typed();
  }

  // What was sent is what is saved: nothing of it is being written any more (live_guard.ts).
  private rest(): void {
    for (const control of this.form.querySelectorAll<Control>('input, textarea, select')) {
      delete control.dataset['touched'];
      if (control instanceof HTMLSelectElement) for (const option of control.options) option.defaultSelected = option.selected;
      else if (control.type === 'checkbox') (control as HTMLInputElement).defaultChecked = (control as HTMLInputElement).checked;
      else if (control.type !== 'hidden') control.defaultValue = control.value;
    }
  }

  private typed(): string {
    return this.fields().toString();
  }

  // Without the key of the form, which is for what is sent once.
  private fields(): URLSearchParams {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) if (name !== '_key') fields.append(name, String(value));
    return fields;
  }

  private get isDirty(): boolean {
    const typed = this.fields();
    typed.delete('_csrf');
    const saved = new URLSearchParams(this.saved);
    saved.delete('_csrf');
    return typed.toString() !== saved.toString();
  }

  private ask(event: Event, isLeft: boolean): void {
    if (!isLeft || this.isLeaving || event.defaultPrevented || !this.isDirty) return;
    if (confirm(this.form.dataset['leave'])) this.isLeaving = true;
    else { event.preventDefault(); event.stopPropagation(); }
  }

  // --- figures ---

  // What is on its way answers what was typed before, and would write over it.
  private later(pause = typing_pause_ms): void {
    clearTimeout(this.timer);
    this.asking.abort();
    this.timer = window.setTimeout(() => void this.count(), pause);
  }

  private async count(): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const answer = await fetch(this.form.dataset['totals'] ?? '', { method: 'POST', body: this.fields(), signal });
      if (answer.redirected || !answer.ok) return;
      const found = document.createElement('template');
      found.innerHTML = await answer.text();
      if (!signal.aborted) this.show(found.content);
    } catch (error) {
      if (!signal.aborted && navigator.onLine) throw error;
    }
  }

  private show(found: DocumentFragment): void {
    for (const part of [...found.children]) {
      const place = document.getElementById(part.id);
      if (place instanceof HTMLInputElement && part instanceof HTMLInputElement) place.value = part.value;
      else place?.replaceWith(part);
      if (part instanceof HTMLElement && part.dataset['say']) this.say(part.dataset['say']);
    }
    for (const control of this.form.querySelectorAll<Control>('[data-line] [id]:is(input, textarea, select)')) {
      const isWrong = this.form.querySelector(`.err[data-field="${control.name}"]`) !== null;
      if (isWrong) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
      if (isWrong) control.setAttribute('aria-describedby', `${control.name.split('.')[0]}-errors`);
    }
  }

  private tick(control: Element): void {
    if (control.matches('[data-kind=option] [type=checkbox]')) control.closest('[data-line]')?.toggleAttribute('data-off', !(control as HTMLInputElement).checked);
  }

  // --- lines ---

  private press(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name=step]');
    if (!button) return;
    event.preventDefault();
    const [verb = '', what = ''] = button.value.split('-');
    button.closest<HTMLElement>('[popover]')?.hidePopover();
    const line = button.closest<HTMLElement>('[data-line]');
    if (verb === 'catalogue') { void this.browse(button); return; }
    if (verb === 'close') { this.close(); return; }
    if (verb === 'sell') this.sell(button);
    else if (verb === 'add') this.focus(this.add(what));
    else if (line && verb === 'remove') this.remove(line);
    else if (line && verb === 'switch') this.turn(line);
    else if (line) this.move(line, verb === 'up');
    this.later(0);
  }

  private all(): HTMLElement[] {
    return [...this.lines.querySelectorAll<HTMLElement>(':scope > [data-line]')];
  }

  private add(kind: string, after?: HTMLElement): HTMLElement | undefined {
    if (this.all().length >= Number(this.form.dataset['linesMax'])) return undefined;
    const key = Math.max(0, ...this.all().map((line) => Number(line.dataset['line']))) + 1;
    const source = this.one<HTMLTemplateElement>(`template[data-new=${kind}]`);
    const copy = document.createElement('template');
    copy.innerHTML = source.innerHTML.replaceAll(/([" -])(f-)?l0(?=[".-])/g, `$1$2l${key}`).replaceAll('data-line="0"', `data-line="${key}"`);
    const line = copy.content.querySelector<HTMLElement>('[data-line]');
    if (!line) return undefined;
    if (after) after.after(line);
    else this.lines.append(line);
    return line;
  }

  // --- price book ---

  private get catalogue(): HTMLElement {
    return this.one('#sale-catalogue');
  }

  // Read again each time: what is sold may have changed, and how prices are typed too.
  private async read(): Promise<boolean> {
    const wanted = (): string => new URLSearchParams(['prices', 'client'].map((name) => [name, this.one<HTMLSelectElement>(`[name=${name}]`).value])).toString();
    let page = '';
    for (let asked = ''; asked !== wanted();) { // chosen otherwise while the answer came: not what this client pays
      asked = wanted();
      const answer = await fetch(`${this.form.dataset['catalogue'] ?? ''}?${asked}`);
      if (answer.redirected || !answer.ok) return false;
      page = await answer.text();
    }
    this.catalogue.outerHTML = page;
    const find = this.catalogue.querySelector<HTMLInputElement>('[data-find]');
    if (find && this.catalogue.querySelector('[data-words]')) find.hidden = false;
    return true;
  }

  private async browse(opener: HTMLElement): Promise<void> {
    this.opener = await this.read() ? opener : null;
    if (!this.opener) return;
    const find = this.catalogue.querySelector<HTMLInputElement>('[data-find]');
    (find?.hidden === false ? find : this.catalogue.querySelector<HTMLElement>('button'))?.focus();
    this.catalogue.scrollIntoView({ block: 'nearest' });
  }

  // What another client pays is not to be taken meanwhile.
  private renew(control: Element): void {
    if (!control.matches('[name=client], [name=prices]') || !this.catalogue.matches('.sale-catalogue')) return;
    this.empty();
    void this.read();
  }

  private empty(): void {
    const place = document.createElement('div');
    place.id = this.catalogue.id;
    this.catalogue.replaceWith(place);
  }

  private close(): void {
    this.empty();
    (this.opener?.isConnected ? this.opener : this.one('button[value=add-line]')).focus();
  }

  // Whether what is typed looks for an item; those that bear all its words stay.
  private find(control: Control): boolean {
    if (!control.matches('[data-find]')) return false;
    const words = folded(control.value).split(/\s+/).filter(Boolean);
    for (const offer of this.catalogue.querySelectorAll<HTMLElement>('[data-words]'))
      (offer.parentElement as HTMLElement).hidden = !words.every((word) => offer.dataset['words']?.includes(word));
    let shown = 0;
    for (const part of this.catalogue.querySelectorAll<HTMLElement>('section')) {
      part.hidden = part.querySelector('li:not([hidden])') === null;
      if (!part.hidden) shown += 1;
    }
    this.one('[data-none-found]').hidden = shown > 0;
    return true;
  }

  // In the place of a last line that is blank, or at the end.
  private sell(offer: HTMLElement): void {
    const last = this.all().at(-1);
    const isBlank = last?.dataset['kind'] === 'line' && ['name', 'details', 'unit_price'].every((field) => this.control(last, field)?.value.trim() === '');
    if (last && isBlank) last.remove();
    const line = this.add('line');
    if (!line) return;
    const { name = '', details = '', unit = '', price = '', tax = '', origin = '' } = offer.dataset;
    for (const [field, text] of Object.entries({ name, details, unit, unit_price: price, tax })) {
      const control = this.control(line, field);
      if (control) control.value = text;
    }
    this.remember(line, origin);
    this.say((this.form.dataset['added'] ?? '').replace('{name}', name));
    offer.toggleAttribute('data-taken', true);
  }

  // The item of the price book the line came from, beside what can be typed.
  private remember(line: HTMLElement, origin: string): void {
    const kind = line.querySelector<HTMLInputElement>('[type=hidden][name$=".kind"]');
    if (!kind || !origin) return;
    const kept = kind.cloneNode() as HTMLInputElement;
    kept.name = kind.name.replace('.kind', '.origin');
    kept.id = `f-${kept.name}`;
    kept.value = origin;
    kind.after(kept);
  }

  private control(line: HTMLElement, field: string): Control | null {
    return line.querySelector<Control>(`[name$=".${field}"]`);
  }

  private remove(line: HTMLElement): void {
    const next = line.nextElementSibling ?? line.previousElementSibling;
    line.remove();
    if (next instanceof HTMLElement) this.focus(next);
    else this.one<HTMLElement>('button[value=add-line]').focus();
  }

  // A line becomes an option, or back, with what was typed.
  private turn(line: HTMLElement): void {
    const other = this.add(line.dataset['kind'] === 'line' ? 'option' : 'line', line);
    if (!other) return;
    for (const control of line.querySelectorAll<Control>('[id]:is(input, textarea, select)')) {
      const twin = other.querySelector<Control>(`[name$=".${control.name.split('.')[1]}"]`);
      if (twin) twin.value = control.value;
    }
    this.remember(other, this.control(line, 'origin')?.value ?? '');
    line.remove();
    this.focus(other);
  }

  private move(line: HTMLElement, isUp: boolean): void {
    const focused = document.activeElement;
    const other = isUp ? line.previousElementSibling : line.nextElementSibling;
    if (!other) return;
    if (isUp) other.before(line);
    else other.after(line);
    if (focused instanceof HTMLElement) focused.focus();
    const all = this.all();
    const words = this.form.dataset['moved'] ?? '';
    this.say(words.replace('{place}', String(all.indexOf(line) + 1)).replace('{count}', String(all.length)));
  }

  private focus(line: HTMLElement | undefined): void {
    line?.querySelector<Control>('[name$=".name"]')?.focus();
    line?.scrollIntoView({ block: 'nearest' });
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { // a hotkey is deaf inside fields
      event.preventDefault();
      document.querySelector<HTMLElement>(`button[form="${this.form.id}"]`)?.click();
      return;
    }
    const control = event.target as Control;
    if (control.matches('[data-find]') && (event.key === 'Enter' || event.key === 'Escape')) {
      event.preventDefault();
      if (event.key === 'Escape') this.close();
      else this.catalogue.querySelector<HTMLElement>('li:not([hidden]) > button')?.click();
      return;
    }
    const line = control.closest<HTMLElement>('[data-line]');
    if (!line) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      this.move(line, event.key === 'ArrowUp');
      this.later(0);
    } else if (event.key === 'Enter' && control instanceof HTMLInputElement && control.type !== 'checkbox') {
      event.preventDefault();
      this.next(line, control.name.split('.')[1] ?? 'name');
    }
  }

  // The same field one line below; below the last one, a new line.
  private next(line: HTMLElement, field: string): void {
    const below = this.all().slice(this.all().indexOf(line) + 1);
    const control = below.map((one) => one.querySelector<Control>(`[id][name$=".${field}"]`)).find((found) => found !== null);
    if (control) control.focus();
    else this.focus(this.add('line', line));
  }

  private say(words: string): void {
    this.one('[data-said]').textContent = words;
  }

  private one<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.form.querySelector<T>(selector);
    if (!found) throw new Error(`the line editor has no ${selector}`);
    return found;
  }
}
