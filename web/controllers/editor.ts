import { Editor } from '@tiptap/core';
import { cleaned } from './editor_paste';
import { addressOf, extensions } from './editor_schema';

// The editor of a rich text in the place of its plain text area (ui::rich_text_field). The area holds what is sent, so
// that drafts, the live guard and the form see an ordinary field.
export function start(box: HTMLElement, signal: AbortSignal): void {
  new RichText(box, signal);
}

function paragraphs(plain: string): string {
  const box = document.createElement('div');
  for (const paragraph of plain.split(/\n{2,}/)) {
    const made = document.createElement('p');
    paragraph.split('\n').forEach((line, at) => made.append(...(at ? [document.createElement('br')] : []), line));
    box.append(made);
  }
  return box.innerHTML;
}

class RichText {
  private readonly area: HTMLTextAreaElement;
  private readonly format: HTMLInputElement;
  private readonly surface: HTMLElement;
  private readonly linking: HTMLElement;
  private readonly address: HTMLInputElement;
  private readonly editor: Editor;
  private sending = false;
  private saved = false;

  constructor(private readonly box: HTMLElement, signal: AbortSignal) {
    this.area = this.part('textarea');
    this.format = this.part('input[data-format]');
    this.surface = this.part('[data-surface]');
    this.linking = this.part('[data-linking]');
    this.address = this.part('[data-linking] input');
    this.surface.replaceChildren();
    const is_writing = document.activeElement === this.area;
    const is_touched = this.area.value !== this.area.defaultValue;
    this.editor = new Editor({
      element: { mount: this.surface },
      extensions,
      content: this.first(),
      injectCSS: false,
      editorProps: { transformPastedHTML: cleaned, attributes: this.names() },
      onUpdate: () => this.write(),
      onTransaction: () => this.show(),
    });
    this.takeOver(is_touched);
    if (is_writing) this.editor.commands.focus('end');
    this.listen(signal);
    signal.addEventListener('abort', () => this.editor.destroy());
  }

  private part<T extends HTMLElement>(selector: string): T {
    return this.box.querySelector(selector) as T;
  }

  private first(): string {
    if (this.format.value === 'html') return this.area.value; // a page shown again by « back »
    const is_touched = this.area.value !== this.area.defaultValue;
    return (!is_touched && this.box.dataset['html']) || paragraphs(this.area.value);
  }

  private names(): Record<string, string> {
    const described = [this.area.getAttribute('aria-describedby'), this.part('[data-count]').id].filter(Boolean).join(' ');
    return { role: 'textbox', 'aria-multiline': 'true', 'aria-label': this.box.dataset['label'] ?? '', 'aria-describedby': described };
  }

  private takeOver(is_touched: boolean): void {
    this.area.className = 'sr-only';
    this.area.tabIndex = -1;
    this.area.setAttribute('aria-hidden', 'true');
    this.area.removeAttribute('maxlength');
    this.surface.hidden = this.part('[data-tools]').hidden = this.part('[data-count]').hidden = false;
    this.format.value = 'html';
    this.write();
    if (!is_touched) this.area.defaultValue = this.area.value; // nothing was typed yet
    this.show();
  }

  private listen(signal: AbortSignal): void {
    const on = (target: EventTarget, type: string, act: (event: never) => void) => target.addEventListener(type, act as EventListener, { signal });
    on(this.box, 'mousedown', (event: MouseEvent) => { if ((event.target as Element).closest('[data-tools] button')) event.preventDefault(); }); // the keyboard of a phone stays
    on(this.box, 'click', ({ target }: MouseEvent) => this.press((target as Element).closest<HTMLElement>('[data-do]')?.dataset['do']));
    on(this.part('select'), 'change', ({ target }: Event) => this.resize((target as HTMLSelectElement).value));
    on(this.address, 'keydown', (event: KeyboardEvent) => this.typeAddress(event));
    on(this.surface, 'paste', (event: ClipboardEvent) => { if (event.clipboardData?.types.some((type) => type.startsWith('text/'))) event.stopPropagation(); }); // Word sends a picture of its text too
    on(this.area, 'focus', () => this.editor.commands.focus());
    on(this.area, 'change', () => this.refill());
    on(this.format, 'change', () => { this.format.value = 'html'; });
    on(window, 'turbo:before-morph-element', (event: MorphEvent) => this.stay(event));
    on(window, 'beforeunload', (event: Event) => { if (this.unsent) event.preventDefault(); });
    on(document, 'turbo:before-visit', (event: BeforeVisitEvent) => this.askBeforeLeaving(event));
    if (!this.area.form) return;
    on(this.area.form, 'submit', (event: Event) => { const by = (event as SubmitEvent).submitter; if (by?.dataset['turbo'] === 'false' && !by.getAttribute('formtarget')) this.sending = true; }); // the browser sends it by itself
    on(this.area.form, 'turbo:submit-start', () => { this.sending = true; });
    on(this.area.form, 'turbo:submit-end', ({ detail }: FormSubmissionEvent) => this.sent(detail.success ?? false));
  }

