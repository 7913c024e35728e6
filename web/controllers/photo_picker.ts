import type { Upload } from './upload';

const sent_at_once = 2;
const preview_px = 176; // shown at half of it

interface Photo {
  row: HTMLElement;
  file: File;
  upload?: Upload;
  state: 'waiting' | 'sending' | 'sent' | 'with_form';
}

// The photos of a form (ui::photos_field): each is made smaller, shown with its words, and sent ahead. What cannot be
// sent ahead goes with the form.
export function start(box: HTMLElement, signal: AbortSignal): void {
  new PhotoPicker(box, signal);
}

class PhotoPicker {
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private photos: Photo[] = [];
  private preparing = 0;
  private submitter: HTMLElement | null | undefined; // undefined: nobody asked to send

  constructor(private readonly box: HTMLElement, private readonly signal: AbortSignal) {
    this.input = box.querySelector('input[type=file]') as HTMLInputElement;
    this.list = box.querySelector('[data-photos]') as HTMLElement;
    const on = (target: EventTarget, type: string, act: (event: never) => void, capture = false) => target.addEventListener(type, act as EventListener, { signal, capture });
    on(this.input, 'change', () => this.add());
    on(window, 'turbo:before-morph-element', (event: MorphEvent) => { if (event.target === box && event.detail.newElement && this.photos.length) event.preventDefault(); });
    const { form } = this.input;
    if (form) {
      on(form, 'submit', (event: SubmitEvent) => this.holdBack(event), true);
      on(form, 'turbo:submit-end', ({ detail }: FormSubmissionEvent) => { if (detail.success) this.clear(); });
      on(form, 'dragover', (event: DragEvent) => this.welcome(event));
      on(form, 'dragleave', () => form.removeAttribute('data-drop'));
      on(form, 'drop', (event: DragEvent) => this.drop(event));
      on(form, 'paste', (event: ClipboardEvent) => this.take([...(event.clipboardData?.files ?? [])]));
    }
    signal.addEventListener('abort', () => { for (const { upload } of this.photos) upload?.cancel(); });
    if (this.input.files?.length) this.add(); // chosen before this script came
  }

  private add(): void {
    const known = this.photos.map(({ file }) => file);
    const chosen = [...(this.input.files ?? [])].filter((file) => !known.includes(file));
    this.hand();
    void this.take(chosen);
  }

  private say(sentence: string, name: string): void {
    const line = document.createElement('p');
    line.textContent = sentence.replace('{name}', name);
    this.box.querySelector('[data-said]')?.append(line);
  }

  private async take(files: File[]): Promise<void> {
    if (!files.length) return;
    this.preparing += 1;
    this.box.querySelector('[data-said]')?.replaceChildren();
    const sending = await import('./sending.js').catch(() => undefined);
    for (const file of files) {
      const held = this.list.querySelectorAll('input[name=uploads]:checked:not([type=hidden])').length;
      if (this.photos.length + held >= Number(this.box.dataset['max'])) this.say(this.box.dataset['many'] ?? '', file.name);
      else if (!file.type.startsWith('image/') && !/\.hei[cf]$/i.test(file.name)) this.say(this.box.dataset['foreign'] ?? '', file.name);
      else await this.prepare(file, sending);
    }
    this.preparing -= 1;
    this.next(sending?.Upload);
    this.submitWhenReady();
  }

  private async prepare(file: File, sending: typeof import('./sending') | undefined): Promise<void> {
    const row = this.row(file);
    const photo: Photo = { row, file, state: sending && navigator.onLine ? 'waiting' : 'with_form' };
    this.photos.push(photo);
    row.querySelector('[data-remove]')?.addEventListener('click', () => this.remove(photo));
    this.list.append(row);
    photo.file = await sending?.reduced(file) ?? file;
    if (!this.photos.includes(photo)) return; // removed meanwhile
    await this.picture(photo);
    if (photo.state === 'with_form') this.withForm(photo);
    this.next(sending?.Upload);
  }

