import { Controller } from '@hotwired/stimulus';
import type { Upload } from './upload';

const resumed_from_bytes = 5_000_000; // above: in pieces, so that a cut costs one piece

interface Sending {
  upload: Upload;
  row: HTMLElement;
}

// Files of a form: several picks add up, photos are made smaller, large ones are sent at once in pieces with their
// progress, and one may drop or paste. Without it the plain field does.
//   <span data-controller="files" data-files-remove-value="Retirer" …><input type="file" data-files-target="input"
//     data-action="files#add"><output data-files-target="names"></span>
export default class FilesController extends Controller<HTMLElement> {
  static override targets = ['input', 'names'];
  static override values = { remove: String, cancel: String, failed: String };

  declare readonly inputTarget: HTMLInputElement;
  declare readonly namesTarget: HTMLElement;
  declare readonly removeValue: string;
  declare readonly cancelValue: string;
  declare readonly failedValue: string;

  private chosen: File[] = [];
  private sendings = new Set<Sending>();
  private preparing = 0;
  private submits = false; // asked while files were still on their way
  private listening = new AbortController();

  override connect(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const { form } = this.inputTarget;
    if (!form) return;
    form.addEventListener('dragover', (event) => this.welcome(event), { signal });
    form.addEventListener('dragleave', () => form.removeAttribute('data-drop'), { signal });
    form.addEventListener('drop', (event) => this.drop(event), { signal });
    form.addEventListener('paste', (event) => this.paste(event), { signal });
    form.addEventListener('submit', (event) => this.holdBack(event), { signal, capture: true });
    form.addEventListener('turbo:submit-end', ({ detail }) => { if (detail.success || this.isHeldByAnswer(form, detail.fetchResponse)) this.clear(); }, { signal });
  }

  override disconnect(): void {
    this.listening.abort();
    for (const { upload } of this.sendings) upload.cancel();
  }

  add(): void {
    void this.take([...(this.inputTarget.files ?? [])].filter((file) => !this.chosen.includes(file)));
  }

  private async take(files: File[]): Promise<void> {
    this.preparing += 1;
    const sending = await import('./sending.js').catch(() => undefined); // unreachable: all goes with the form
    for (const file of files) {
      const ready = await sending?.reduced(file) ?? file;
      if (sending && navigator.onLine && ready.size > resumed_from_bytes) this.send(ready, sending.Upload);
      else this.chosen.push(ready);
    }
    this.preparing -= 1;
    this.show();
    this.submitWhenReady();
  }

  // The field holds what goes with the form; what goes in pieces is a hidden field once it is there.
  private show(): void {
    const held = new DataTransfer();
    for (const file of this.chosen) held.items.add(file);
    this.inputTarget.files = held.files;
    this.list.querySelectorAll('[data-chosen]').forEach((row) => row.remove());
    this.chosen.forEach((file, index) => {
      const row = this.row(file, this.removeValue, () => { this.chosen.splice(index, 1); this.show(); });
      row.dataset['chosen'] = '';
      this.list.prepend(row);
    });
  }

  private send(file: File, Sent: typeof Upload): void {
    const meter = document.createElement('progress');
    meter.className = 'meter mt-1';
    meter.max = file.size;
    meter.value = 0;
    meter.setAttribute('aria-label', file.name);
    const upload = new Sent(file, (sent) => { meter.value = sent; });
    const row = this.row(file, this.cancelValue, () => { upload.cancel(); row.remove(); this.sendings.delete(sending); });
    const sending = { upload, row };
    row.querySelector('[data-name]')?.append(meter);
    this.list.append(row);
    this.sendings.add(sending);
    upload.run().then((id) => this.arrived(sending, id)).catch(() => this.failed(sending));
  }

  private arrived(sending: Sending, id: string): void {
    this.sendings.delete(sending);
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: 'uploads', value: id });
    sending.row.append(field);
    this.submitWhenReady();
  }

  private failed(sending: Sending): void {
    if (!this.sendings.delete(sending)) return; // cancelled
    const words = document.createElement('span');
    words.className = 'block text-12 text-fg-2';
    words.textContent = this.failedValue;
    sending.row.querySelector('[data-name]')?.append(words);
  }

  private get isBusy(): boolean {
    return this.preparing > 0 || this.sendings.size > 0;
  }

  private holdBack(event: Event): void {
    if (!this.isBusy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.submits = true;
  }

  private submitWhenReady(): void {
    if (!this.submits || this.isBusy) return;
    this.submits = false;
    this.inputTarget.form?.requestSubmit();
  }

  // The page that comes back names what it was sent; a composer outlives it with its own list.
  private isHeldByAnswer(form: HTMLFormElement, answer?: object): boolean {
    return answer !== undefined && !form.hasAttribute('data-turbo-permanent');
  }

  private clear(): void {
    this.chosen = [];
    this.inputTarget.value = '';
    this.list.replaceChildren();
  }

  private welcome(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.inputTarget.form?.setAttribute('data-drop', '');
  }

  private drop(event: DragEvent): void {
    const files = [...(event.dataTransfer?.files ?? [])];
    this.inputTarget.form?.removeAttribute('data-drop');
    if (files.length === 0) return;
    event.preventDefault();
    void this.take(files);
  }

  private paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.take(files);
  }

  private get list(): HTMLElement {
    return this.namesTarget;
  }

  private row(file: File, word: string, act: () => void): HTMLElement {
    const row = document.createElement('span');
    row.className = 'file max-w-full';
    const name = document.createElement('span');
    name.dataset['name'] = '';
    name.className = 'min-w-0 max-w-56';
    const words = document.createElement('span');
    words.className = 'block truncate';
    words.textContent = file.name;
    name.append(words);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-icon btn-ghost btn-sm';
    button.setAttribute('aria-label', `${word} ${file.name}`);
    button.title = word;
    button.textContent = '×';
    button.addEventListener('click', act);
    row.append(name, button);
    return row;
  }
}
