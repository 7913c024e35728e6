import { type Point, type Shape, isLarge, ninthOf, paint, part, placed, read, shortened } from './drawn_shapes';
import { KeptDrawing } from './kept_drawing';

// Drawing over a photo (files::drawing_page): with a finger, a pen or a mouse. What is drawn goes with the form.
export function start(box: HTMLElement, signal: AbortSignal): void {
  new DrawingTool(box, signal);
}

class DrawingTool {
  private readonly board: HTMLElement;
  private readonly form: HTMLFormElement;
  private readonly ask: HTMLDialogElement;
  private shapes: Shape[] = [];
  private past: Shape[][] = [];
  private drawn: Shape | undefined; // being drawn
  private tool: Shape['kind'] = 'arrow';
  private asked: Point = [0, 0];
  private saved = '';
  private sending = false;
  private isAnswer = false; // the page to come answers this form
  private readonly kept: KeptDrawing;

  constructor(private readonly box: HTMLElement, signal: AbortSignal) {
    this.board = this.one('[data-board]');
    this.form = this.one('form');
    this.ask = this.one('[data-ask]');
    this.kept = new KeptDrawing(this.form);
    const on = (target: EventTarget, type: string, act: (event: never) => void) => target.addEventListener(type, act as EventListener, { signal });
    on(this.board, 'pointerdown', (event: PointerEvent) => this.begin(event));
    on(this.board, 'pointermove', (event: PointerEvent) => this.go(event));
    on(this.board, 'pointerup', (event: PointerEvent) => this.end(event));
    on(this.board, 'pointercancel', () => this.drop());
    on(this.board, 'click', (event: MouseEvent) => { if (this.tool === 'words') this.question(this.point(event)); }); // after a finger has left: else its click closes what is asked
    on(box, 'click', (event: MouseEvent) => this.press(event));
    on(box, 'keydown', (event: KeyboardEvent) => this.enter(event));
    on(document, 'keydown', (event: KeyboardEvent) => this.shortcut(event));
    on(this.form, 'turbo:submit-start', () => { this.sending = true; });
    on(this.form, 'turbo:submit-end', ({ detail }: FormSubmissionEvent) => this.sent(detail));
    on(window, 'turbo:before-morph-element', (event: MorphEvent) => { if (event.target === box && event.detail.newElement && !this.isAnswer) event.preventDefault(); });
    on(document, 'turbo:render', () => this.stand());
    on(window, 'beforeunload', (event: Event) => { if (this.unsaved) event.preventDefault(); });
    on(document, 'turbo:before-visit', (event: BeforeVisitEvent) => this.askBeforeLeaving(event));
    this.look();
    this.stand();
  }

  // What the page brings: a drawing that no server has goes before it.
  private look(): void {
    const kept = this.kept.follow();
    const typed = this.field('shapes').value;
    const isRefused = 'unsaved' in this.box.dataset;
    this.saved = isRefused || kept ? '' : typed;
    this.shapes = read(typed);
    if (isRefused) this.kept.keep(typed);
    else if (kept) this.become(read(kept), '');
  }

  // Again after each page that took the place of this one: it brings no tools, and maybe the answer to this form.
  private stand(): void {
    if (this.isAnswer) this.look();
    this.isAnswer = false;
    this.board.style.cursor = 'crosshair';
    this.board.style.touchAction = 'pinch-zoom';
    this.one('[data-tools]').hidden = false;
    this.choose(this.tool);
    this.show();
  }

  private sent({ success, fetchResponse }: FormSubmissionEvent['detail']): void {
    this.sending = success ?? false;
    this.isAnswer = !success && fetchResponse !== undefined;
    if (success) this.kept.forget();
  }

  private askBeforeLeaving(event: BeforeVisitEvent): void {
    if (event.detail.url === document.baseURI) return; // read again: what is drawn stays
    if (this.unsaved && !confirm(this.box.dataset['leave'])) event.preventDefault();
    else this.kept.forget();
  }

  private one<T extends HTMLElement>(selector: string): T {
    return this.box.querySelector(selector) as T;
  }

  private field(name: string): HTMLInputElement {
    return this.form.elements.namedItem(name) as HTMLInputElement;
  }

  private get unsaved(): boolean {
    return !this.sending && this.field('shapes').value !== this.saved;
  }

  private point({ clientX, clientY }: MouseEvent): Point {
    const { left, top, width, height } = this.board.getBoundingClientRect();
    return [part((clientX - left) / width), part((clientY - top) / height)];
  }

