// The editor of a template (templates::template_editor): the pages of a sample follow what is typed, in the page itself.
// Nothing is written before « Enregistrer »; without this script « Voir l’aperçu » opens the sample as PDF.
export function start(form: HTMLElement, signal: AbortSignal): void {
  new TemplatePreview(form as HTMLFormElement, signal);
}

const typing_pause_ms = 600;
type Answer = { pages?: string[]; problems?: string[] };

class TemplatePreview {
  private timer = 0;
  private asking = new AbortController();
  private isDirty: boolean;
  private isLeaving = false;
  private area: HTMLInputElement | HTMLTextAreaElement | null = null; // where a variable is written
  private surface: HTMLElement | null = null; // the same, of a rich text

  constructor(private readonly form: HTMLFormElement, signal: AbortSignal) {
    const on = (target: EventTarget, type: string, act: (event: never) => void) => target.addEventListener(type, act as EventListener, { signal });
    this.isDirty = 'unsaved' in form.dataset;
    on(form, 'input', (event: Event) => this.typed(event, typing_pause_ms));
    on(form, 'change', (event: Event) => { this.tick(event.target as Element); this.typed(event, 0); });
    on(form, 'focusin', ({ target }: FocusEvent) => this.mark(target));
    on(document, 'click', (event: MouseEvent) => this.press(event));
    on(form, 'submit', ({ submitter }: SubmitEvent) => { if (submitter?.dataset['turbo'] === 'false' && !submitter.hasAttribute('formtarget')) this.isLeaving = true; });
    on(form, 'turbo:submit-start', () => { this.isLeaving = true; });
    on(form, 'turbo:submit-end', ({ detail }: FormSubmissionEvent) => {
      this.isLeaving = detail.success ?? false;
      if (detail.success) this.rest();
    });
    on(document, 'turbo:render', () => this.stand());
    on(window, 'beforeunload', (event: Event) => { if (this.isDirty && !this.isLeaving) event.preventDefault(); });
    on(document, 'submit', (event: SubmitEvent) => this.ask(event, event.target !== form));
    on(document, 'turbo:before-visit', (event: BeforeVisitEvent) => this.ask(event, event.detail.url !== document.baseURI));
    signal.addEventListener('abort', () => { clearTimeout(this.timer); this.asking.abort(); });
    this.stand();
  }

  // Again after each page that took the place of this one: its pages are those of what is saved.
  private stand(): void {
    this.isLeaving = false;
    this.offer();
    if (this.isDirty) this.later(0);
  }

  // What a script writes while the page starts is nobody's typing.
  private typed(event: Event, pause: number): void {
    if (event.isTrusted) this.isDirty = true;
    if (this.isDirty) this.later(pause);
  }

  // What was sent is what is saved: nothing of it is being written any more (live_guard.ts).
  private rest(): void {
    this.isDirty = false;
    for (const control of this.form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select')) {
      delete control.dataset['touched'];
      if (control instanceof HTMLSelectElement) for (const option of control.options) option.defaultSelected = option.selected;
      else if (control instanceof HTMLInputElement && control.type === 'file') control.value = ''; // what was sent is not sent again
      else if (control instanceof HTMLInputElement && control.type === 'checkbox') control.defaultChecked = control.checked;
      else if (control.type !== 'hidden') control.defaultValue = control.value;
    }
  }

  private ask(event: Event, isLeft: boolean): void {
    if (!isLeft || this.isLeaving || event.defaultPrevented || !this.isDirty) return;
    if (confirm(this.form.dataset['leave'])) this.isLeaving = true;
    else { event.preventDefault(); event.stopPropagation(); }
  }

  // Who picks a colour wants it.
  private tick(target: Element): void {
    const own = this.form.elements.namedItem('own_colour');
    if (target.getAttribute('name') === 'colour' && own instanceof HTMLInputElement) own.checked = true;
  }

  private press(event: MouseEvent): void {
    const target = event.target as Element;
    const variable = target.closest<HTMLElement>('button[data-variable]')?.dataset['variable'];
    if (variable) this.write(variable);
    if (!target.closest('[data-preview]')) return;
    event.preventDefault();
    this.place()?.scrollIntoView({ block: 'start' });
    this.later(0);
  }

  // --- variables ---

  private offer(): void {
    for (const shown of this.form.querySelectorAll<HTMLElement>('code[data-variable]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'chip shrink-0';
      button.dataset['variable'] = button.textContent = shown.dataset['variable'] ?? '';
      shown.replaceWith(button);
    }
  }

  private mark(target: EventTarget | null): void {
    const isField = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
    const surface = target instanceof HTMLElement ? target.closest<HTMLElement>('[contenteditable=true]') : null;
    if (isField) [this.area, this.surface] = [target, null];
    else if (surface) [this.area, this.surface] = [null, surface];
  }

  private write(variable: string): void {
    if (this.surface?.isConnected) {
      this.surface.focus();
      document.execCommand('insertText', false, variable); // the editor reads it as typing
      this.isDirty = true;
      this.later(typing_pause_ms);
      return;
    }
    const area = this.area ?? this.form.querySelector<HTMLTextAreaElement>('textarea[name=intro]');
    if (!area) return;
    area.setRangeText(variable, area.selectionStart ?? area.value.length, area.selectionEnd ?? area.value.length, 'end');
    area.focus();
    this.isDirty = true;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  // --- pages ---

  private place(): HTMLElement | null {
    return document.getElementById('preview');
  }

  private later(pause: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.draw(), pause);
  }

  // Without the key of the form, which is for what is sent once, and without files: a picture that is chosen is drawn
  // once it is saved.
  private fields(): URLSearchParams {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) if (name !== '_key' && typeof value === 'string') fields.append(name, value);
    return fields;
  }

  private async draw(): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const place = this.place();
    place?.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(this.form.dataset['pagesAt'] ?? '', { method: 'POST', body: this.fields(), signal });
      if (answer.redirected || (!answer.ok && answer.status !== 422)) return;
      const drawn = await answer.json() as Answer;
      if (!signal.aborted) this.show(drawn);
    } catch (error) {
      if (!signal.aborted && navigator.onLine) throw error;
    } finally {
      if (!signal.aborted) place?.removeAttribute('aria-busy');
    }
  }

  private show({ pages, problems }: Answer): void {
    const said = this.place()?.querySelector('[data-said]');
    const list = this.place()?.querySelector('[data-pages]');
    if (!said || !list) return;
    said.replaceChildren(...(problems ?? []).map((problem) => this.complaint(problem)));
    if (!pages) return;
    const first = list.firstElementChild as HTMLImageElement;
    list.replaceChildren(...pages.map((page, at) => {
      const image = (list.children[at] ?? first.cloneNode()) as HTMLImageElement;
      image.src = `data:image/png;base64,${page}`;
      return image;
    }));
  }

  private complaint(problem: string): HTMLElement {
    const line = document.createElement('p');
    line.className = 'err mb-3';
    line.textContent = `${this.form.dataset['waits']} ${problem}`;
    return line;
  }
}