  private row(file: File): HTMLElement {
    const row = this.box.querySelector('template')?.content.firstElementChild?.cloneNode(true) as HTMLElement;
    const name = row.querySelector('[data-name]') as HTMLElement;
    name.textContent = file.name;
    row.querySelector('progress')?.setAttribute('aria-label', file.name);
    const button = row.querySelector<HTMLElement>('[data-remove]');
    button?.setAttribute('aria-label', `${button.title} ${file.name}`);
    return row;
  }

  private async picture({ row, file }: Photo): Promise<void> {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
    if (!picture) return;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = preview_px;
    canvas.ariaHidden = 'true';
    row.querySelector('[data-picture]')?.replaceChildren(canvas);
    const side = Math.min(picture.width, picture.height);
    canvas.getContext('2d')?.drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, canvas.width, canvas.height);
    picture.close();
  }

  // The lightest first: on a poor network most are there early.
  private next(Sent: typeof Upload | undefined): void {
    const waiting = this.photos.filter(({ state }) => state === 'waiting').sort((one, other) => one.file.size - other.file.size);
    const free = sent_at_once - this.photos.filter(({ state }) => state === 'sending').length;
    if (Sent) for (const photo of waiting.slice(0, Math.max(0, free))) this.send(photo, Sent);
  }

  private send(photo: Photo, Sent: typeof Upload): void {
    const meter = photo.row.querySelector('progress') as HTMLProgressElement;
    meter.max = photo.file.size;
    meter.value = 0;
    photo.state = 'sending';
    photo.upload = new Sent(photo.file, (sent) => { meter.value = sent; });
    photo.upload.run().then((id) => this.arrived(photo, id), () => this.withForm(photo)).finally(() => { this.next(Sent); this.submitWhenReady(); });
  }

  private arrived(photo: Photo, id: string): void {
    if (!this.photos.includes(photo)) return;
    photo.state = 'sent';
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: 'uploads', value: id });
    photo.row.append(field);
    for (const [from, to] of [['captions', 'caption'], ['alternatives', 'alternative']]) photo.row.querySelector(`[name=${from}]`)?.setAttribute('name', `${to}_${id}`);
    this.finish(photo, this.box.dataset['sent'] ?? '');
  }

  private withForm(photo: Photo): void {
    if (!this.photos.includes(photo)) return;
    photo.state = 'with_form';
    photo.upload = undefined;
    this.finish(photo, this.box.dataset['later'] ?? '');
    this.hand();
  }

  private finish({ row }: Photo, words: string): void {
    const said = document.createElement('span');
    said.className = 'text-12 text-fg-2';
    said.textContent = words;
    row.querySelector('progress')?.replaceWith(said);
  }

  // The field holds what goes with the form, in the order of the rows, whose captions follow.
  private hand(): void {
    const held = new DataTransfer();
    for (const { file, state } of this.photos) if (state === 'with_form') held.items.add(file);
    this.input.files = held.files;
  }

  private remove(photo: Photo): void {
    this.photos.splice(this.photos.indexOf(photo), 1);
    if (photo.state !== 'with_form') photo.upload?.cancel();
    photo.row.remove();
    this.hand();
    this.input.focus();
    this.submitWhenReady();
  }

  private get isBusy(): boolean {
    return this.preparing > 0 || this.photos.some(({ state }) => state === 'waiting' || state === 'sending');
  }

  private holdBack(event: SubmitEvent): void {
    if (!this.isBusy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.submitter === undefined) this.say(this.box.dataset['waits'] ?? '', '');
    this.submitter = event.submitter;
  }

  private submitWhenReady(): void {
    if (this.submitter === undefined || this.isBusy || this.signal.aborted) return;
    const { submitter } = this;
    this.submitter = undefined;
    this.box.querySelector('[data-said]')?.replaceChildren();
    this.input.form?.requestSubmit(submitter);
  }

  private clear(): void {
    this.photos = [];
    this.input.value = '';
    this.list.replaceChildren();
    this.box.querySelector('[data-said]')?.replaceChildren();
  }

  private welcome(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.input.form?.setAttribute('data-drop', '');
  }

  private drop(event: DragEvent): void {
    this.input.form?.removeAttribute('data-drop');
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    void this.take(files);
  }
}