  private begin(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0 || this.tool === 'words') return;
    event.preventDefault();
    this.board.setPointerCapture(event.pointerId);
    const at = this.point(event);
    this.drawn = { kind: this.tool, points: [at, at] };
    this.paint();
  }

  private go(event: PointerEvent): void {
    if (!this.drawn || !event.isPrimary) return;
    const passed = event.getCoalescedEvents?.() ?? [];
    if (this.drawn.kind === 'line') this.drawn.points.push(...(passed.length ? passed : [event]).map((one) => this.point(one)));
    else this.drawn.points[1] = this.point(event);
    this.paint();
  }

  private end(event: PointerEvent): void {
    const { drawn } = this;
    if (!drawn || !event.isPrimary) return;
    this.go(event);
    this.drop();
    if (isLarge(drawn)) this.add([{ kind: drawn.kind, points: drawn.kind === 'line' ? shortened(drawn.points, Number(this.box.dataset['pointsMax'])) : drawn.points }]);
  }

  private drop(): void {
    this.drawn = undefined;
    this.paint();
  }

  private question(at: Point): void {
    this.asked = at;
    const input = this.ask.querySelector('input') as HTMLInputElement;
    input.value = '';
    this.ask.showModal();
    input.focus();
  }

  private write(): void {
    const words = (this.ask.querySelector('input') as HTMLInputElement).value.trim();
    this.ask.close();
    if (words) this.add([{ kind: 'words', points: [this.asked], words }]);
  }

  // What the form without pointing adds. False for a note of no words: the server says it beside the field.
  private place(): boolean {
    const words = this.field('words').value.trim();
    const { selectedIndex } = this.form.elements.namedItem('place') as HTMLSelectElement;
    const added = placed(this.field('kind').value, selectedIndex, words);
    if (added.length && this.add(added)) for (const [name, value] of [['kind', 'note'], ['words', '']] as const) this.field(name).value = value; // else the form adds it again
    return added.length > 0;
  }

  private add(added: Shape[]): boolean {
    const next = [...this.shapes, ...added];
    const { shapesMax, lengthMax } = this.box.dataset;
    const refusal = next.length > Number(shapesMax) ? 'full' : JSON.stringify(next).length > Number(lengthMax) ? 'tooLarge' : '';
    if (refusal) this.one('[data-told]').textContent = this.box.dataset[refusal] ?? '';
    else this.become(next, this.said('added', added.map((shape) => this.words(shape)).join(' · ')));
    return !refusal;
  }

  private become(next: Shape[], sentence: string): void {
    this.past.push(this.shapes);
    this.take(next, sentence);
  }

  private take(shapes: Shape[], sentence: string): void {
    this.shapes = shapes;
    this.field('shapes').value = JSON.stringify(shapes);
    if (this.unsaved) this.kept.keep(this.field('shapes').value);
    else this.kept.forget();
    this.one('[data-told]').textContent = sentence;
    this.show();
  }

  private undo(): void {
    this.take(this.past.pop() ?? this.shapes, '');
  }

  private remove(number: number): void {
    const shape = this.shapes[number];
    if (!shape) return;
    this.become(this.shapes.filter((_, at) => at !== number), this.said('removed', this.words(shape)));
    const rows = this.box.querySelectorAll<HTMLElement>('[data-rows] button');
    (rows[Math.min(number, rows.length - 1)] ?? this.one('[data-do=undo]')).focus();
  }

  private said(what: string, shape: string): string {
    return (this.box.dataset[what] ?? '').replace('{shape}', () => shape);
  }

  private words(shape: Shape): string {
    const place = (this.form.elements.namedItem('place') as HTMLSelectElement).options[ninthOf(shape)]?.text ?? '';
    const sentence = (shape.kind === 'words' ? this.box.dataset['saidWords'] : this.box.dataset['said']) ?? '';
    return sentence.replace('{kind}', this.one(`[data-do=${shape.kind}]`).ariaLabel ?? '').replace('{place}', place).replace('{words}', () => shape.words ?? '');
  }

  private choose(tool: Shape['kind']): void {
    this.tool = tool;
    for (const button of this.box.querySelectorAll<HTMLElement>('[data-tools] [aria-pressed]')) button.ariaPressed = String(button.dataset['do'] === tool);
  }

  private press(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLButtonElement>('button');
    if (!button) return;
    const act = button.dataset['do'];
    if (button.name === 'remove') this.remove([...this.box.querySelectorAll('[data-rows] button')].indexOf(button));
    else if (act === 'arrow' || act === 'circle' || act === 'line' || act === 'words') this.choose(act);
    else if (act === 'undo') this.undo();
    else if (act === 'clear') this.become([], '');
    else if (act === 'put') this.write();
    else if (act !== 'add' || !this.place()) return;
    event.preventDefault();
  }

  private enter(event: KeyboardEvent): void {
    const { target } = event;
    if (event.key !== 'Enter' || event.isComposing || !(target instanceof HTMLInputElement)) return;
    if (target.closest('dialog')) this.write();
    else if (target.name !== 'words' || !this.place()) return;
    event.preventDefault();
  }

  private shortcut(event: KeyboardEvent): void {
    const { target } = event;
    const writes = target instanceof Element && target.matches('input, textarea, select');
    if (writes || this.ask.open || event.shiftKey || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.undo();
  }

  private paint(): void {
    paint(this.board, [...this.shapes, ...(this.drawn ? [this.drawn] : [])]);
  }

  private show(): void {
    const text = this.box.querySelector('template')?.content.firstElementChild;
    this.one('[data-rows]').replaceChildren(...this.shapes.map((shape) => {
      const row = text?.cloneNode(true) as HTMLElement;
      const words = this.words(shape);
      (row.querySelector('[data-words]') as HTMLElement).textContent = words;
      (row.querySelector('button') as HTMLElement).ariaLabel = this.said('removeOne', words);
      return row;
    }));
    this.one('[data-none]').hidden = this.shapes.length > 0;
    this.one<HTMLButtonElement>('[data-do=undo]').disabled = this.past.length === 0;
    this.one<HTMLButtonElement>('[data-do=clear]').disabled = this.shapes.length === 0;
    this.paint();
  }
}