  private get html(): string {
    return this.editor.isEmpty ? '' : this.editor.getHTML();
  }

  private get unsent(): boolean {
    return !this.sending && this.area.value !== this.area.defaultValue;
  }

  // A draft came back, as HTML or as it was typed before this script came.
  private refill(): void {
    const { value } = this.area;
    if (value !== this.html) this.editor.commands.setContent(value.startsWith('<p>') || /^<[uo]l>/.test(value) ? value : paragraphs(value), { emitUpdate: true });
  }

  private write(): void {
    this.area.value = this.html;
    this.area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private show(): void {
    if (!this.editor) return;
    const { state } = this.editor;
    const max = Number(this.box.dataset['max']);
    const count = [...state.doc.textBetween(0, state.doc.content.size, '\n', '\n')].length;
    const shown = this.part('[data-count]');
    shown.textContent = (this.box.dataset['count'] ?? '').replace('{count}', count.toLocaleString('fr')).replace('{max}', max.toLocaleString('fr'));
    shown.classList.toggle('err', count > max);
    for (const button of this.box.querySelectorAll<HTMLElement>('[data-tools] [aria-pressed]')) button.ariaPressed = String(this.editor.isActive(button.dataset['do'] ?? ''));
    this.part<HTMLSelectElement>('select').value = String(this.editor.getAttributes('size')['size'] ?? '');
  }

  private press(name: string | undefined): void {
    const chain = this.editor.chain().focus();
    const acts: Record<string, () => void> = {
      bold: () => chain.toggleBold().run(),
      italic: () => chain.toggleItalic().run(),
      bulletList: () => chain.toggleBulletList().run(),
      orderedList: () => chain.toggleOrderedList().run(),
      link: () => this.openLinking(),
      set: () => this.link(),
      unlink: () => { chain.extendMarkRange('link').unsetLink().run(); this.linking.hidden = true; },
    };
    acts[name ?? '']?.();
  }

  private resize(size: string): void {
    const chain = this.editor.chain().focus();
    (size ? chain.setMark('size', { size }) : chain.unsetMark('size')).run();
  }

  private openLinking(): void {
    this.linking.hidden = !this.linking.hidden;
    if (this.linking.hidden) return;
    this.address.value = String(this.editor.getAttributes('link')['href'] ?? '');
    this.address.removeAttribute('aria-invalid');
    this.address.focus();
  }

  private typeAddress(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Enter') return this.link();
    event.stopPropagation();
    this.linking.hidden = true;
    this.editor.commands.focus();
  }

  // On what is selected; without a selection the address is its own text.
  private link(): void {
    const href = addressOf(this.address.value);
    if (!href) return void (this.address.ariaInvalid = 'true');
    const chain = this.editor.chain().focus().extendMarkRange('link');
    const is_alone = this.editor.state.selection.empty && !this.editor.isActive('link');
    if (is_alone) chain.insertContent({ type: 'text', text: this.address.value.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    this.linking.hidden = true;
  }

  // A page that reads itself again leaves the box; what it says of the field still shows.
  private stay(event: MorphEvent): void {
    if (event.target !== this.box || !event.detail.newElement) return;
    event.preventDefault();
    const said = event.detail.newElement.querySelector('textarea');
    if (this.saved) this.reload(event.detail.newElement as HTMLElement, said?.value ?? '');
    for (const element of [this.area, this.surface])
      if (said?.ariaInvalid) element.ariaInvalid = said.ariaInvalid;
      else element.removeAttribute('aria-invalid');
  }

  // What was written for somebody left with the form; what is kept is shown again as it was saved.
  private sent(success: boolean): void {
    this.sending = false;
    if (!success) return;
    this.saved = this.box.dataset['leave'] === undefined;
    if (!this.saved) this.editor.commands.clearContent(true);
    this.area.defaultValue = this.area.value;
  }

  private reload(fresh: HTMLElement, plain: string): void {
    this.saved = false;
    this.editor.commands.setContent(fresh.dataset['html'] ?? paragraphs(plain), { emitUpdate: false });
    this.area.value = this.area.defaultValue = this.html;
  }

  private askBeforeLeaving(event: BeforeVisitEvent): void {
    const question = this.box.dataset['leave'];
    if (event.detail.url !== document.baseURI && this.unsent && question && !confirm(question)) event.preventDefault();
  }
}
